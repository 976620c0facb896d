import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

const out = path.resolve(import.meta.dirname, '../../node_modules/.cache/windtunnel-go/oracle/oracle');

/**
 * Builds the oracle, the validation code of Kubernetes itself (see main.go), and gives the program's path. The first
 * time compiles some hundred packages, about seven minutes; later it takes a second.
 */
export function buildOracle(): string {
  mkdirSync(path.dirname(out), { recursive: true });
  execFileSync('go', ['build', '-buildvcs=false', '-o', out, '.'], {
    cwd: import.meta.dirname,
    env: { ...process.env, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local', GOWORK: 'off' },
    stdio: 'inherit',
  });
  return out;
}
