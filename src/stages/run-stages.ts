import { compileCore } from '../core/host.ts';
import { defaultPoolSize, type WorkerPool } from '../core/worker-pool.ts';
import type { Discovery, FoundEntry } from '../sources/source.ts';
import type { TerraformDiscovery } from '../sources/terraform/source.ts';
import { Gathered } from './gathered.ts';
import type { Answer, Job, SharedText } from './job.ts';
import {
  definitionsJobs,
  machineJobs,
  machinesOf,
  manifestJobs,
  manifestsOf,
  renderEntries,
} from './make-jobs.ts';
import { type RenderedClusters, renderClusters } from './render-clusters.ts';
import { shareMachines, shareManifests } from './share-work.ts';
import { Steps } from './steps.ts';

export interface StageOptions {
  /** Undefined leaves it to the program. */
  readonly workers: number | undefined;
  readonly timeoutSeconds: number | undefined;
  /** Told how many entries of how many are done. */
  readonly onProgress: (done: number, all: number) => void;
}

/** What there is to do. */
export interface Discovered {
  readonly files: Discovery;
  /** Undefined in a workspace without Terraform modules. */
  readonly terraform: TerraformDiscovery | undefined;
}

export const defaultTimeoutSeconds = 8;

/** A further worker costs about as much time, to start and to warm up, as so many machines take to check. */
const machinesPerWorker = 8;

/** The same for manifests, in UTF-16 units. */
const manifestsPerWorker = 8 * 1024 * 1024;

/** Renders every entry that was discovered, and runs the stages on it in workers. */
export async function runStages(
  pool: WorkerPool<Job, Answer>,
  { files, terraform }: Discovered,
  options: StageOptions,
): Promise<Gathered> {
  const gathered = new Gathered([...files.leftOut, ...(terraform?.leftOut ?? [])]);
  const { workers, timeoutSeconds = defaultTimeoutSeconds } = options;
  gathered.problems.push(...(terraform?.problems ?? []));
  const steps = new Steps(files.entries.length, terraform?.entries.length ?? 0, options.onProgress);
  const run = (jobs: AsyncIterator<Job>, useful: number, patience = 1) =>
    pool.run(jobs, {
      workers: Math.min(workers ?? defaultPoolSize(), Math.ceil(useful)),
      timeout: 1000 * timeoutSeconds * patience,
      onResult: (job, result) => {
        gathered.take(job, result);
        steps.done(job);
      },
    });

  const machines = files.entries.filter(({ hasMachines }) => hasMachines);
  const manifests = files.entries.filter(({ hasMachines }) => !hasMachines);
  const hasRendering = terraform !== undefined && terraform.entries.length > 0;
  const core = machines.length > 0 || hasRendering ? compileCore() : undefined;

  const { clusters, newest }: RenderedClusters =
    terraform && core
      ? await renderClusters(terraform, core, run, gathered)
      : { clusters: [], newest: undefined };
  const render = (entries: readonly FoundEntry[]) => renderEntries(files, entries, gathered, newest);
  const sharedMachines = shareMachines(clusters);
  const sharedManifests = shareManifests(clusters);
  steps.checks(sharedMachines.length);

  const defining = manifests.filter(({ hasDefinitions }) => hasDefinitions);
  await run(definitionsJobs(files, defining, sharedManifests), sizeOf(defining) / manifestsPerWorker);
  const definitions = shared(gathered.definitions());
  // Manifests first: meanwhile the core gets ready.
  const allManifests = joined(sharedManifests, manifestsOf(render(manifests)));
  await run(manifestJobs(allManifests, definitions), sizeOf(manifests) / manifestsPerWorker);
  if (core) {
    const allMachines = joined(sharedMachines, machinesOf(render(machines)));
    const useful = (sharedMachines.length + machines.length) / machinesPerWorker;
    await run(machineJobs(allMachines, core, definitions), useful);
  }
  const again = gathered.again
    .splice(0)
    .map((item): Job => ({ kind: 'manifests', items: [item], definitions }));
  await run(alone(again), again.length);
  return gathered;
}

function sizeOf(entries: readonly FoundEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

async function* joined<Item>(first: Iterable<Item>, then: AsyncIterable<Item>): AsyncGenerator<Item> {
  yield* first;
  yield* then;
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
