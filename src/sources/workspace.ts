import type { LeftOut } from '../model/report.ts';
import { listFiles } from './workspace/list-files.ts';
import { type FileBytes, readWorkspaceFile } from './workspace/read-file.ts';
import { RealPaths } from './workspace/real-paths.ts';
import { locateTargets, type Target, type UnusablePath } from './workspace/targets.ts';

interface WorkspaceFiles {
  /** Relative to the workspace, with `/`, in code unit order. */
  readonly files: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * A read-only view of a folder that may be a stranger's pull request: no path and no link leads out of it, and
 * only regular files are opened.
 */
export interface Workspace {
  /** Absolute path, without links. */
  readonly root: string;
  /** What the command line names; the whole workspace is the folder ''. */
  readonly targets: readonly Target[];
  /**
   * Files below the targets whose names (without folders) are wanted, without those that git ignores. A file
   * that is itself a target is always among them.
   */
  list(isWanted: (name: string) => boolean): WorkspaceFiles;
  /** Like `list`, for the whole workspace, whatever the targets are. */
  listAll(isWanted: (name: string) => boolean): WorkspaceFiles;
  /** Reads one file by its path relative to the workspace. */
  read(file: string): FileBytes;
  /** True for a file or folder that exists inside the workspace, links followed. */
  has(path: string): boolean;
}

/**
 * Opens the workspace that a command line means.
 *
 * @param cwd absolute path of the current folder
 * @param named the command's PATH arguments; none means the current folder
 */
export function openWorkspace(cwd: string, named: readonly string[]): Workspace | UnusablePath {
  const located = locateTargets(cwd, named);
  if ('unusable' in located) return located;
  const paths = new RealPaths(located.root);
  return {
    ...located,
    list: (isWanted) => listTargets(paths, located.targets, isWanted),
    listAll: (isWanted) => listFiles(paths, '', isWanted),
    read: (file) => readWorkspaceFile(paths, file),
    has: (path) => paths.resolve(path).kind === 'inside',
  };
}

function listTargets(
  paths: RealPaths,
  targets: readonly Target[],
  isWanted: (name: string) => boolean,
): WorkspaceFiles {
  const files = new Set<string>();
  const leftOut = new Map<string, LeftOut>();
  for (const target of targets) {
    if (target.kind === 'file') {
      files.add(target.path);
      continue;
    }
    const listing = listFiles(paths, target.path, isWanted);
    for (const file of listing.files) files.add(file);
    for (const item of listing.leftOut) leftOut.set(item.file, item);
  }
  // Targets may overlap: a file that one target names and another leaves out is taken.
  for (const file of files) leftOut.delete(file);
  return { files: [...files].sort(), leftOut: [...leftOut.values()] };
}
