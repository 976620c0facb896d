import { compareText } from '../../model/origin.ts';
import type { Report } from '../../model/report.ts';

/** What the filter by platform offers, and where everything on the page stands in it. */
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
  const positions = new Map(names.map((name, index) => [name, index]));
  const positionOf = new Map([...byEntry].map(([entry, platform]) => [entry, positions.get(platform)]));
  const everywhere = names.map((_, position) => String(position));
  return {
    names,
    valuesOf: (some) => {
      if (some.length === entries.length) return everywhere;
      const found = new Set<number>();
      for (const entry of some) {
        const position = positionOf.get(entry);
        if (position !== undefined) found.add(position);
        if (found.size === names.length) break;
      }
      return [...found].sort((a, b) => a - b).map(String);
    },
  };
}
