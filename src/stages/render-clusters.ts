import { type NamedVersion, newestOf, withVersion } from '../kubernetes/version.ts';
import { compareText } from '../model/origin.ts';
import type { RenderedCluster } from '../model/rendered-cluster.ts';
import type { TerraformDiscovery } from '../sources/terraform/source.ts';
import { Gathered } from './gathered.ts';
import type { Job } from './job.ts';
import { filesOf } from './make-jobs.ts';
import { needsOthers, ownVersion } from './needs-others.ts';

/** A further worker costs about as much time, to start and to warm up, as so many entries take to render. */
const entriesPerWorker = 2;

/** An entry is many machines: it may take so many times as long as one. */
const patience = 3;

export interface RenderedClusters {
  readonly clusters: readonly RenderedCluster[];
  /** Those of other parts of the run, where they were needed: their definitions hold here as well. */
  readonly others: readonly RenderedCluster[];
  /** The newest version of Kubernetes that one of them has: it holds for manifests that stand beside them. */
  readonly newest: NamedVersion | undefined;
}

export type RunJobs = (
  jobs: AsyncIterator<Job>,
  useful: number,
  patience: number,
  into: Gathered,
) => Promise<void>;

/** What is rendered when only a part of a run is checked. */
export interface RenderedPart {
  /** Names of the entries that are checked; undefined for all. */
  readonly mine: ReadonlySet<string> | undefined;
  /** Whether something besides the clusters depends on all of them. */
  readonly needsAll: boolean;
  /** Whether the files of the entries that are checked are wanted as well. */
  readonly withParts: boolean;
}

/**
 * Renders the matrix entries of Terraform modules in workers; gives their clusters in the order of their names, each
 * with the version of Kubernetes that it is for. Notes entries and files. Where only some entries are checked, the
 * others are rendered if the verdict on these depends on them.
 */
export async function renderClusters(
  terraform: TerraformDiscovery,
  core: Promise<WebAssembly.Module>,
  run: RunJobs,
  gathered: Gathered,
  { mine, needsAll, withParts }: RenderedPart = { mine: undefined, needsAll: false, withParts: false },
): Promise<RenderedClusters> {
  const render = (entries: TerraformDiscovery['entries'], into: Gathered) =>
    run(
      renderJobs({ ...terraform, entries }, core, withParts && into === gathered),
      entries.length / entriesPerWorker,
      patience,
      into,
    );
  const isMine = (name: string): boolean => mine === undefined || mine.has(name);
  const entries = terraform.entries.filter(({ entry }) => isMine(entry.name));
  await render(entries, gathered);
  const rest = new Gathered([]);
  if (entries.length < terraform.entries.length && (needsAll || gathered.clusters.some(needsOthers)))
    await render(
      terraform.entries.filter(({ entry }) => !isMine(entry.name)),
      rest,
    );
  const rendered = [...gathered.clusters, ...rest.clusters];
  const clusters = rendered.toSorted((a, b) => compareText(a.entry.name, b.entry.name));
  const versions = clusters.map(ownVersion);
  const newest = newestOf(versions);
  const withVersions = clusters.map((cluster, index) => {
    const entry = withVersion(cluster.entry, versions[index], newest);
    return { ...cluster, entry };
  });
  const own = withVersions.filter(({ entry }) => isMine(entry.name));
  for (const cluster of own) note(cluster, gathered);
  return { clusters: own, others: withVersions.filter(({ entry }) => !isMine(entry.name)), newest };
}

function note(cluster: RenderedCluster, gathered: Gathered): void {
  const { entry, gaps } = cluster;
  gathered.entries.push(entry);
  gathered.gaps.push(...gaps.map((gap) => ({ ...gap, entry: entry.name })));
  for (const file of filesOf(cluster)) gathered.files.push(file);
}

async function* renderJobs(
  { entries, fetched, problems }: TerraformDiscovery,
  core: Promise<WebAssembly.Module>,
  withParts: boolean,
): AsyncGenerator<Job> {
  const module = await core;
  for (const { entry, params, gaps, sampled } of entries) {
    const found = problems.filter((problem) => problem.entry === entry.name).length;
    yield { kind: 'render', entry, params, gaps, sampled, found, fetched, withParts, module };
  }
}
