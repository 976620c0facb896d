import { availableParallelism } from 'node:os';
import { type JobResult, JobWorker } from './job-worker.ts';

/** How a set of jobs is done. */
export interface RunOptions {
  /** At most so many workers; fewer for a few jobs. */
  readonly workers: number;
  /** A job that takes longer is ended together with its worker, in milliseconds. */
  readonly timeout: number;
  /** Told after each job how many are done. */
  readonly onDone: (done: number) => void;
}

/** A further worker costs about as much time to start as so many jobs take. */
const jobsPerWorker = 8;

/**
 * Workers that untrusted input is read in. The first one starts with the pool, so that it is ready when the
 * jobs are known.
 */
export class WorkerPool<Job, Answer> {
  readonly #script: string;
  readonly #setup: Promise<unknown>;
  #first: JobWorker<Job, Answer> | undefined;

  /** `script`: file of the worker; `setup`: what each worker is told before its first job. */
  constructor(script: string, setup: Promise<unknown>) {
    this.#script = script;
    this.#setup = setup;
    this.#first = new JobWorker(script, setup);
  }

  /**
   * Gives the results in the order of the jobs, whoever did them. A worker that dies or takes too long costs its
   * own job only; another takes its place.
   */
  async run(jobs: readonly Job[], options: RunOptions): Promise<JobResult<Answer>[]> {
    const results: JobResult<Answer>[] = [];
    const queue = jobs.entries();
    let done = 0;
    const work = async (first: JobWorker<Job, Answer> | undefined) => {
      let worker = first;
      for (const [index, job] of queue) {
        worker ??= new JobWorker<Job, Answer>(this.#script, this.#setup);
        const result = await worker.run(job, options.timeout);
        if ('failure' in result) worker = undefined;
        results[index] = result;
        options.onDone(++done);
      }
      worker?.end();
    };
    const size = Math.max(1, Math.min(options.workers, Math.ceil(jobs.length / jobsPerWorker)));
    const workers = Array.from({ length: size }, (_, index) => (index === 0 ? this.#first : undefined));
    this.#first = undefined;
    await Promise.all(workers.map(work));
    return results;
  }

  /** Ends a worker that never got a job: it would keep the process alive. */
  close(): void {
    this.#first?.end();
  }
}

/** One worker a core, and no more than memory allows: each holds an instance of the core. */
export function defaultPoolSize(): number {
  return Math.min(availableParallelism(), 4);
}
