import { Worker } from 'node:worker_threads';
import type { PoolOptions } from './worker-pool.ts';

/** A job's answer, or why there is none. */
export type JobResult<Answer> = { readonly answer: Answer } | { readonly failure: string };

/** Heap of one worker: a bomb ends its own worker and nothing else. */
const resourceLimits = { maxOldGenerationSizeMb: 256, stackSizeMb: 32 };

/** A worker thread that answers one job at a time. It is told the setup, says `ready`, then answers each job. */
export class JobWorker<Job, Answer> {
  readonly #worker: Worker;
  readonly #timeout: number;
  readonly #ready: Promise<void>;
  #settle: ((result: JobResult<Answer>) => void) | undefined;
  #failure: string | undefined;

  constructor({ script, setup, timeout }: PoolOptions) {
    this.#timeout = timeout;
    this.#worker = new Worker(script, { resourceLimits });
    this.#worker.on('error', (error: Error & { code?: string }) => this.#fail(reasonOf(error)));
    this.#worker.on('exit', () => this.#fail('its worker ended unexpectedly'));
    this.#ready = new Promise((resolve) => {
      this.#settle = () => resolve();
    });
    this.#worker.on('message', (answer: Answer) => this.#settle?.({ answer }));
    setup.then(
      (value) => this.#worker.postMessage(value),
      (error: unknown) => this.#fail(error instanceof Error ? error.message : String(error)),
    );
  }

  /** A worker that gave a failure has ended and takes no more jobs. */
  async run(job: Job): Promise<JobResult<Answer>> {
    await this.#ready;
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
