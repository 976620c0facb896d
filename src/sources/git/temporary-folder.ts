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
  const folder = realpathSync.native(mkdtempSync(path.join(tmpdir(), `${name}-`)));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
  const stop = (signal: keyof typeof interrupted): never => {
    remove();
    process.exit(interrupted[signal]);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    return await run(folder);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
    remove();
  }
}
