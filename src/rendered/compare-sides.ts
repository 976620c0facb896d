import { groupChanges } from '../model/compare-changes.ts';
import { compareText } from '../model/origin.ts';
import type { ComparedEntry, RenderedChange, RenderedDifference } from '../model/rendered-difference.ts';
import { type AlignedPart, differingParts } from './align-parts.ts';
import type { RenderedEntry } from './rendered-side.ts';
import type { TextDifference } from './text-difference.ts';

type Entries = ReadonlyMap<string, RenderedEntry>;

/** Two texts that are not equal; undefined where there is no file. */
export interface TextPair {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Compares what two commits give, by entry, machine and path.
 *
 * @param differ gives the difference of each pair, in their order, or the reason why there is none
 */
export async function compareSides(
  base: Entries,
  head: Entries,
  differ: (pairs: readonly TextPair[]) => Promise<readonly TextDifference[] | { readonly reason: string }>,
): Promise<RenderedDifference> {
  const names = [...new Set([...base.keys(), ...head.keys()])].sort(compareText);
  const differing = names.flatMap((entry) => {
    const [old, current] = [base.get(entry), head.get(entry)];
    if (!old || !current) return [];
    return differingParts(old.parts, current.parts).map((part) => ({ entry, part }));
  });
  const pairs = new Pairs();
  const numbered = differing.map(({ entry, part }) => ({ entry, part, number: pairs.add(part) }));
  const differences = await differ(pairs.all);
  const failure = 'reason' in differences ? differences.reason : undefined;
  const changes =
    'reason' in differences
      ? []
      : numbered.flatMap(({ entry, part, number }) => changeOf(entry, part, differences[number]));
  const changed = new Set(differing.map(({ entry }) => entry));
  return {
    entries: names.map((name) =>
      compareEntry(name, base.get(name), head.get(name), changed.has(name), failure),
    ),
    changes: groupChanges(changes),
  };
}

/** Equal pairs of many entries are one. */
class Pairs {
  readonly all: TextPair[] = [];
  readonly #numbers = new Map<string | undefined, Map<string | undefined, number>>();

  /** Gives the pair's number. */
  add({ before, after }: TextPair): number {
    const numbers = this.#numbers.get(before) ?? new Map<string | undefined, number>();
    this.#numbers.set(before, numbers);
    const known = numbers.get(after);
    if (known !== undefined) return known;
    const number = this.all.push({ before, after }) - 1;
    numbers.set(after, number);
    return number;
  }
}

function changeOf(
  entry: string,
  { path, machine, before, after }: AlignedPart,
  difference: TextDifference | undefined,
): RenderedChange[] {
  if (difference === undefined) return [];
  const status = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return [
    { path, machines: machine === undefined ? [] : [machine], entries: [entry], status, ...difference },
  ];
}

function compareEntry(
  name: string,
  old: RenderedEntry | undefined,
  current: RenderedEntry | undefined,
  isChanged: boolean,
  failure: string | undefined,
): ComparedEntry {
  if (!current) return { name, status: 'removed' };
  if (!old) return { name, status: 'added' };
  const reason = reasonOf(old, current) ?? (isChanged ? failure : undefined);
  if (reason !== undefined) return { name, status: 'unknown', reason };
  return { name, status: isChanged ? 'changed' : 'same' };
}

function reasonOf(old: RenderedEntry, current: RenderedEntry): string | undefined {
  const [first, ...rest] = current.missing;
  if (first !== undefined) return withCount(first, rest.length);
  const [ofBase, ...others] = old.missing;
  return ofBase === undefined ? undefined : `in the base, ${withCount(ofBase, others.length)}`;
}

function withCount(reason: string, others: number): string {
  return others === 0 ? reason : `${reason}; and ${others} more`;
}
