import { compareText } from '../model/origin.ts';
import type { Report } from '../model/report.ts';

/** What the filter by platform offers, and where each finding stands in it. */
export interface Platforms {
  /** Names in code unit order; the filter's value of each is its position. */
  readonly names: readonly string[];
  /** The values for some entries, by their names. */
  readonly valuesOf: (entries: readonly string[]) => readonly string[];
}

const unknown = 'not known';

/** Gathers the platforms of a report's entries. Values are numbers: a name may hold blanks, or anything else. */
export function platformsOf({ entries }: Report): Platforms {
  const byEntry = new Map(entries.map(({ name, platform }) => [name, platform ?? unknown]));
  const names = [...new Set(byEntry.values())].sort(compareText);
  const values = new Map(names.map((name, index) => [name, String(index)]));
  return {
    names,
    valuesOf: (some) => {
      const found = new Set(some.map((entry) => values.get(byEntry.get(entry) ?? '') ?? ''));
      found.delete('');
      return [...found].sort((a, b) => Number(a) - Number(b));
    },
  };
}
