import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { errorCode, reasonOfError } from './file-errors.ts';
import type { RealPaths } from './real-paths.ts';
import { specialKind } from './special-file.ts';

/** Larger files are not read: an API server takes objects of 1.5 MiB, a platform user data of 64 KiB. */
export const largestFile = 16 * 1024 * 1024;

export type FileBytes =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** Over {@link largestFile}: only its beginning was read. */
  | { readonly kind: 'too-large'; readonly head: Buffer }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

const headSize = 64 * 1024;

// Not following a link in the last part, and not blocking, make the checks above hold when somebody puts a link
// or a FIFO in the file's place meanwhile.
const openFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Reads a file of the workspace. Links are followed inside the workspace only; FIFOs, sockets and devices are
 * never read.
 *
 * @param file relative to the workspace
 */
export function readWorkspaceFile(paths: RealPaths, file: string): FileBytes {
  const real = paths.resolve(file);
  if (real.kind === 'missing') return { kind: 'unreadable', reason: real.reason };
  if (real.kind !== 'inside') return { kind: real.kind, reason: real.reason };
  return readRegularFile(real.path, real.stats);
}

/** Reads a file by its absolute path; `stats` is what was found there, and no link. */
export function readRegularFile(absolute: string, stats: Stats): FileBytes {
  if (stats.isDirectory()) return { kind: 'unreadable', reason: reasonOfError('EISDIR') };
  // Opening a FIFO to look at its type would already be seen by whoever writes to it.
  if (!stats.isFile()) return { kind: 'unreadable', reason: specialKind(stats) };
  try {
    return readRegular(absolute);
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOfError(errorCode(error)) };
  }
}

function readRegular(absolute: string): FileBytes {
  const descriptor = openSync(absolute, openFlags);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return { kind: 'unreadable', reason: specialKind(stat) };
    const bytes = readUpTo(descriptor, stat.size > largestFile ? headSize : stat.size);
    return stat.size > largestFile ? { kind: 'too-large', head: bytes } : { kind: 'bytes', bytes };
  } finally {
    closeSync(descriptor);
  }
}

/** Reads the first bytes of a file, fewer when it has no more. */
function readUpTo(descriptor: number, size: number): Buffer {
  const buffer = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const count = readSync(descriptor, buffer, length, size - length, null);
    if (count === 0) break;
    length += count;
  }
  return buffer.subarray(0, length);
}
