import { groupGaps } from '../model/group-gaps.ts';
import { compareText } from '../model/origin.ts';
import type { ReportGap } from '../model/report.ts';

/** The gaps of all parts as those of one run. */
export function mergeGaps(parts: readonly (readonly ReportGap[])[]): ReportGap[] {
  // The place told is that of the first entry.
  const gaps = parts.flat().toSorted((a, b) => compareText(a.entries[0] ?? '', b.entries[0] ?? ''));
  return groupGaps(gaps.flatMap(({ entries, ...gap }) => entries.map((entry) => ({ ...gap, entry }))));
}
