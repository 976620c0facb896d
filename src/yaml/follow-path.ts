import type { YamlDocument, YamlNode, YamlPair, YamlPath } from './document.ts';
import { startOf } from './extent.ts';
import type { Position } from './line-map.ts';
import { childOf, pairOf } from './lookup.ts';

/** How far a path leads into a document. */
interface Followed {
  /** The deepest node on the path that is written; undefined for an empty document. */
  readonly node: YamlNode | undefined;
  /** Its key and itself, where a mapping holds it; undefined for the root and for items of a sequence. */
  readonly pair: YamlPair | undefined;
  /** The rest of the path, of which nothing is written. */
  readonly missing: YamlPath;
}

/** Walks down a path as far as it is written; a key that is not there may come from a merge key (`<<`). */
export function followPath(root: YamlNode | undefined, path: YamlPath): Followed {
  let node = root;
  let pair: YamlPair | undefined;
  for (const [index, key] of path.entries()) {
    const next = pairOf(node, key) ?? mergedPair(node, key);
    const child = next?.value ?? childOf(node, key);
    if (child === undefined) return { node, pair, missing: path.slice(index) };
    pair = next;
    node = child;
  }
  return { node, pair, missing: [] };
}

/**
 * The place of the deepest part of `path` that is written: of its key where a mapping holds it, since that is
 * what a person looks for, otherwise of the item.
 */
export function placeAt(document: YamlDocument, path: YamlPath): Position {
  const { node, pair } = followPath(document.roots[0], path);
  const written = pair?.key ?? node;
  return document.lines.at(written ? Math.max(startOf(written), 0) : 0);
}

/** https://yaml.org/type/merge.html; one level of merging, as much as configs have. */
function mergedPair(node: YamlNode | undefined, key: string | number): YamlPair | undefined {
  const merged = pairOf(node, '<<')?.value;
  const sources = merged?.kind === 'sequence' ? merged.items : [merged];
  for (const source of sources) {
    const pair = pairOf(source, key);
    if (pair) return pair;
  }
  return undefined;
}
