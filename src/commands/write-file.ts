import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isInside } from '../sources/workspace/real-paths.ts';
import { UsageError } from './usage-error.ts';

/**
 * Writes a file that the command line names, with the folders that it needs; throws a {@link UsageError} where
 * that is not possible.
 *
 * @param file relative to `cwd`, or absolute
 */
export function writeNamedFile(cwd: string, file: string, text: string): void {
  const target = path.resolve(cwd, file);
  asUsageError(file, () => {
    makeFolder(path.dirname(target));
    writeFileSync(target, text);
  });
}

/**
 * Writes a file that is not there yet; false, and nothing is written, where something has its name, a link that
 * leads nowhere included. Throws a {@link UsageError} where it cannot be written, or only through a link that
 * leads out of the folder: that may be a stranger's repository.
 *
 * @param file relative to `cwd`
 */
export function writeNewFile(cwd: string, file: string, text: string): boolean {
  const target = path.join(cwd, file);
  return asUsageError(file, () => {
    const existing = nearestFolder(path.dirname(target));
    if (!isInside(realpathSync(cwd), realpathSync(existing))) {
      throw new UsageError(`cannot write ${file}: a link leads out of this folder`);
    }
    makeFolder(path.dirname(target));
    try {
      writeFileSync(target, text, { flag: 'wx' });
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  });
}

function asUsageError<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (codeOf(error) === undefined || !(error instanceof Error)) throw error;
    // Behind the comma stand the system call and an absolute path.
    throw new UsageError(`cannot write ${file}: ${error.message.split(', ')[0]}`);
  }
}

// Not `recursive`: with that Node 20 never comes back where a folder is there and takes no other, such as /proc
// or a link that leads nowhere.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(path.dirname(folder));
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
