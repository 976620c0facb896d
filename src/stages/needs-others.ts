import { newestMinor } from '../kubernetes/minors.ts';
import { findKind } from '../kubernetes/tables.ts';
import { type NamedVersion, newestOf, versionOfImages } from '../kubernetes/version.ts';
import type { RenderedCluster } from '../model/rendered-cluster.ts';

/** The version of Kubernetes that a cluster's images name; files that are no objects may name them as well. */
export function ownVersion(cluster: RenderedCluster): NamedVersion | undefined {
  return newestOf([...textsOf(cluster), ...cluster.files.map(({ text }) => text)].map(versionOfImages));
}

/**
 * Whether a cluster's verdict may depend on the other clusters of its run: it has no version of Kubernetes of its own,
 * or objects of a kind that a CustomResourceDefinition of another one may describe. True where in doubt.
 */
export function needsOthers(cluster: RenderedCluster): boolean {
  if (cluster.entry.kubernetes === undefined && ownVersion(cluster) === undefined) return true;
  return textsOf(cluster).some(mayHoldCustomObject);
}

function mayHoldCustomObject(text: string): boolean {
  // What is packed cannot be looked into here.
  if (/base64|gzip/.test(text)) return true;
  const versions = text.matchAll(/apiVersion["']?[ \t]*:[ \t]*["']?([^\s"',}]*)/g);
  return [...new Set(Array.from(versions, ([, version = '']) => version))].some(isCustom);
}

function isCustom(apiVersion: string): boolean {
  // An alias, a tag or a block: only a YAML reader knows.
  if (/^[&*!|>]|^$/.test(apiVersion)) return true;
  // No kind has this name: what is asked for is the group.
  const found = findKind(apiVersion, '-', newestMinor);
  return found.state === 'unknown' && !found.builtIn;
}

function textsOf({ machines, manifests }: RenderedCluster): string[] {
  return [
    ...machines.flatMap(({ config, snippets }) => [config.text, ...snippets.map(({ text }) => text)]),
    ...manifests.map(({ text }) => text),
  ];
}
