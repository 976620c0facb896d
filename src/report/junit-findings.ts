import type { Finding } from '../model/finding.ts';
import type { Stage } from '../model/stage.ts';

/** Findings of one stage in one entry. */
export interface EntryFindings {
  /** Those told in full here, because this is the first entry they hold for. */
  readonly first: readonly Finding[];
  /** Some of those that an earlier entry tells in full. */
  readonly again: readonly Finding[];
  readonly againCount: number;
}

interface OpenEntryFindings extends EntryFindings {
  readonly first: Finding[];
  readonly again: Finding[];
  againCount: number;
}

/** In full everywhere, 5,000 findings in 256 entries would make a file of hundreds of megabytes. */
const mostAgain = 20;

/** The findings by stage, then by entry, in the order of the report. */
export function findingsByEntry(
  findings: readonly Finding[],
): ReadonlyMap<Stage, ReadonlyMap<string, EntryFindings>> {
  const byStage = new Map<Stage, Map<string, OpenEntryFindings>>();
  for (const finding of findings) {
    const { stage } = finding;
    const byEntry = byStage.get(stage) ?? new Map<string, OpenEntryFindings>();
    byStage.set(stage, byEntry);
    for (const [index, entry] of finding.entries.entries()) {
      const open = byEntry.get(entry) ?? { first: [], again: [], againCount: 0 };
      byEntry.set(entry, open);
      add(open, finding, index === 0);
    }
  }
  return byStage;
}

function add(open: OpenEntryFindings, finding: Finding, isFirst: boolean): void {
  if (isFirst) {
    open.first.push(finding);
    return;
  }
  open.againCount += 1;
  if (open.again.length < mostAgain) open.again.push(finding);
}
