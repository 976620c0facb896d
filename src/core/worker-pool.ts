import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { type JobResult, JobWorker } from './job-worker.ts';
import { startWorker } from './start-worker.ts';

/** How a set of jobs is done. */
export interface RunOptions<Job, Answer> {
  /** At most so many workers. */
  readonly workers: number;
  /** A job that takes longer is ended together with its worker, in milliseconds. */
  readonly timeout: number;
  /** Told each result as it comes, in no certain order. */
  readonly onResult: (job: Job, result: JobResult<Answer>) => void;
}

/**
 * Workers that untrusted input is read in. The first one starts with the pool, so that it is ready when the
 * jobs are known.
 */
export class WorkerPool<Job, Answer> {
  readonly #setup: unknown;
  #idle: JobWorker<Job, Answer>[];

  /** `setup`: what each worker is told before its first job; `first`: a thread that was started already. */
  constructor(setup: unknown, first: Worker = startWorker()) {
    this.#setup = setup;
    this.#idle = [new JobWorker(first, setup)];
  }

  /**
   * Does the jobs. Each is asked for when a worker is free, so that those that wait take no memory. A worker that
   * dies or takes too long costs its own job only; another takes its place.
   */
  async run(jobs: AsyncIterator<Job>, options: RunOptions<Job, Answer>): Promise<void> {
    const work = async () => {
      let worker = this.#idle.pop();
      for (let next = await jobs.next(); next.done !== true; next = await jobs.next()) {
        worker ??= new JobWorker<Job, Answer>(startWorker(), this.#setup);
        const result = await worker.run(next.value, options.timeout);
        if ('failure' in result) worker = undefined;
        options.onResult(next.value, result);
      }
      if (worker) this.#idle.push(worker);
    };
    await Promise.all(Array.from({ length: Math.max(1, options.workers) }, work));
  }

  /** Ends the workers: they would keep the process alive. */
  close(): void {
    for (const worker of this.#idle) worker.end();
    this.#idle = [];
  }
}

/** One worker a core, and no more than memory allows: each holds an instance of the core. */
export function defaultPoolSize(): number {
  return Math.min(availableParallelism(), 4);
}
