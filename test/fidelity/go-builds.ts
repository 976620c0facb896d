import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

const cache = path.join(root, 'node_modules/.cache/windtunnel-fidelity');

/** Builds the native twin of the core, and gives its path. */
export function buildNativeTwin(): string {
  mkdirSync(cache, { recursive: true });
  const out = path.join(cache, 'core');
  const tsx = path.join(root, 'node_modules/.bin/tsx');
  execFileSync(tsx, [path.join(root, 'scripts/build-core.ts'), '--native', out], { stdio: 'inherit' });
  return out;
}
