import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

const cache = path.join(root, 'node_modules/.cache/windtunnel-fidelity');

/** Whether `go` is there to build the programs that the core is compared with. */
export const hasGo = succeeds(() => execFileSync('go', ['version'], { stdio: 'ignore' }));

/** Builds the native twin of the core, and gives its path. */
export function buildNativeTwin(): string {
  mkdirSync(cache, { recursive: true });
  const out = path.join(cache, 'core');
  const tsx = path.join(root, 'node_modules/.bin/tsx');
  execFileSync(tsx, [path.join(root, 'scripts/build-core.ts'), '--native', out], { stdio: 'inherit' });
  return out;
}

/** Builds the real `butane` of a release from its Go module, and gives its path. */
export function buildButane(version: string): string {
  const folder = path.join(cache, `butane-${version}`);
  mkdirSync(folder, { recursive: true });
  const require = `require github.com/coreos/butane ${version}`;
  writeFileSync(path.join(folder, 'go.mod'), `module oracle\n\ngo 1.26.0\n\n${require}\n`);
  const out = path.join(folder, 'butane');
  execFileSync('go', ['build', '-o', out, 'github.com/coreos/butane/internal'], {
    cwd: folder,
    env: { ...process.env, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local', GOWORK: 'off' },
    stdio: 'inherit',
  });
  return out;
}

function succeeds(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
