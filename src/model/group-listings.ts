import { createHash } from 'node:crypto';
import { unite } from './compare-changes.ts';
import { compareText } from './origin.ts';
import type { RenderedListing } from './rendered-difference.ts';

/** One file for each that several machines or entries have alike, by path and then text in code unit order. */
export function groupListings(listings: readonly RenderedListing[]): RenderedListing[] {
  const groups = new Map<string, RenderedListing[]>();
  for (const listing of listings) {
    const { path, text, leftOut = 0 } = listing;
    const key = `${createHash('sha256').update(text).digest('base64')} ${leftOut} ${path}`;
    const group = groups.get(key);
    if (group) group.push(listing);
    else groups.set(key, [listing]);
  }
  return [...groups.values()]
    .flatMap((all) => {
      const [first] = all;
      if (!first) return [];
      const machines = unite(all.map((one) => one.machines));
      return [{ ...first, machines, entries: unite(all.map((one) => one.entries)) }];
    })
    .sort(
      (a, b) =>
        compareText(a.path, b.path) || compareText(a.text, b.text) || (a.leftOut ?? 0) - (b.leftOut ?? 0),
    );
}
