import type { Worker } from 'node:worker_threads';

/** A job's answer, or why there is none. */
export type JobResult<Answer> = { readonly answer: Answer } | { readonly failure: string };

/** A worker thread that answers one job at a time. It is told the setup, says `ready`, then answers each job. */
export class JobWorker<Job, Answer> {
  readonly #worker: Worker;
  readonly #ready: Promise<void>;
  #settle: ((result: JobResult<Answer>) => void) | undefined;
  #failure: string | undefined;

  constructor(worker: Worker, setup: unknown) {
    this.#worker = worker;
    worker.ref();
    this.#worker.on('error', (error: Error & { code?: string }) => this.#fail(reasonOf(error)));
    this.#worker.on('exit', () => this.#fail('its worker ended unexpectedly'));
    this.#ready = new Promise((resolve) => {
      this.#settle = () => resolve();
    });
    this.#worker.on('message', (answer: Answer) => this.#settle?.({ answer }));
    this.#worker.postMessage(setup);
  }

  /** A worker that gave a failure has ended and takes no more jobs. */
  async run(job: Job, timeout: number): Promise<JobResult<Answer>> {
    await this.#ready;
    if (this.#failure !== undefined) return { failure: this.#failure };
    const timer = setTimeout(() => this.#fail(`took longer than ${timeout / 1000} s`), timeout);
    const result = await new Promise<JobResult<Answer>>((resolve) => {
      this.#settle = resolve;
      this.#worker.postMessage(job);
    });
    clearTimeout(timer);
    if ('failure' in result) this.end();
    return result;
  }

  /** Ends the thread, whatever it is at; nobody needs to wait for it. */
  end(): void {
    this.#worker.removeAllListeners();
    void this.#worker.terminate();
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
