import type { YamlNode, YamlPath } from '../yaml/document.ts';
import { itemsAt, nodeAt } from '../yaml/lookup.ts';

/** Lists of configs that a config merges: Ignition 3.x and Butane, Ignition 2.x. */
const lists: readonly YamlPath[] = [
  ['ignition', 'config', 'merge'],
  ['ignition', 'config', 'append'],
];

/** Paths of the keys that hold, or name, the configs that a document merges, in its order. */
export function carriedPaths(root: YamlNode | undefined): YamlPath[] {
  return lists.flatMap((list) =>
    itemsAt(root, list).map((item, index) => {
      const key = ['inline', 'local', 'source'].find((each) => nodeAt(item, [each]) !== undefined);
      return [...list, index, ...(key === undefined ? [] : [key])];
    }),
  );
}
