import { errno, type Mounts, ReadOnlyFiles } from './wasi-files.ts';

type Import = (...args: never[]) => unknown;

/** The core called `proc_exit`: Go does so when it runs out of memory or of stack. */
class CoreExit extends Error {
  override name = 'CoreExit';
}

/**
 * The host side of WASI preview 1, as little as a Go program needs: a constant clock and constant random bytes
 * (upstream walks maps in random order, and equal input must give equal bytes), no arguments, no environment,
 * and files of one folder, to read only.
 * https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md
 */
export class Wasi {
  readonly #files: ReadOnlyFiles;
  #memory: WebAssembly.Memory | undefined;
  #stderr = '';

  constructor(mounts: Mounts) {
    this.#files = new ReadOnlyFiles(mounts, () => this.#view());
  }

  /** Must be told once the instance exists, before `_initialize`. */
  attach(memory: WebAssembly.Memory): void {
    this.#memory = memory;
  }

  /** The last words of the Go runtime: says why when it stopped. */
  get stderr(): string {
    return this.#stderr;
  }

  /**
   * Imports for every function the module asks for; those of WASI that are not written here answer "not supported".
   *
   * @param host answers what the core asks of its host: the place of a request in memory, and its length
   */
  imports(module: WebAssembly.Module, host: (at: number, size: number) => bigint): WebAssembly.Imports {
    const known: Record<string, Import> = { ...this.#basics(), ...this.#files.imports() };
    const functions: Record<string, Import> = {};
    for (const { module: from, name } of WebAssembly.Module.imports(module)) {
      if (from === 'wasi_snapshot_preview1') functions[name] = known[name] ?? (() => errno.notSupported);
    }
    return { wasi_snapshot_preview1: functions, windtunnel: { host } };
  }

  #basics(): Record<string, Import> {
    const zeroSizes = (count: number, size: number) => {
      this.#view().setUint32(count, 0, true);
      this.#view().setUint32(size, 0, true);
      return errno.success;
    };
    return {
      args_get: () => errno.success,
      args_sizes_get: zeroSizes,
      environ_get: () => errno.success,
      environ_sizes_get: zeroSizes,
      sched_yield: () => errno.success,
      clock_time_get: (_id: number, _precision: bigint, time: number) => {
        // Go stops with "nanotime returning zero" when the clock stands at zero.
        this.#view().setBigUint64(time, 1_000_000_000n, true);
        return errno.success;
      },
      random_get: (start: number, length: number) => {
        new Uint8Array(this.#view().buffer, start, length).fill(7);
        return errno.success;
      },
      poll_oneoff: (subscriptions: number, events: number, count: number, ready: number) =>
        this.#poll(subscriptions, events, count, ready),
      fd_write: (fd: number, vectors: number, count: number, written: number) =>
        this.#write(fd, vectors, count, written),
      proc_exit: (code: number) => {
        throw new CoreExit(`the core stopped with status ${code}`);
      },
    };
  }

  // Go polls now and then once a file was open. Files are always ready, and no time passes here.
  #poll(subscriptions: number, events: number, count: number, ready: number): number {
    const view = this.#view();
    for (let index = 0; index < count; index += 1) {
      const from = subscriptions + index * 48;
      const to = events + index * 32;
      view.setBigUint64(to, view.getBigUint64(from, true), true);
      view.setUint16(to + 8, errno.success, true);
      view.setUint8(to + 10, view.getUint8(from + 8));
    }
    view.setUint32(ready, count, true);
    return errno.success;
  }

  #write(_fd: number, vectors: number, count: number, written: number): number {
    const view = this.#view();
    let total = 0;
    for (let index = 0; index < count; index += 1) {
      const start = view.getUint32(vectors + index * 8, true);
      const length = view.getUint32(vectors + index * 8 + 4, true);
      const text = Buffer.from(view.buffer, start, Math.min(length, 4096)).toString('latin1');
      if (this.#stderr.length < 4096) this.#stderr += text;
      total += length;
    }
    view.setUint32(written, total, true);
    return errno.success;
  }

  // The buffer is another one after the memory has grown, so nobody may keep a view.
  #view(): DataView {
    if (!this.#memory) throw new Error('WASI call before the memory is attached');
    return new DataView(this.#memory.buffer);
  }
}
