import { type Origin, wholeFile } from '../model/origin.ts';
import type { YamlNode, YamlPath } from '../yaml/document.ts';
import { itemsAt, textAt } from '../yaml/lookup.ts';
import { originOfPath, originOfValue } from './place.ts';
import type { DocumentSubject } from './subjects.ts';

/** An item of a list (a unit, a file) as one document writes it. */
export interface WrittenItem {
  readonly document: DocumentSubject;
  readonly node: YamlNode;
  /** Path of the item in its document. */
  readonly path: YamlPath;
  /** Of its name, path or device: what tells it from the others. */
  readonly origin: Origin;
}

/** All items of a list in the order of the documents, the config first. */
function writtenItems(documents: readonly DocumentSubject[], list: YamlPath, key: string): WrittenItem[] {
  return documents.flatMap((document) =>
    itemsAt(document.yaml?.roots[0], list).map((node, index) => {
      const path = [...list, index];
      return { document, node, path, origin: originOfValue(document, [...path, key]) };
    }),
  );
}

/** The items whose `key` has this text. */
export function itemsNamed(
  documents: readonly DocumentSubject[],
  list: YamlPath,
  key: string,
  name: string,
): WrittenItem[] {
  return writtenItems(documents, list, key).filter((item) => textAt(item.node, [key]) === name);
}

/** Head of the config: where a finding on the machine as a whole stands. */
export function originOfMachine(documents: readonly DocumentSubject[]): Origin {
  const [config] = documents;
  return config ? originOfPath(config, ['version']) : wholeFile('');
}
