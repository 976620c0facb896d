import { readInt64 } from './annotated-number.ts';

/** How many indexes `0,2-4` names; undefined when it is no ascending list of indexes below `completions`. */
export function countIndexes(text: string, completions: number): number | undefined {
  if (text === '') return 0;
  let total = 0;
  let last: bigint | undefined;
  for (const interval of text.split(',')) {
    const limits = interval.split('-', 3);
    const first = readIndex(limits[0], completions);
    const end = limits.length > 1 ? readIndex(limits[1], completions) : first;
    if (limits.length > 2 || first === undefined || end === undefined) return undefined;
    if (limits.length > 1 && first >= end) return undefined;
    if (last !== undefined && last >= first) return undefined;
    total += Number(end - first) + 1;
    last = end;
  }
  return total;
}

function readIndex(text: string | undefined, completions: number): bigint | undefined {
  const index = readInt64(text ?? '');
  return index !== undefined && index < BigInt(completions) ? index : undefined;
}
