import { compareText } from './origin.ts';
import type { Gap } from './rendered-cluster.ts';
import type { ReportGap } from './report.ts';

/** A gap of one matrix entry. */
export interface EntryGap extends Gap {
  readonly entry: string;
}

/** One gap for each that several entries have alike; of kind, what and why in code unit order. */
export function groupGaps(gaps: readonly EntryGap[]): ReportGap[] {
  const groups = new Map<string, { readonly gap: Gap; readonly entries: Set<string> }>();
  for (const { entry, ...gap } of gaps) {
    const key = JSON.stringify([gap.kind, gap.what, gap.why]);
    const group = groups.get(key);
    if (group) group.entries.add(entry);
    else groups.set(key, { gap, entries: new Set([entry]) });
  }
  return [...groups.entries()]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([, { gap, entries }]) => ({ ...gap, entries: [...entries].sort() }));
}
