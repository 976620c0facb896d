import type { YamlNode, YamlPair, YamlPath } from './document.ts';

/** The value of `key`, the last one when it stands there twice. */
export function childOf(node: YamlNode | undefined, key: string | number): YamlNode | undefined {
  if (node?.kind === 'sequence') return typeof key === 'number' ? node.items[key] : undefined;
  return pairOf(node, key)?.value;
}

/** The pair with this key, for the place of the key itself. */
export function pairOf(node: YamlNode | undefined, key: string | number): YamlPair | undefined {
  if (node?.kind !== 'mapping') return undefined;
  return node.pairs.findLast((pair) => pair.key.kind === 'scalar' && pair.key.value === String(key));
}

/** The node at a path, or undefined where the document has none. */
export function nodeAt(root: YamlNode | undefined, path: YamlPath): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>((node, key) => childOf(node, key), root);
}

/** A scalar's text at a path. */
export function textAt(root: YamlNode | undefined, path: YamlPath): string | undefined {
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' ? node.value : undefined;
}

/** The items of the sequence at a path; none where there is no sequence. */
export function itemsAt(root: YamlNode | undefined, path: YamlPath): readonly YamlNode[] {
  const node = nodeAt(root, path);
  return node?.kind === 'sequence' ? node.items : [];
}
