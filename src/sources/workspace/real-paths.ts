import { lstatSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { errorCode, reasonOfError } from './file-errors.ts';

/** Where a path of the workspace really leads. `stats` are the file's own, no link's. */
export type RealPath =
  | { readonly kind: 'inside'; readonly path: string; readonly stats: Stats }
  | { readonly kind: 'refused' | 'missing' | 'unreadable'; readonly reason: string };

export const leavesWorkspace = 'a symlink that leads out of the workspace';

/** Resolves the links of a workspace's paths, and refuses those that leave it. */
export class RealPaths {
  readonly root: string;
  readonly #folders = new Map<string, RealPath>();

  /** @param root absolute, without links */
  constructor(root: string) {
    this.root = root;
  }

  /** Absolute path without links of a file or folder that is given relative to the workspace. */
  resolve(relative: string): RealPath {
    const absolute = path.resolve(this.root, relative);
    if (absolute === this.root) return this.#follow(absolute);
    if (!isInside(this.root, absolute)) return { kind: 'refused', reason: 'outside the workspace' };
    const folder = this.#folder(path.dirname(absolute));
    if (folder.kind !== 'inside') return folder;
    const joined = path.join(folder.path, path.basename(absolute));
    try {
      const stats = lstatSync(joined);
      return stats.isSymbolicLink() ? this.#follow(joined) : { kind: 'inside', path: joined, stats };
    } catch (error) {
      return notThere(errorCode(error));
    }
  }

  #folder(absolute: string): RealPath {
    let known = this.#folders.get(absolute);
    if (!known) {
      known = this.#follow(absolute);
      this.#folders.set(absolute, known);
    }
    return known;
  }

  #follow(absolute: string): RealPath {
    try {
      const real = realpathSync.native(absolute);
      if (isInside(this.root, real)) return { kind: 'inside', path: real, stats: lstatSync(real) };
      return { kind: 'refused', reason: leavesWorkspace };
    } catch (error) {
      return notThere(errorCode(error));
    }
  }
}

function notThere(code: string): RealPath {
  const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
  return { kind: isMissing ? 'missing' : 'unreadable', reason: reasonOfError(code) };
}

/** True when `absolute` is `folder` or lies in it, by name alone. */
export function isInside(folder: string, absolute: string): boolean {
  return absolute === folder || absolute.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}
