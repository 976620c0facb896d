import { newestOf, withVersion } from '../kubernetes/version.ts';
import type { RenderedCluster } from '../model/rendered-cluster.ts';
import type { Discovery, FoundEntry } from '../sources/source.ts';
import type { Gathered } from './gathered.ts';
import type { Job, ManifestItem, SharedText } from './job.ts';

/** As much text as a worker checks in some ten milliseconds, in UTF-16 units: less would be all waiting. */
const manifestBatch = 256 * 1024;

/** Of the definitions, a worker reads faster: it passes over all else. */
const definitionsBatch = 4 * manifestBatch;

/**
 * Renders entries one after the other, when somebody asks for the next one, with the version of Kubernetes that each
 * is for. Notes the entries and their files.
 */
export async function* renderEntries(
  discovery: Discovery,
  entries: readonly FoundEntry[],
  gathered: Gathered,
): AsyncGenerator<RenderedCluster> {
  const ofRun = newestOf(discovery.entries.map(({ version }) => version));
  for (const found of entries) {
    const rendered = await discovery.render(found.entry.name);
    if (rendered.kind === 'left-out') {
      gathered.leftOut.push(rendered.leftOut);
      continue;
    }
    const { cluster } = rendered;
    const entry = withVersion(cluster.entry, found.version, ofRun);
    gathered.entries.push(entry);
    for (const file of filesOf(cluster)) gathered.files.push(file);
    yield { ...cluster, entry };
  }
}

/** One job a machine. */
export async function* machineJobs(
  clusters: AsyncIterable<RenderedCluster>,
  core: Promise<WebAssembly.Module>,
  definitions: SharedText | undefined,
): AsyncGenerator<Job> {
  const module = await core;
  for await (const { entry, machines } of clusters) {
    for (const machine of machines) yield { kind: 'machine', entry, machine, module, definitions };
  }
}

/** One job for many small manifests. */
export async function* manifestJobs(
  clusters: AsyncIterable<RenderedCluster>,
  definitions: SharedText | undefined,
): AsyncGenerator<Job> {
  for await (const items of batches(manifestsOf(clusters), manifestBatch))
    yield { kind: 'manifests', items, definitions };
}

/** Jobs that read the CustomResourceDefinitions of a run; of two of one kind that of the lower job counts. */
export async function* definitionsJobs(
  discovery: Discovery,
  entries: readonly FoundEntry[],
): AsyncGenerator<Job> {
  let order = 0;
  for await (const items of batches(manifestsOf(rendered(discovery, entries)), definitionsBatch)) {
    yield { kind: 'definitions', manifests: items.map(({ manifest }) => manifest), order };
    order += 1;
  }
}

async function* rendered(
  discovery: Discovery,
  entries: readonly FoundEntry[],
): AsyncGenerator<RenderedCluster> {
  for (const { entry } of entries) {
    const found = await discovery.render(entry.name);
    if (found.kind === 'cluster') yield found.cluster;
  }
}

async function* manifestsOf(clusters: AsyncIterable<RenderedCluster>): AsyncGenerator<ManifestItem> {
  for await (const { entry, manifests } of clusters) {
    for (const manifest of manifests) yield { entry, manifest };
  }
}

/** Puts manifests together until their texts have so many UTF-16 units. */
async function* batches(items: AsyncIterable<ManifestItem>, most: number): AsyncGenerator<ManifestItem[]> {
  let batch: ManifestItem[] = [];
  let size = 0;
  for await (const item of items) {
    batch.push(item);
    size += item.manifest.text.length;
    if (size < most) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

function filesOf({ machines, manifests }: RenderedCluster): string[] {
  return [
    ...machines.flatMap(({ config, snippets }) => [config.file, ...snippets.map(({ file }) => file)]),
    ...manifests.map(({ file }) => file),
  ];
}
