import type { Origin } from '../model/origin.ts';
import { carriedPaths } from './carried-configs.ts';
import { itemsNamed } from './find-item.ts';
import { originOfPath } from './place.ts';
import type { DocumentSubject, TranslatorEntry } from './subjects.ts';

/** What an item of a list is known by, in the order of Ignition's own keys. */
const names = ['name', 'device', 'path'];

/**
 * Where an item of the merged Ignition was written, for what Ignition says of it: the last document that has an
 * item of that name or path. Undefined for what is said of no item, and for items that the translator made up.
 *
 * @param ignition the merged config as JSON, if there is one
 */
export function originInDocuments(
  documents: readonly DocumentSubject[],
  ignition: string | undefined,
  { path }: TranslatorEntry,
): Origin | undefined {
  const [section, list, , index] = path;
  if (section === 'ignition' && typeof index === 'number') return originOfCarried(documents, index);
  if (ignition === undefined || typeof section !== 'string' || typeof list !== 'string') return undefined;
  let item: unknown = JSON.parse(ignition);
  for (const key of path.slice(0, 3)) item = member(item, String(key));
  for (const key of names) {
    const name = member(item, key);
    if (typeof name !== 'string') continue;
    const written = itemsNamed(documents, [section, list], key, name).at(-1);
    if (written) return written.origin;
  }
  return undefined;
}

/** Where the nth config that all documents together merge is written. */
function originOfCarried(documents: readonly DocumentSubject[], index: number): Origin | undefined {
  const origins = documents.flatMap((document) =>
    carriedPaths(document.yaml?.roots[0]).map((path) => originOfPath(document, path)),
  );
  return origins[index];
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
