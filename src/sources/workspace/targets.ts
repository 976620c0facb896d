import { realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { errorCode, reasonOfError } from './file-errors.ts';
import { toSlashes } from './ignore-rules.ts';
import { isInside, leavesWorkspace } from './real-paths.ts';

/** What a command line names, relative to the workspace; the workspace itself is the folder ''. */
export interface Target {
  readonly kind: 'file' | 'folder';
  readonly path: string;
}

/** A path of the command line that cannot be used, as a sentence that names it. */
export interface UnusablePath {
  readonly unusable: string;
}

export interface Located {
  /** Absolute path of the workspace, without links. */
  readonly root: string;
  readonly targets: readonly Target[];
}

interface NamedPath {
  readonly absolute: string;
  readonly isFolder: boolean;
}

/**
 * Finds the workspace of a command line: the current folder as long as all paths lie in it, otherwise the
 * nearest folder above all of them. Without paths the whole current folder is meant.
 *
 * @param cwd absolute path of the current folder
 */
export function locateTargets(cwd: string, named: readonly string[]): Located | UnusablePath {
  const here = realpathSync.native(cwd);
  const found: NamedPath[] = [];
  for (const name of named.length === 0 ? ['.'] : named) {
    const located = locate(cwd, here, name);
    if ('unusable' in located) return located;
    found.push(located);
  }
  const folders = found.map(({ absolute, isFolder }) => (isFolder ? absolute : path.dirname(absolute)));
  const root = folders.every((folder) => isInside(here, folder)) ? here : commonFolder(folders);
  const targets = found.map(({ absolute, isFolder }): Target => {
    return { kind: isFolder ? 'folder' : 'file', path: toSlashes(path.relative(root, absolute)) };
  });
  return { root, targets };
}

function locate(cwd: string, here: string, name: string): NamedPath | UnusablePath {
  const given = path.resolve(cwd, name);
  let real: string;
  let stats: Stats;
  try {
    real = realpathSync.native(given);
    stats = statSync(real);
  } catch (error) {
    const code = errorCode(error);
    return { unusable: code === 'ENOENT' ? `${name} does not exist` : `${name}: ${reasonOfError(code)}` };
  }
  const isFolder = stats.isDirectory();
  if (!isInside(cwd, given)) return { absolute: real, isFolder };
  // A path that stays in the current folder by name may be a pull request's: its links must stay as well.
  if (!isInside(here, real)) return { unusable: `${name}: ${leavesWorkspace}` };
  return { absolute: path.resolve(here, path.relative(cwd, given)), isFolder };
}

function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? path.sep;
  while (!folders.every((folder) => isInside(common, folder))) common = path.dirname(common);
  return common;
}

/** True when the targets take in the whole of a folder. */
export function covers(targets: readonly Target[], folder: string): boolean {
  return targets.some(
    ({ kind, path: named }) => kind === 'folder' && (named === '' || `${folder}/`.startsWith(`${named}/`)),
  );
}
