import type { BaseReport } from '../model/base-report.ts';
import { groupChanges } from '../model/compare-changes.ts';
import type { Finding } from '../model/finding.ts';
import { groupListings } from '../model/group-listings.ts';
import { compareText } from '../model/origin.ts';
import type { ComparedEntry, RenderedDifference } from '../model/rendered-difference.ts';
import type { Report } from '../model/report.ts';
import { type MissingPart, missingReason } from './missing-parts.ts';

/**
 * What the reports, all of one base, say of it and of what was rendered. What is missing is not known: the base is then
 * not complete.
 *
 * @param merge the findings of all reports as one list
 */
export function mergeComparisons(
  reports: readonly Report[],
  missing: readonly MissingPart[],
  merge: (findings: readonly (readonly Finding[])[]) => Finding[],
): Pick<Report, 'base' | 'difference' | 'rendered'> {
  const base = mergeBases(reports, missing, merge);
  const difference = mergeDifferences(reports, missing);
  const listings = reports.flatMap(({ rendered }) => (rendered ? [rendered] : []));
  return {
    ...(base && { base }),
    ...(difference && { difference }),
    ...(listings.length > 0 && { rendered: groupListings(listings.flat()) }),
  };
}

function mergeBases(
  reports: readonly Report[],
  missing: readonly MissingPart[],
  merge: (findings: readonly (readonly Finding[])[]) => Finding[],
): BaseReport | undefined {
  const bases = reports.flatMap(({ base }) => base ?? []);
  const [first] = bases;
  if (!first) return undefined;
  const isWhole = missing.length === 0 && bases.length === reports.length;
  return {
    commit: first.commit,
    isComplete: isWhole && bases.every(({ isComplete }) => isComplete),
    findings: merge(bases.map(({ findings }) => findings)),
  };
}

function mergeDifferences(
  reports: readonly Report[],
  missing: readonly MissingPart[],
): RenderedDifference | undefined {
  const differences = reports.flatMap(({ difference }) => difference ?? []);
  if (differences.length === 0) return undefined;
  const notCompared = reports.filter(({ difference }) => !difference);
  return {
    entries: uniteEntries([
      ...differences.flatMap(({ entries }) => entries),
      ...notCompared.flatMap((report) =>
        unknown(report.entries, 'its report compares nothing with the base'),
      ),
      ...missing.flatMap((part) => unknown(part.entries, missingReason(part))),
    ]),
    changes: groupChanges(differences.flatMap(({ changes }) => changes)),
  };
}

function unknown(entries: readonly { readonly name: string }[], reason: string): ComparedEntry[] {
  return entries.map(({ name }) => ({ name, status: 'unknown', reason }));
}

/** Each name once. What one report calls unknown is so, whatever another says. */
function uniteEntries(entries: readonly ComparedEntry[]): ComparedEntry[] {
  const united = new Map<string, ComparedEntry>();
  for (const entry of entries) {
    const known = united.get(entry.name);
    if (!known || known.status === entry.status) united.set(entry.name, known ?? entry);
    else if (known.status !== 'unknown')
      united.set(entry.name, {
        name: entry.name,
        status: 'unknown',
        reason: entry.status === 'unknown' ? entry.reason : 'two reports tell different things of it',
      });
  }
  return [...united.values()].sort((a, b) => compareText(a.name, b.name));
}
