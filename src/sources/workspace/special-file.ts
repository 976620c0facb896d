import type { Dirent, Stats } from 'node:fs';
import type { LeftOut } from '../../model/report.ts';
import type { RealPaths } from './real-paths.ts';

type Verdict = 'file' | Omit<LeftOut, 'file'> | undefined;

/**
 * Decides on what is neither a plain file nor a folder. `file`: a link to a file inside the workspace. Undefined:
 * of no interest, such as a link to a folder inside, or a socket that is not named like a config.
 */
export function examineSpecial(paths: RealPaths, file: string, child: Dirent, isWanted: boolean): Verdict {
  if (!child.isSymbolicLink()) return isWanted ? failed(specialKind(child)) : undefined;
  const target = paths.resolve(file);
  if (target.kind !== 'inside') {
    // Said of links to folders too: whole folders of configs would be missing without a word.
    if (target.kind === 'refused') return { status: 'skipped', reason: target.reason };
    if (!isWanted) return undefined;
    return target.kind === 'missing'
      ? { status: 'skipped', reason: 'a symlink to nothing' }
      : failed(target.reason);
  }
  if (!isWanted) return undefined;
  if (target.stats.isFile()) return 'file';
  return target.stats.isDirectory() ? undefined : failed(specialKind(target.stats));
}

/** What a person calls a file that cannot be read like one. */
export function specialKind(file: Dirent | Stats): string {
  if (file.isFIFO()) return 'a FIFO, not a file';
  if (file.isSocket()) return 'a socket, not a file';
  return 'a device, not a file';
}

function failed(reason: string): Verdict {
  return { status: 'failed', reason };
}
