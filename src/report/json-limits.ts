import { groupChanges } from '../model/compare-changes.ts';
import { groupListings } from '../model/group-listings.ts';
import type { RenderedChange, RenderedListing } from '../model/rendered-difference.ts';

/** Bytes of all diffs, and of all rendered files: a file that holds more than 64 MiB in all is not read. */
const mostBytes = 16 * 1024 * 1024;
/** No code unit takes more of them in JSON: `\u0000`. */
const longestUnit = 6;

/**
 * Changes with lines as far as there is room, in their order; what comes later keeps its counts only. Parts of a run
 * cut so, and cut again when they are joined, give what the run gives.
 */
export function fitChanges(changes: readonly RenderedChange[]): readonly RenderedChange[] {
  const fitted = cutBehind(
    changes,
    ({ lines }) => lines,
    (change) => ({ ...change, lines: [], leftOut: change.leftOut + change.lines.length }),
  );
  return fitted === changes ? changes : groupChanges(fitted);
}

/** The same for files that were rendered: later ones have no text. */
export function fitListings(listings: readonly RenderedListing[]): readonly RenderedListing[] {
  const fitted = cutBehind(
    listings,
    ({ text }) => [text],
    (listing) => ({ ...listing, text: '', leftOut: (listing.leftOut ?? 0) + listing.text.length }),
  );
  return fitted === listings ? listings : groupListings(fitted);
}

/** All items from the first on that has no room are cut. Gives back the list itself where all have. */
function cutBehind<T>(
  items: readonly T[],
  textsOf: (item: T) => readonly string[],
  cut: (item: T) => T,
): readonly T[] {
  const units = items.reduce((sum, item) => sum + unitsOf(textsOf(item)), 0);
  if (units * longestUnit <= mostBytes) return items;
  let left = mostBytes;
  let isFull = false;
  const fitted = items.map((item) => {
    left -= textsOf(item).reduce((sum, text) => sum + Buffer.byteLength(JSON.stringify(text)), 0);
    isFull ||= left < 0;
    return isFull ? cut(item) : item;
  });
  return isFull ? fitted : items;
}

function unitsOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
