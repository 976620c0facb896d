import { availableParallelism } from 'node:os';
import { type JobResult, JobWorker } from './job-worker.ts';

export interface PoolOptions {
  /** File of the worker. */
  readonly script: string;
  /** Posted to each worker before its first job. */
  readonly setup: Promise<unknown>;
  /** At most so many workers. */
  readonly size: number;
  /** A job that takes longer is ended together with its worker, in milliseconds. */
  readonly timeout: number;
}

/** A further worker costs about as much time to start as so many jobs take. */
const jobsPerWorker = 8;

/**
 * Workers that untrusted input is read in. The first one starts with the pool, so that it is ready when the
 * jobs are known.
 */
export class WorkerPool<Job, Answer> {
  readonly #options: PoolOptions;
  #first: JobWorker<Job, Answer> | undefined;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#first = new JobWorker(options);
  }

  /**
   * Gives the results in the order of the jobs, whoever did them. A worker that dies or takes too long costs its
   * own job only; another takes its place.
   */
  async run(jobs: readonly Job[], onDone: (done: number) => void = () => {}): Promise<JobResult<Answer>[]> {
    const results: JobResult<Answer>[] = [];
    const queue = jobs.entries();
    let done = 0;
    const work = async (first: JobWorker<Job, Answer> | undefined) => {
      let worker = first;
      for (const [index, job] of queue) {
        worker ??= new JobWorker<Job, Answer>(this.#options);
        const result = await worker.run(job);
        if ('failure' in result) worker = undefined;
        results[index] = result;
        onDone(++done);
      }
      await worker?.end();
    };
    const size = Math.max(1, Math.min(this.#options.size, Math.ceil(jobs.length / jobsPerWorker)));
    const workers = Array.from({ length: size }, (_, index) => (index === 0 ? this.#first : undefined));
    this.#first = undefined;
    await Promise.all(workers.map(work));
    return results;
  }
}

/** One worker a core, and no more than memory allows: each holds an instance of the core. */
export function defaultPoolSize(): number {
  return Math.min(availableParallelism(), 4);
}
