import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, watch } from 'node:fs';
import { expect, test } from 'vitest';
import { cliFile } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';
import { change, repositoryWith } from './base-repository.ts';
import { clean, withError } from './configs.ts';

test.skipIf(process.platform === 'win32').each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a comparison that is ended by %s leaves nothing of the base behind', async (signal, code) => {
  const cwd = repositoryWith({ 'a.bu': clean });
  change(cwd, { 'a.bu': withError });
  const temporary = workspaceWith({});
  const isThere = new Promise<void>((resolve) => {
    const watcher = watch(temporary, (_, name) => {
      if (!name?.startsWith('windtunnel-base-')) return;
      watcher.close();
      resolve();
    });
  });
  const child = spawn(process.execPath, [cliFile, 'check', '--base', 'HEAD'], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', TMPDIR: temporary },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  await isThere;
  child.kill(signal);
  expect(await ended).toEqual([code, null]);
  expect(readdirSync(temporary)).toEqual([]);
});
