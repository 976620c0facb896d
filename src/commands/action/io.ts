import type { Writable } from 'node:stream';
import type { RunnerEvent } from '../../github/event.ts';
import type { Post } from '../../github/post-run.ts';
import type { Toolkit } from '../toolkit.ts';
import type { ReportInputs } from './inputs.ts';

/** What the runner gives a step, and what is loaded only when it is needed. */
export interface ActionIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The step's log, in which the runner looks for workflow commands. */
  readonly stdout: Writable;
  /** Today's date, ISO 8601, in UTC. */
  readonly today: string;
  /** `mode: report`, which needs all reporters. Gives the exit code. */
  readonly report: (step: Step, inputs: ReportInputs) => Promise<number>;
  readonly post: Post;
}

/** One step of a job, whatever its mode. */
export interface Step {
  readonly core: Toolkit;
  readonly io: ActionIo;
  readonly event: RunnerEvent;
}
