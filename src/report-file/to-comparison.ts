import type { Finding } from '../model/finding.ts';
import type { ComparedEntry } from '../model/rendered-difference.ts';
import type { Report } from '../model/report.ts';
import type { RawNames } from './raw-names.ts';
import type { RawDifference, RawFinding, RawReport } from './raw-report.ts';

interface Readers {
  readonly namesOf: (list: RawNames) => readonly string[];
  readonly toFinding: (raw: RawFinding) => Finding;
}

/** What a file says of the commit that a change starts from, and of what was rendered. */
export function toComparison(
  { base, difference, rendered }: RawReport,
  { namesOf, toFinding }: Readers,
): Pick<Report, 'base' | 'difference' | 'rendered'> {
  return {
    ...(base && {
      base: {
        commit: base.commit,
        isComplete: base.isComplete,
        findings: base.findings.map(({ excerpt: _, ...raw }) => toFinding(raw)),
      },
    }),
    ...(difference && {
      difference: {
        entries: difference.entries.map(entryOf),
        changes: difference.changes.map(({ path, machines, entries, status, lines, ...counts }) => ({
          path,
          machines: namesOf(machines),
          entries: namesOf(entries),
          status,
          lines,
          added: counts.added,
          removed: counts.removed,
          leftOut: counts.leftOut,
        })),
      },
    }),
    ...(rendered && {
      rendered: rendered.map(({ path, machines, entries, text, leftOut }) => ({
        path,
        machines: namesOf(machines),
        entries: namesOf(entries),
        text,
        ...(leftOut !== undefined && { leftOut }),
      })),
    }),
  };
}

function entryOf({ name, status, reason = '' }: RawDifference['entries'][number]): ComparedEntry {
  return status === 'unknown' ? { name, status, reason } : { name, status };
}
