import { type NamedVersion, newestOf, withVersion } from '../kubernetes/version.ts';
import type { RenderedCluster, RenderedText } from '../model/rendered-cluster.ts';
import { manifestPart } from '../rendered/cluster-parts.ts';
import type { Discovery, FoundEntry } from '../sources/source.ts';
import type { Gathered } from './gathered.ts';
import type { Job, MachineJob, ManifestItem, SharedText } from './job.ts';

/** As much text as a worker checks in some ten milliseconds, in UTF-16 units: less would be all waiting. */
const manifestBatch = 256 * 1024;

/** Of the definitions, a worker reads faster: it passes over all else. */
const definitionsBatch = 4 * manifestBatch;

/**
 * Renders entries one after the other, when somebody asks for the next one, with the version of Kubernetes that each
 * is for: `newest` is that of the clusters of the same run. Notes the entries and their files.
 */
export async function* renderEntries(
  discovery: Discovery,
  entries: readonly FoundEntry[],
  gathered: Gathered,
  { newest, withParts }: { readonly newest: NamedVersion | undefined; readonly withParts: boolean },
): AsyncGenerator<RenderedCluster> {
  const ofRun = newestOf([...discovery.entries.map(({ version }) => version), newest]);
  for (const found of entries) {
    const rendered = await discovery.render(found.entry.name);
    if (rendered.kind === 'left-out') {
      gathered.leftOut.push(rendered.leftOut);
      gathered.rendered.lacks(found.entry.name, rendered.leftOut.reason);
      continue;
    }
    const { cluster } = rendered;
    const entry = withVersion(cluster.entry, found.version, ofRun);
    gathered.entries.push(entry);
    for (const file of filesOf(cluster)) gathered.files.push(file);
    // As it stands there: nothing has to be read for it.
    if (withParts)
      gathered.rendered.add([entry.name], { parts: cluster.manifests.map(manifestPart), missing: [] });
    yield { ...cluster, entry };
  }
}

/** Jobs that are all there already. */
export async function* oneByOne(jobs: readonly Job[]): AsyncGenerator<Job> {
  yield* jobs;
}

/** A machine to check, and the entries that it belongs to. */
export type MachineItem = Pick<MachineJob, 'entry' | 'others' | 'machine' | 'secrets'>;

/** One job a machine. */
export async function* machineJobs(
  machines: AsyncIterable<MachineItem> | Iterable<MachineItem>,
  core: Promise<WebAssembly.Module>,
  definitions: SharedText | undefined,
  withParts: boolean,
): AsyncGenerator<Job> {
  const module = await core;
  for await (const item of machines) yield { kind: 'machine', ...item, withParts, module, definitions };
}

/** One job for many small manifests. */
export async function* manifestJobs(
  manifests: AsyncIterable<ManifestItem> | Iterable<ManifestItem>,
  definitions: SharedText | undefined,
): AsyncGenerator<Job> {
  for await (const items of batches(manifests, manifestBatch))
    yield { kind: 'manifests', items, definitions };
}

/** The machines of clusters of which no two are equal. */
export async function* machinesOf(clusters: AsyncIterable<RenderedCluster>): AsyncGenerator<MachineItem> {
  for await (const { entry, machines, secrets } of clusters) {
    for (const machine of machines) yield { entry, others: [], machine, secrets };
  }
}

/** Jobs that read the CustomResourceDefinitions of a run; of two of one kind that of the lower job counts. */
export async function* definitionsJobs(
  discovery: Discovery,
  entries: readonly FoundEntry[],
  shared: readonly ManifestItem[],
): AsyncGenerator<Job> {
  let order = 0;
  for await (const items of batches(definingManifests(discovery, entries, shared), definitionsBatch)) {
    yield { kind: 'definitions', manifests: items.map(({ manifest }) => manifest), order };
    order += 1;
  }
}

async function* definingManifests(
  discovery: Discovery,
  entries: readonly FoundEntry[],
  shared: readonly ManifestItem[],
): AsyncGenerator<ManifestItem> {
  yield* manifestsOf(rendered(discovery, entries));
  for (const item of shared) if (item.manifest.text.includes('CustomResourceDefinition')) yield item;
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

/** The manifests of clusters of which no two are equal. */
export async function* manifestsOf(clusters: AsyncIterable<RenderedCluster>): AsyncGenerator<ManifestItem> {
  for await (const { entry, manifests, secrets } of clusters) {
    for (const manifest of manifests) yield { entry, others: [], manifest, secrets };
  }
}

/**
 * Puts manifests together until their texts have so many UTF-16 units. All of one entry in a batch hold for the same
 * other entries.
 */
async function* batches(
  items: AsyncIterable<ManifestItem> | Iterable<ManifestItem>,
  most: number,
): AsyncGenerator<ManifestItem[]> {
  let batch: ManifestItem[] = [];
  let size = 0;
  for await (const item of items) {
    const last = batch.at(-1);
    const isOther = last?.entry.name === item.entry.name && last.others.join() !== item.others.join();
    if (batch.length > 0 && (isOther || size >= most)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(item);
    size += item.manifest.text.length;
  }
  if (batch.length > 0) yield batch;
}

/** The files that a cluster comes from. */
export function filesOf({ machines, manifests }: RenderedCluster): string[] {
  return [
    ...machines.flatMap(({ config, snippets }) => [config, ...snippets].flatMap(filesOfText)),
    ...manifests.flatMap(filesOfText),
  ];
}

function filesOfText({ file, map }: RenderedText): string[] {
  return [file, ...(map?.files ?? [])];
}
