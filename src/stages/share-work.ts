import { createHash } from 'node:crypto';
import { compareText } from '../model/origin.ts';
import type { MatrixEntry, RenderedCluster } from '../model/rendered-cluster.ts';
import type { ManifestItem } from './job.ts';
import type { MachineItem } from './make-jobs.ts';

/** What a check of a machine or a manifest depends on, besides the text itself. */
function target({ platform, os, osVersion, arch, kubernetes, kubernetesFrom }: MatrixEntry): unknown[] {
  return [platform, os, osVersion, arch, kubernetes, kubernetesFrom];
}

/**
 * The machines of clusters, equal ones of several entries as one: most of a matrix differs in a few files only.
 * In the order of the clusters.
 */
export function shareMachines(clusters: readonly RenderedCluster[]): MachineItem[] {
  return share(
    clusters.flatMap(({ entry, machines, secrets }) =>
      machines.map((machine): MachineItem => ({ entry, machine, secrets, others: [] })),
    ),
    ({ entry, machine }) => [...target(entry), machine],
  );
}

/** The same for manifests. */
export function shareManifests(clusters: readonly RenderedCluster[]): ManifestItem[] {
  const items = share(
    clusters.flatMap(({ entry, manifests, secrets }) =>
      manifests.map((manifest): ManifestItem => ({ entry, manifest, secrets, others: [] })),
    ),
    ({ entry, manifest }) => [entry.kubernetes, entry.kubernetesFrom, manifest],
  );
  // Those that hold for the same entries stand together: a batch of them is told apart by nothing else.
  const keys = new Map(items.map((item) => [item, [item.entry.name, ...item.others].join('\n')]));
  return items.toSorted((a, b) => compareText(keys.get(a) ?? '', keys.get(b) ?? ''));
}

function share<Item extends { readonly entry: MatrixEntry; readonly others: readonly string[] }>(
  items: readonly Item[],
  dependsOn: (item: Item) => readonly unknown[],
): Item[] {
  const groups = new Map<string, { readonly item: Item; readonly others: string[] }>();
  for (const item of items) {
    const key = createHash('sha256')
      .update(JSON.stringify(dependsOn(item)))
      .digest('base64');
    const group = groups.get(key);
    if (group) group.others.push(item.entry.name);
    else groups.set(key, { item, others: [] });
  }
  return [...groups.values()].map(({ item, others }) => ({ ...item, others }));
}
