import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache/windtunnel-go/component-oracle');

const version = 'k8s.io/component-base/version';
/** What release builds are stamped with: some checks compare with their own version. */
const stamp = `-X ${version}.gitVersion=v1.34.3 -X ${version}.gitMajor=1 -X ${version}.gitMinor=34`;

/**
 * Builds the program of `component-oracle/`, the components' own code at v1.34.3, and gives its path. It takes the
 * modules of `scripts/oracle`, in a copy that Go may write to. The first time compiles some thousand packages.
 */
export function buildComponentOracle(): string {
  mkdirSync(cache, { recursive: true });
  for (const file of ['go.mod', 'go.sum'])
    copyFileSync(path.resolve(import.meta.dirname, '../oracle', file), path.join(cache, file));
  const out = path.join(cache, 'component-oracle');
  const modules = `-modfile=${path.join(cache, 'go.mod')}`;
  execFileSync('go', ['build', modules, '-trimpath', '-buildvcs=false', '-ldflags', stamp, '-o', out, '.'], {
    cwd: path.join(import.meta.dirname, 'component-oracle'),
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local', GOWORK: 'off' },
    stdio: 'inherit',
  });
  return out;
}
