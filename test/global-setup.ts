import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Tests run what users run: the bundles of `dist/`, made from the sources of this moment. */
export default function setup(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  execFileSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/build.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
}
