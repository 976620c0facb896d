import { compileCore } from '../core/host.ts';
import { defaultPoolSize, type WorkerPool } from '../core/worker-pool.ts';
import type { Discovery, FoundEntry } from '../sources/source.ts';
import { Gathered } from './gathered.ts';
import type { Answer, Job, SharedText } from './job.ts';
import { definitionsJobs, machineJobs, manifestJobs, renderEntries } from './make-jobs.ts';

export interface StageOptions {
  /** Undefined leaves it to the program. */
  readonly workers: number | undefined;
  readonly timeoutSeconds: number | undefined;
  /** Told how many entries of how many are done. */
  readonly onProgress: (done: number, all: number) => void;
}

const defaultTimeoutSeconds = 8;

/** A further worker costs about as much time, to start and to warm up, as so many machines take to check. */
const machinesPerWorker = 8;

/** The same for manifests, in UTF-16 units. */
const manifestsPerWorker = 8 * 1024 * 1024;

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
  const run = (jobs: AsyncIterator<Job>, useful: number) =>
    pool.run(jobs, {
      workers: Math.min(workers ?? defaultPoolSize(), Math.ceil(useful)),
      timeout: 1000 * timeoutSeconds,
      onResult: (job, result) => {
        gathered.take(job, result);
        if (job.kind === 'machine') done += 1;
        if (job.kind === 'manifests') done += job.items.length;
        options.onProgress(Math.min(done, all), all);
      },
    });

  const machines = discovery.entries.filter(({ hasMachines }) => hasMachines);
  const manifests = discovery.entries.filter(({ hasMachines }) => !hasMachines);
  const core = machines.length > 0 ? compileCore() : undefined;
  const render = (entries: readonly FoundEntry[]) => renderEntries(discovery, entries, gathered);

  const defining = manifests.filter(({ hasDefinitions }) => hasDefinitions);
  await run(definitionsJobs(discovery, defining), sizeOf(defining) / manifestsPerWorker);
  const definitions = shared(gathered.definitions());
  // Manifests first: meanwhile the core gets ready.
  await run(manifestJobs(render(manifests), definitions), sizeOf(manifests) / manifestsPerWorker);
  if (core) await run(machineJobs(render(machines), core, definitions), machines.length / machinesPerWorker);
  const again = gathered.again
    .splice(0)
    .map((item): Job => ({ kind: 'manifests', items: [item], definitions }));
  await run(alone(again), again.length);
  return gathered;
}

function sizeOf(entries: readonly FoundEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
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
