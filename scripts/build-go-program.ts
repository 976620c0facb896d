import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A program of a Go module, at a version. */
export interface GoProgram {
  readonly module: string;
  readonly version: string;
  /** The package of the program; the module itself when there is none. */
  readonly package?: string;
}

const cache = path.resolve(import.meta.dirname, '../node_modules/.cache/windtunnel-go');

/** Whether there is a `go` to build programs with. */
export const hasGo = spawnSync('go', ['version']).status === 0;

/**
 * Builds a program that we compare ourselves with, and gives its path. A folder with one `require` line instead of
 * `go install`, which asks some modules for a list of versions that is not to be had everywhere.
 */
export function buildGoProgram(program: GoProgram): string {
  const name = path.basename(program.module);
  const folder = path.join(cache, `${name}-${program.version}`);
  mkdirSync(folder, { recursive: true });
  const requirement = `require ${program.module} ${program.version}`;
  writeFileSync(path.join(folder, 'go.mod'), `module oracle\n\ngo 1.26.0\n\n${requirement}\n`);
  const out = path.join(folder, name);
  execFileSync('go', ['build', '-o', out, program.package ?? program.module], {
    cwd: folder,
    env: { ...process.env, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local', GOWORK: 'off' },
    stdio: 'inherit',
  });
  return out;
}

/** The upstream translator's own executable, `butane`. */
export function buildButane(version: string): string {
  const module = 'github.com/coreos/butane';
  return buildGoProgram({ module, version, package: `${module}/internal` });
}
