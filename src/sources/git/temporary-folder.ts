import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** 128 and the signal's number, as a shell says of what a signal has ended. */
const interrupted = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Runs something with a new folder, absolute and without links, which is gone afterwards, also when the program is
 * interrupted: it may hold all of somebody's repository.
 *
 * @param name what the folder's name begins with
 */
export async function inTemporaryFolder<T>(name: string, run: (folder: string) => Promise<T>): Promise<T> {
  let folder: string | undefined;
  const remove = (): void => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
  };
  const stop = (signal: keyof typeof interrupted): never => {
    remove();
    process.exit(interrupted[signal]);
  };
  // Before there is a folder: a signal may come as soon as it is there.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    folder = realpathSync.native(mkdtempSync(path.join(tmpdir(), `${name}-`)));
    return await run(folder);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
    remove();
  }
}
