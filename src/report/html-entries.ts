import type { Report } from '../model/report.ts';
import { bytesOf } from './byte-budget.ts';
import { finished, html, type Markup } from './html-markup.ts';
import { clip, someOf } from './wording.ts';

const longestName = 200;
/** So many entries are named beside what holds for them; the others in a fold. */
const namedEntries = 3;

/** Writes which entries something holds for. */
export interface EntryWriter {
  /** `all 24`, or `8 of 24: a, b, c and 5 more`; the name where it is one. */
  readonly words: (entries: readonly string[]) => string;
  /** Whether the words leave names out. */
  readonly hasFold: (entries: readonly string[]) => boolean;
  /** All names in a fold. */
  readonly fold: (entries: readonly string[]) => Markup;
}

/** Every name is escaped once, however often it is written. */
export function entryWriter({ entries: { length: all } }: Pick<Report, 'entries'>): EntryWriter {
  const items = new Map<string, string>();
  const itemOf = (name: string): string => {
    const known = items.get(name);
    if (known !== undefined) return known;
    const { text } = html`<li>${clip(name, longestName)}</li>`;
    items.set(name, text);
    return text;
  };
  const hasFold = ({ length }: readonly string[]): boolean => length > namedEntries + 1 && length !== all;
  return {
    words: (entries) => entriesWords(entries, all),
    hasFold,
    fold: (entries) => html`
      <details><summary>All ${entries.length} entries</summary>
      <ul>
      ${finished(entries.map(itemOf))}
      </ul>
      </details>
    `,
  };
}

/** Folds of names as long as there is room for them. */
export interface NameFolds {
  /** Nothing where the words have all names, or there is no room left. */
  readonly fold: (entries: readonly string[]) => Markup | readonly [];
  /** How many found no room so far. */
  readonly leftOut: () => number;
}

/** @param room bytes of UTF-8 */
export function nameFolds(entryNames: EntryWriter, room: number): NameFolds {
  let left = room;
  let leftOut = 0;
  return {
    fold: (entries) => {
      if (!entryNames.hasFold(entries)) return [];
      if (left <= 0) {
        leftOut += 1;
        return [];
      }
      const fold = entryNames.fold(entries);
      left -= bytesOf(fold.text);
      return fold;
    },
    leftOut: () => leftOut,
  };
}

function entriesWords(entries: readonly string[], all: number): string {
  if (entries.length > 1 && entries.length === all) return `all ${all}`;
  // The whole of a long list is not looked at: one name more than is shown tells that there are more.
  const named = entries.slice(0, namedEntries + 1).map((name) => clip(name, longestName));
  if (entries.length <= 1) return named.join('');
  const more = entries.length - namedEntries;
  const names =
    more > 1 ? `${named.slice(0, namedEntries).join(', ')} and ${more} more` : someOf(named, namedEntries);
  return `${entries.length} of ${all}: ${names}`;
}
