import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';

/** A release of a Go module, with the sum of its content as go.sum has it. */
export interface GoModule {
  readonly path: string;
  readonly version: string;
  readonly sum: string;
}

/**
 * Folder of the module's content in Go's module cache; fetches it when it is not there.
 *
 * @returns undefined where there is no Go
 * @throws when the content has another sum than the one that is pinned
 */
export function goModuleFolder(module: GoModule): string | undefined {
  const answer = download(module);
  if (answer === undefined) return undefined;
  const { Dir: folder, Sum: sum } = JSON.parse(answer);
  if (sum !== module.sum) throw new Error(`${module.path}@${module.version}: ${sum}, not ${module.sum}`);
  return folder;
}

function download({ path, version }: GoModule): string | undefined {
  try {
    return execFileSync('go', ['mod', 'download', '-json', `${path}@${version}`], {
      encoding: 'utf8',
      // Outside of any module, so that no go.mod has a say.
      cwd: tmpdir(),
      env: { ...process.env, GOFLAGS: '-mod=mod' },
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
