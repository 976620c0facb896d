import type { Report } from '../../model/report.ts';
import { bytesOf } from '../byte-budget.ts';
import { entryLists, type NameEntries } from '../name-entries.ts';
import { clip } from '../wording.ts';
import { finished, html, type Markup } from './markup.ts';

const longestName = 200;
const longestList = 4 * longestName;
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
export function entryWriter(report: Pick<Report, 'entries'>): EntryWriter {
  const all = report.entries.length;
  const list = entryLists(report);
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
    words: (entries) => entriesWords(entries, all, list),
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

function entriesWords(entries: readonly string[], all: number, list: NameEntries): string {
  const [only = ''] = entries;
  if (entries.length <= 1) return clip(only, longestName);
  if (entries.length === all) return `all ${all}`;
  return `${entries.length} of ${all}: ${clip(list(entries), longestList)}`;
}
