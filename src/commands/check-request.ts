import type { Worker } from 'node:worker_threads';
import type { MachineTarget } from '../config/config.ts';
import type { Narrowing } from './only.ts';
import type { ShardChoice } from './shards.ts';

/** What to check, and how. Paths are relative to `cwd` or absolute. */
export interface CheckRequest {
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly configFile?: string;
  /** Wins over what the configuration says. */
  readonly target: MachineTarget;
  /** Which entries of the matrix; of all when empty. */
  readonly only: Narrowing;
  /** Which part of the run; undefined for all of it. */
  readonly shard?: ShardChoice;
  /** A commit as git names it, which the change starts from. */
  readonly base?: string;
  /** Whether the report holds what is rendered. */
  readonly withRendered: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly workers?: number;
  readonly timeoutSeconds?: number;
  /** A thread that was started before, to save time. */
  readonly worker?: Worker;
  readonly onProgress: (done: number, all: number) => void;
}
