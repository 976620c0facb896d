import type { RenderedChange, RenderedDifference, RenderedListing } from '../model/rendered-difference.ts';
import type { Report } from '../model/report.ts';
import { limits } from './limits.ts';

/** What is wrong with what a report says of its base and of what was rendered, in sentences. */
export function* comparisonProblems({ base, difference, rendered, entries }: Report): Generator<string> {
  const own = new Set(entries.map(({ name }) => name));
  if (difference) {
    yield* differenceProblems(difference);
    const either = new Set([...own, ...difference.entries.map(({ name }) => name)]);
    for (const name of new Set(base?.findings.flatMap((finding) => finding.entries)))
      if (!either.has(name)) yield `neither it nor its base has an entry ${name}`;
  }
  yield* listingProblems(rendered ?? [], own);
}

function* differenceProblems({ entries, changes }: RenderedDifference): Generator<string> {
  if (changes.length > limits.changes || entries.length > limits.entries) {
    yield `it has ${changes.length} changes in ${entries.length} entries, and no more than ${limits.changes} in ${limits.entries} are read`;
    return;
  }
  const compared = new Map(entries.map(({ name, status }) => [name, status]));
  if (compared.size < entries.length) yield 'two entries of its difference have one name';
  for (const change of changes) yield* changeProblems(change, compared);
}

function* changeProblems(change: RenderedChange, compared: ReadonlyMap<string, string>): Generator<string> {
  for (const name of change.entries) {
    const status = compared.get(name);
    // What could not be rendered as a whole may still have changes.
    if (status !== 'changed' && status !== 'unknown')
      yield `a change names the entry ${name}, which is ${status ?? 'not compared'}`;
  }
  const { lines, added, removed, leftOut } = change;
  if (lines.some((line) => line.includes('\n'))) yield 'a line of a change is several lines';
  const notShown = [added - countOf(lines, '+'), removed - countOf(lines, '-')];
  const sum = notShown.reduce((all, count) => all + count, 0);
  if (notShown.some((count) => count < 0) || sum > leftOut)
    yield 'the counts of a change do not agree with its lines';
}

function countOf(lines: readonly string[], mark: string): number {
  return lines.filter((line) => line.startsWith(mark)).length;
}

function* listingProblems(
  listings: readonly RenderedListing[],
  entries: ReadonlySet<string>,
): Generator<string> {
  if (listings.length > limits.changes)
    yield `it has ${listings.length} rendered files, and no more than ${limits.changes} are read`;
  for (const name of new Set(listings.flatMap((listing) => listing.entries)))
    if (!entries.has(name)) yield `something was rendered for the entry ${name}, which it has not`;
}
