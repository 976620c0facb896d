import { runWidth, type SourceMap } from './source-map.ts';

/**
 * The file that most of a rendered text stands in; of a text without any literal part, the one whose expressions give
 * most of it. Undefined when nobody knows any. The first of equals wins.
 */
export function mainFile({ files, runs }: SourceMap): string | undefined {
  const literal = files.map(() => 0);
  const valued = files.map(() => 0);
  for (let at = 0; at + runWidth <= runs.length; at += runWidth) {
    const file = runs[at + 1] ?? -1;
    const counts = runs[at + 4] === 0 ? literal : valued;
    const count = counts[file];
    if (count !== undefined) counts[file] = count + (runs[at] ?? 0);
  }
  return files[largest(literal) ?? largest(valued) ?? -1];
}

function largest(counts: readonly number[]): number | undefined {
  let best: number | undefined;
  for (const [index, count] of counts.entries()) {
    if (count > (best === undefined ? 0 : (counts[best] ?? 0))) best = index;
  }
  return best;
}
