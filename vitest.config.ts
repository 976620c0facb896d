import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/global-setup.ts',
    // Some start dozens of processes; a slow machine must not fail them.
    testTimeout: 240_000,
    hookTimeout: 600_000,
    // Two cores are what CI and small machines have; the core's workers need one of them.
    maxWorkers: 2,
  },
});
