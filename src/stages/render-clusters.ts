import { type NamedVersion, newestOf, versionOfImages, withVersion } from '../kubernetes/version.ts';
import { compareText } from '../model/origin.ts';
import type { RenderedCluster } from '../model/rendered-cluster.ts';
import type { TerraformDiscovery } from '../sources/terraform/source.ts';
import type { Gathered } from './gathered.ts';
import type { Job } from './job.ts';
import { filesOf } from './make-jobs.ts';

/** A further worker costs about as much time, to start and to warm up, as so many entries take to render. */
const entriesPerWorker = 2;

/** An entry is many machines: it may take so many times as long as one. */
const patience = 3;

export interface RenderedClusters {
  readonly clusters: readonly RenderedCluster[];
  /** The newest version of Kubernetes that one of them has: it holds for manifests that stand beside them. */
  readonly newest: NamedVersion | undefined;
}

/**
 * Renders the matrix entries of Terraform modules in workers; gives their clusters in the order of their names, each
 * with the version of Kubernetes that it is for. Notes entries and files.
 */
export async function renderClusters(
  terraform: TerraformDiscovery,
  core: Promise<WebAssembly.Module>,
  run: (jobs: AsyncIterator<Job>, useful: number, patience?: number) => Promise<void>,
  gathered: Gathered,
): Promise<RenderedClusters> {
  await run(renderJobs(terraform, core), terraform.entries.length / entriesPerWorker, patience);
  const clusters = gathered.clusters.toSorted((a, b) => compareText(a.entry.name, b.entry.name));
  const versions = clusters.map((cluster) => newestOf(textsOf(cluster).map(versionOfImages)));
  const newest = newestOf(versions);
  const withVersions = clusters.map((cluster, index) => {
    const entry = withVersion(cluster.entry, versions[index], newest);
    gathered.entries.push(entry);
    gathered.gaps.push(...cluster.gaps.map((gap) => ({ ...gap, entry: entry.name })));
    for (const file of filesOf(cluster)) gathered.files.push(file);
    return { ...cluster, entry };
  });
  return { clusters: withVersions, newest };
}

async function* renderJobs(
  { entries, fetched, problems }: TerraformDiscovery,
  core: Promise<WebAssembly.Module>,
): AsyncGenerator<Job> {
  const module = await core;
  for (const { entry, params, gaps, sampled } of entries) {
    const found = problems.filter((problem) => problem.entry === entry.name).length;
    yield { kind: 'render', entry, params, gaps, sampled, found, fetched, module };
  }
}

function textsOf({ machines, manifests }: RenderedCluster): string[] {
  return [
    ...machines.flatMap(({ config, snippets }) => [config.text, ...snippets.map(({ text }) => text)]),
    ...manifests.map(({ text }) => text),
  ];
}
