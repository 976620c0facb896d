import type { YamlDocument, YamlNode, YamlPath } from './document.ts';

type NodeAndPath = readonly [YamlNode, YamlPath];

/**
 * All nodes of the first document with their paths, in the order of the text. Each node once, under the first
 * path that leads to it: an alias bomb has few nodes.
 */
export function* nodesOf(yaml: YamlDocument): Iterable<NodeAndPath> {
  const seen = new Set<YamlNode>();
  const [root] = yaml.roots;
  const open: NodeAndPath[] = root ? [[root, []]] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, path] = next;
    if (seen.has(node)) continue;
    seen.add(node);
    yield next;
    for (const child of childrenOf(node, path).reverse()) open.push(child);
  }
}

function childrenOf(node: YamlNode, path: YamlPath): NodeAndPath[] {
  if (node.kind === 'sequence') return node.items.map((item, index) => [item, [...path, index]]);
  if (node.kind !== 'mapping') return [];
  return node.pairs.flatMap(({ key, value }): NodeAndPath[] =>
    key.kind === 'scalar' ? [[value, [...path, key.value]]] : [],
  );
}
