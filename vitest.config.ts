import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/global-setup.ts',
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // Two cores are what CI and small machines have; the core's workers need one of them.
    maxWorkers: 2,
  },
});
