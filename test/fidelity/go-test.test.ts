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

  test('passes its own tests', () => {
    go('test', './...');
  });

  test('passes go vet', () => {
    go('vet', './...');
  });
});
