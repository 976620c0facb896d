import type { Worker } from 'node:worker_threads';
import type { Post } from '../github/post-run.ts';

/** Where a command writes to, and what it may know of its surroundings: passed in, so that tests can look. */
export interface TerminalIo {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the folder that paths on the command line are relative to. */
  readonly cwd: string;
  /** Today's date, ISO 8601, in UTC: suppressions end by it. */
  readonly today: string;
  /** Milliseconds from any fixed point. */
  readonly clock: () => number;
  /** A thread that runs `dist/worker.js` already, for a command that needs one. */
  readonly worker?: Worker;
  /** Posts on GitHub; loaded when it is called. */
  readonly post?: Post;
}

export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Colour when a person looks on, unless NO_COLOR (https://no-color.org) or FORCE_COLOR say otherwise. */
export function wantsColor(stream: OutputStream, env: TerminalIo['env']): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}
