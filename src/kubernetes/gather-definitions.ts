import type { ManifestText } from '../model/rendered-cluster.ts';
import { collectDefinitions } from './custom/definition.ts';
import { objectsIn } from './objects-in.ts';
import { readDocuments } from './yaml/read-documents.ts';

/** Reads the CustomResourceDefinitions of manifests, as JSON for `makeValidator`; empty when there are none. */
export function gatherDefinitions(manifests: readonly ManifestText[]): string {
  const definitions = collectDefinitions(
    manifests.flatMap(({ text }) => objectsIn(readDocuments(text, 'CustomResourceDefinition'))),
  );
  return Object.keys(definitions).length === 0 ? '' : JSON.stringify(definitions, asNumber);
}

/** The API server has a schema's numbers as doubles, too. */
function asNumber(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}
