import { DocumentReader } from './document-reader.ts';
import { readJsonStream, startsAsJson } from './json-stream.ts';
import type { ManifestDocument } from './manifest-document.ts';
import { splitStream } from './split-stream.ts';

/**
 * Reads a stream of manifests, YAML or JSON, into its documents: split as `kubectl` splits it, and each read as
 * sigs.k8s.io/yaml reads it when it is strict. A document that cannot be read has problems and no value, and the
 * others are read all the same. What differs is listed in docs/yaml.md.
 *
 * @param text decoded; a byte order mark in front is allowed
 * @param mention when it is given, YAML documents in which it does not stand are left out: nobody pays for them
 */
export function readDocuments(text: string, mention = ''): readonly ManifestDocument[] {
  const reader = new DocumentReader(text);
  if (!startsAsJson(text)) {
    return splitStream(text, 0)
      .filter(({ start, end }) => mention === '' || text.slice(start, end).includes(mention))
      .map((chunk) => reader.readYaml(chunk));
  }
  const { documents, rest } = readJsonStream(text, reader);
  if (rest === undefined) return documents;
  return [...documents, ...splitStream(text, rest).map((chunk) => reader.readYaml(chunk))];
}
