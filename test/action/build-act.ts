import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './action-metadata.ts';

/** Builds act, which runs GitHub workflows locally, from its Go module; gives the path of the program. */
export function buildAct(version: string): string {
  const folder = path.join(root, 'node_modules/.cache/windtunnel-act');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'go.mod'),
    `module oracle\n\ngo 1.26.0\n\nrequire github.com/nektos/act ${version}\n`,
  );
  const out = path.join(folder, 'act');
  execFileSync('go', ['build', '-o', out, 'github.com/nektos/act'], {
    cwd: folder,
    env: { ...process.env, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local', GOWORK: 'off' },
    stdio: 'inherit',
  });
  return out;
}
