import { unite } from '../model/compare-changes.ts';
import { compareText } from '../model/origin.ts';
import type { RenderedListing } from '../model/rendered-difference.ts';
import type { RenderedEntry } from './rendered-side.ts';

interface OpenListing {
  readonly machines: Set<string>;
  readonly entries: Set<string>;
}

/** Every file that is rendered, equal ones of several machines and entries once; by path, then text. */
export function listRendered(entries: ReadonlyMap<string, RenderedEntry>): RenderedListing[] {
  const paths = new Map<string, Map<string, OpenListing>>();
  for (const [entry, { parts }] of entries) {
    for (const { path, machine, text } of parts) {
      const texts = paths.get(path) ?? new Map<string, OpenListing>();
      paths.set(path, texts);
      const listing = texts.get(text) ?? { machines: new Set(), entries: new Set() };
      texts.set(text, listing);
      listing.entries.add(entry);
      if (machine !== undefined) listing.machines.add(machine);
    }
  }
  return [...paths]
    .flatMap(([path, texts]) =>
      [...texts].map(([text, { machines, entries: names }]) => ({
        path,
        machines: unite([[...machines]]),
        entries: unite([[...names]]),
        text,
      })),
    )
    .sort((a, b) => compareText(a.path, b.path) || compareText(a.text, b.text));
}
