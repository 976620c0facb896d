import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, test } from 'vitest';
import { hasGo } from '../../scripts/build-go-program.ts';
import { root } from './go-builds.ts';

describe.skipIf(!hasGo)(`core/${hasGo ? '' : ' (skipped: no Go)'}`, () => {
  const go = (...args: string[]): string =>
    execFileSync('go', args, {
      cwd: path.join(root, 'core'),
      env: { ...process.env, GOTOOLCHAIN: 'local', GOWORK: 'off' },
      encoding: 'utf8',
    });

  // They take half a minute alone, and others run beside them.
  test('passes its own tests', { timeout: 1_200_000 }, () => {
    go('test', './...');
  });

  test('passes go vet', { timeout: 1_200_000 }, () => {
    go('vet', './...');
  });
});
