import { compileCore } from '../core/host.ts';
import { defaultPoolSize, type WorkerPool } from '../core/worker-pool.ts';
import { compareText } from '../model/origin.ts';
import type { RenderedCluster } from '../model/rendered-cluster.ts';
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
  oneByOne,
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
  /**
   * Names of the entries to check; undefined for all. What the others say of these counts: definitions of custom
   * kinds, and versions of Kubernetes.
   */
  readonly mine?: ReadonlySet<string>;
  /** Whether the files of the entries are wanted as well. */
  readonly withParts?: boolean;
}

export const defaultTimeoutSeconds = 8;

/** A further worker costs about as much time, to start and to warm up, as so many machines take to check. */
const machinesPerWorker = 8;

/** The same for manifests, in UTF-16 units. */
const manifestsPerWorker = 8 * 1024 * 1024;

/** Renders every entry that was discovered, and runs the stages on it in workers. */
export async function runStages(
  pool: WorkerPool<Job, Answer>,
  { files, terraform, mine, withParts = false }: Discovered,
  options: StageOptions,
): Promise<Gathered> {
  const gathered = new Gathered([...files.leftOut, ...(terraform?.leftOut ?? [])]);
  const { workers, timeoutSeconds = defaultTimeoutSeconds } = options;
  const isMine = (name: string): boolean => mine === undefined || mine.has(name);
  gathered.problems.push(...(terraform?.problems ?? []).filter(({ entry }) => isMine(entry)));
  const found = files.entries.filter(({ entry }) => isMine(entry.name));
  const steps = new Steps(
    found.length,
    terraform?.entries.filter(({ entry }) => isMine(entry.name)).length ?? 0,
    options.onProgress,
  );
  const run = (jobs: AsyncIterator<Job>, useful: number, patience = 1, into = gathered) =>
    pool.run(jobs, {
      workers: Math.min(workers ?? defaultPoolSize(), Math.ceil(useful)),
      timeout: 1000 * timeoutSeconds * patience,
      onResult: (job, result) => {
        into.take(job, result);
        if (into === gathered) steps.done(job);
      },
    });

  const machines = found.filter(({ hasMachines }) => hasMachines);
  const manifests = found.filter(({ hasMachines }) => !hasMachines);
  const hasRendering = terraform !== undefined && terraform.entries.length > 0;
  const core = machines.length > 0 || hasRendering ? compileCore() : undefined;

  const { clusters, others, newest }: RenderedClusters =
    terraform && core
      ? await renderClusters(terraform, core, run, gathered, { mine, needsAll: found.length > 0, withParts })
      : { clusters: [], others: [], newest: undefined };
  const render = (entries: readonly FoundEntry[]) =>
    renderEntries(files, entries, gathered, { newest, withParts });
  const sharedMachines = shareMachines(clusters);
  const sharedManifests = shareManifests(clusters);
  steps.checks(sharedMachines.length);

  const defining = files.entries.filter(({ hasMachines, hasDefinitions }) => !hasMachines && hasDefinitions);
  const definingClusters = others.length === 0 ? sharedManifests : shareManifests(byName(clusters, others));
  await run(definitionsJobs(files, defining, definingClusters), sizeOf(defining) / manifestsPerWorker);
  const definitions = shared(gathered.definitions());
  // Manifests first: meanwhile the core gets ready.
  const allManifests = joined(sharedManifests, manifestsOf(render(manifests)));
  await run(manifestJobs(allManifests, definitions), sizeOf(manifests) / manifestsPerWorker);
  if (core) {
    const allMachines = joined(sharedMachines, machinesOf(render(machines)));
    const useful = (sharedMachines.length + machines.length) / machinesPerWorker;
    await run(machineJobs(allMachines, core, definitions, withParts), useful);
  }
  const again = gathered.again
    .splice(0)
    .map((item): Job => ({ kind: 'manifests', items: [item], definitions }));
  await run(oneByOne(again), again.length);
  return gathered;
}

function byName(some: readonly RenderedCluster[], others: readonly RenderedCluster[]): RenderedCluster[] {
  return [...some, ...others].sort((a, b) => compareText(a.entry.name, b.entry.name));
}

function sizeOf(entries: readonly FoundEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

async function* joined<Item>(first: Iterable<Item>, then: AsyncIterable<Item>): AsyncGenerator<Item> {
  yield* first;
  yield* then;
}

function shared(text: string): SharedText | undefined {
  if (text === '') return undefined;
  const bytes = Buffer.from(text);
  const memory = new SharedArrayBuffer(bytes.length);
  new Uint8Array(memory).set(bytes);
  return memory;
}
