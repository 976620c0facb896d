import { compileCore } from '../core/host.ts';
import { defaultPoolSize, type WorkerPool } from '../core/worker-pool.ts';
import type { Discovery, FoundEntry } from '../sources/source.ts';
import { Gathered } from './gathered.ts';
import type { Answer, Job, SharedText } from './job.ts';
import { definitionsJob, machineJobs, manifestJobs, renderEntries } from './make-jobs.ts';

export interface StageOptions {
  /** Undefined leaves it to the program. */
  readonly workers: number | undefined;
  readonly timeoutSeconds: number | undefined;
  /** Told how many entries of how many are done. */
  readonly onProgress: (done: number, all: number) => void;
}

const defaultTimeoutSeconds = 8;

/** A further worker costs about as much time to start as so many entries take. */
const entriesPerWorker = 8;

/** Renders every entry that was discovered, and runs the stages on it in workers. */
export async function runStages(
  pool: WorkerPool<Job, Answer>,
  discovery: Discovery,
  options: StageOptions,
): Promise<Gathered> {
  const gathered = new Gathered(discovery.leftOut);
  const { workers, timeoutSeconds = defaultTimeoutSeconds } = options;
  const all = discovery.entries.length;
  let done = 0;
  const run = (jobs: AsyncIterator<Job>) =>
    pool.run(jobs, {
      workers: Math.min(workers ?? defaultPoolSize(), Math.ceil(all / entriesPerWorker)),
      timeout: 1000 * timeoutSeconds,
      onResult: (job, result) => {
        gathered.take(job, result);
        done += job.kind === 'manifests' ? job.items.length : 1;
        options.onProgress(Math.min(done, all), all);
      },
    });

  const machines = discovery.entries.filter(({ hasMachines }) => hasMachines);
  const manifests = discovery.entries.filter(({ hasMachines }) => !hasMachines);
  const core = machines.length > 0 ? compileCore() : undefined;
  const render = (entries: readonly FoundEntry[]) => renderEntries(discovery, entries, gathered);

  const defining = manifests.filter(({ hasDefinitions }) => hasDefinitions);
  if (defining.length > 0) await run(definitionsJob(discovery, defining));
  const definitions = shared(gathered.definitions);
  // Manifests first: meanwhile the core gets ready.
  await run(manifestJobs(render(manifests), definitions));
  if (core) await run(machineJobs(render(machines), core, definitions));
  const again = gathered.again.splice(0);
  await run(alone(again.map((item) => ({ kind: 'manifests', items: [item], definitions }))));
  return gathered;
}

async function* alone(jobs: readonly Job[]): AsyncGenerator<Job> {
  yield* jobs;
}

function shared(text: string): SharedText | undefined {
  if (text === '') return undefined;
  const bytes = Buffer.from(text);
  const memory = new SharedArrayBuffer(bytes.length);
  new Uint8Array(memory).set(bytes);
  return memory;
}
