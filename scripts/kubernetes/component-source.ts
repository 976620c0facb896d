import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import pins from './component-modules.json' with { type: 'json' };
import { goModuleFolder } from './go-module.ts';

/** One release, unpacked: the folder of each of its Go modules by module path. */
interface ReleaseFolders {
  readonly minor: number;
  readonly modules: Readonly<Record<string, string>>;
}

/** What the Go program asks and answers is described in `component-source/main.go`. */
interface Request {
  readonly releases: readonly ReleaseFolders[];
  readonly types?: readonly string[];
}

/**
 * The pinned releases from a minor on, oldest first; downloads what is not in Go's module cache.
 *
 * @returns undefined where there is no Go
 */
export function componentReleases(oldest: number): ReleaseFolders[] | undefined {
  const releases: ReleaseFolders[] = [];
  for (const { minor, modules } of pins.releases) {
    if (minor < oldest) continue;
    const folders: Record<string, string> = {};
    for (const [path, pin] of Object.entries(modules)) {
      const [version = '', sum = ''] = pin.split(' ');
      const folder = goModuleFolder({ path, version, sum });
      if (folder === undefined) return undefined;
      folders[path] = folder;
    }
    releases.push({ minor, modules: folders });
  }
  return releases;
}

/** Runs the Go program in `component-source/` and gives its answer, which the caller knows the form of. */
export function readComponentSource(request: Request): string {
  return execFileSync('go', ['run', '.'], {
    cwd: join(import.meta.dirname, 'component-source'),
    env: { ...process.env, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local', GOWORK: 'off' },
    input: JSON.stringify(request),
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'inherit'],
  }).toString();
}
