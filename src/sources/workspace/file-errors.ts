/** The code of a system error, `ENOENT` for instance; rethrows what is none. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  ELOOP: 'a symlink that leads back to itself',
  ENAMETOOLONG: 'its path is too long',
  EISDIR: 'a folder, not a file',
  ENXIO: 'not a regular file',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files',
};

/** What a person is told of a system error. */
export function reasonOfError(code: string): string {
  return reasons[code] ?? `cannot be read (${code})`;
}
