import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { errorCode, reasonOfError } from './file-errors.ts';
import type { RealPaths } from './real-paths.ts';
import { specialKind } from './special-file.ts';

/** Larger files are not read: the largest user data that any platform takes is 64 KiB. */
export const largestFile = 8 * 1024 * 1024;

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
  if (real.kind !== 'inside') return real;
  return readRegularFile(real.path);
}

/** Reads a file by its absolute path; its last part may not be a link. */
export function readRegularFile(absolute: string): FileBytes {
  try {
    return readRegular(absolute);
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOfError(errorCode(error)) };
  }
}

function readRegular(absolute: string): FileBytes {
  const named = lstatSync(absolute);
  if (named.isDirectory()) return { kind: 'unreadable', reason: reasonOfError('EISDIR') };
  // Opening a FIFO to look at its type would already be seen by whoever writes to it.
  if (!named.isFile()) return { kind: 'unreadable', reason: specialKind(named) };
  const descriptor = openSync(absolute, openFlags);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return { kind: 'unreadable', reason: specialKind(stat) };
    if (stat.size > largestFile) return { kind: 'too-large', head: readUpTo(descriptor, headSize) };
    const bytes = readUpTo(descriptor, largestFile + 1, stat.size + 1);
    // It grew while it was read.
    if (bytes.length > largestFile) return { kind: 'too-large', head: bytes.subarray(0, headSize) };
    return { kind: 'bytes', bytes };
  } finally {
    closeSync(descriptor);
  }
}

/** Reads at most `limit` bytes; `expected` is the size of the first buffer. */
function readUpTo(descriptor: number, limit: number, expected = limit): Buffer {
  let buffer = Buffer.allocUnsafe(Math.min(limit, Math.max(expected, 1)));
  let length = 0;
  for (;;) {
    const count = readSync(descriptor, buffer, length, buffer.length - length, null);
    length += count;
    if (count === 0 || length === limit) return buffer.subarray(0, length);
    // Files of /proc say that they are empty, and a file may grow: size is a hint only.
    if (length === buffer.length) {
      buffer = Buffer.concat([buffer], Math.min(limit, buffer.length * 2 + 1024));
    }
  }
}
