import { runGit } from './run-git.ts';

const readingTime = 120_000;
const lineEnd = 0x0a;

/**
 * Reads objects of a repository as they are stored, by one process: no filter, hook or conversion sees them. Gives the
 * reason where git does not end well.
 *
 * @param folder absolute path in the work tree
 * @param onBlob told each object that there is, in the order of `objects`
 */
export async function readBlobs(
  folder: string,
  objects: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  onBlob: (object: string, bytes: Buffer) => void,
): Promise<string | undefined> {
  if (objects.length === 0) return undefined;
  const reader = new BatchReader(onBlob);
  const answer = await runGit(['cat-file', '--batch', '--buffer'], {
    cwd: folder,
    findsAbove: true,
    timeout: readingTime,
    env,
    input: `${objects.join('\n')}\n`,
    onOutput: (bytes) => reader.take(bytes),
  });
  return answer.ok ? undefined : answer.reason;
}

/** `<object> SP <type> SP <size> LF <contents> LF`, or `<object> SP missing LF`. */
class BatchReader {
  readonly #onBlob: (object: string, bytes: Buffer) => void;
  #pending: Buffer[] = [];
  #length = 0;
  /** How many bytes have to be there before it is worth looking. */
  #wanted = 1;

  constructor(onBlob: (object: string, bytes: Buffer) => void) {
    this.#onBlob = onBlob;
  }

  take(bytes: Buffer): void {
    this.#pending.push(bytes);
    this.#length += bytes.length;
    if (this.#length < this.#wanted) return;
    const rest = this.#read(Buffer.concat(this.#pending));
    this.#pending = [rest];
    this.#length = rest.length;
  }

  /** Gives what is left of the bytes. */
  #read(bytes: Buffer): Buffer {
    let at = 0;
    for (;;) {
      const end = bytes.indexOf(lineEnd, at);
      this.#wanted = 1;
      if (end < 0) return bytes.subarray(at);
      const [object = '', type, size] = bytes.toString('latin1', at, end).split(' ');
      const start = end + 1;
      const next = type === 'missing' ? start : start + Number(size) + 1;
      if (next > bytes.length) {
        this.#wanted = next - at;
        return bytes.subarray(at);
      }
      if (type === 'blob') this.#onBlob(object, bytes.subarray(start, next - 1));
      at = next;
    }
  }
}
