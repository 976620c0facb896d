import { newestOf, withVersion } from '../kubernetes/version.ts';
import type { ManifestText, RenderedCluster } from '../model/rendered-cluster.ts';
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
  let items: ManifestItem[] = [];
  let size = 0;
  for await (const { entry, manifests } of clusters) {
    for (const manifest of manifests) {
      items.push({ entry, manifest });
      size += manifest.text.length;
      if (size < manifestBatch) continue;
      yield { kind: 'manifests', items, definitions };
      items = [];
      size = 0;
    }
  }
  if (items.length > 0) yield { kind: 'manifests', items, definitions };
}

/** Jobs that read the CustomResourceDefinitions of a run; of two of one kind that of the lower job counts. */
export async function* definitionsJobs(
  discovery: Discovery,
  entries: readonly FoundEntry[],
): AsyncGenerator<Job> {
  let manifests: ManifestText[] = [];
  let size = 0;
  let order = 0;
  for (const { entry, size: more } of entries) {
    const rendered = await discovery.render(entry.name);
    if (rendered.kind === 'cluster') manifests.push(...rendered.cluster.manifests);
    size += more;
    if (size < definitionsBatch) continue;
    yield { kind: 'definitions', manifests, order: order++ };
    manifests = [];
    size = 0;
  }
  if (manifests.length > 0) yield { kind: 'definitions', manifests, order };
}

function filesOf({ machines, manifests }: RenderedCluster): string[] {
  return [
    ...machines.flatMap(({ config, snippets }) => [config.file, ...snippets.map(({ file }) => file)]),
    ...manifests.map(({ file }) => file),
  ];
}
