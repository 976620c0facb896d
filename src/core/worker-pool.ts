import { Worker } from 'node:worker_threads';

export interface PoolOptions {
  /** File of the worker; it posts `ready` once and then answers each job with one message. */
  readonly script: string;
  readonly workerData: unknown;
  /** At most so many workers; fewer when there are fewer jobs. */
  readonly size: number;
  /** A job that takes longer is ended together with its worker, in milliseconds. */
  readonly timeout: number;
}

/** A job's answer, or why there is none. */
export type JobResult<Answer> = { readonly answer: Answer } | { readonly failure: string };

/** Heap of one worker: a bomb ends its own worker and nothing else. */
const resourceLimits = { maxOldGenerationSizeMb: 256, stackSizeMb: 32 };

/**
 * Hands jobs to workers and gives the results in the order of the jobs, whoever did them. A worker that dies or
 * takes too long costs its own job only; another takes its place.
 */
export async function runJobs<Job, Answer>(
  options: PoolOptions,
  jobs: readonly Job[],
  onDone: (done: number) => void = () => {},
): Promise<JobResult<Answer>[]> {
  const results: JobResult<Answer>[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    let worker: JobWorker<Job, Answer> | undefined;
    while (next < jobs.length) {
      const index = next++;
      worker ??= await JobWorker.start<Job, Answer>(options);
      // Checked by the loop's condition; jobs are never undefined.
      const result = await worker.run(jobs[index] as Job);
      if ('failure' in result) worker = undefined;
      results[index] = result;
      onDone(++done);
    }
    await worker?.end();
  };
  await Promise.all(Array.from({ length: Math.min(options.size, jobs.length) }, work));
  return results;
}

class JobWorker<Job, Answer> {
  readonly #worker: Worker;
  readonly #timeout: number;
  #settle: ((result: JobResult<Answer>) => void) | undefined;
  #failure: string | undefined;

  private constructor(worker: Worker, timeout: number) {
    this.#worker = worker;
    this.#timeout = timeout;
    worker.on('message', (answer: Answer) => this.#settle?.({ answer }));
    worker.on('error', (error: Error & { code?: string }) => this.#fail(reasonOf(error)));
    worker.on('exit', () => this.#fail('its worker ended unexpectedly'));
  }

  static async start<Job, Answer>({
    script,
    workerData,
    timeout,
  }: PoolOptions): Promise<JobWorker<Job, Answer>> {
    const worker = new Worker(script, { workerData, resourceLimits });
    const started = new JobWorker<Job, Answer>(worker, timeout);
    await new Promise<void>((resolve) => {
      started.#settle = () => resolve();
    });
    return started;
  }

  async run(job: Job): Promise<JobResult<Answer>> {
    if (this.#failure !== undefined) return { failure: this.#failure };
    const seconds = this.#timeout / 1000;
    const timer = setTimeout(() => this.#fail(`took longer than ${seconds} s`), this.#timeout);
    const result = await new Promise<JobResult<Answer>>((resolve) => {
      this.#settle = resolve;
      this.#worker.postMessage(job);
    });
    clearTimeout(timer);
    if ('failure' in result) await this.end();
    return result;
  }

  async end(): Promise<void> {
    this.#worker.removeAllListeners();
    await this.#worker.terminate();
  }

  #fail(failure: string): void {
    this.#failure = failure;
    this.#settle?.({ failure });
  }
}

function reasonOf(error: Error & { code?: string }): string {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'needs more than 256 MiB of memory';
  if (error instanceof RangeError) return 'nested too deeply';
  return `its worker failed: ${error.message}`;
}
