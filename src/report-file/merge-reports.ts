import { compareLeftOut, compareResults } from '../model/assemble-report.ts';
import { compareProblems, type Finding } from '../model/finding.ts';
import { compareText } from '../model/origin.ts';
import type { Report } from '../model/report.ts';
import { version } from '../version.ts';
import { mergeComparisons } from './merge-comparisons.ts';
import { mergeFindings } from './merge-findings.ts';
import { mergeGaps } from './merge-gaps.ts';
import { mergeLeftOut } from './merge-left-out.ts';
import { missingEntries, missingParts } from './missing-parts.ts';
import { uniteFindings } from './unite-findings.ts';

/**
 * Joins the parts of one run, or reports of several: no entry may be in two of them. Of parts the result is what the
 * run would have found before suppressions, in the one total order, whatever order they come in. A part that is
 * missing is `failed`, for each entry that it had to check.
 *
 * @param expected names of the parts that there must be, `2/7`; those that the parts themselves know of need no name
 */
export function mergeReports(reports: readonly Report[], expected: readonly string[] = []): Report {
  const missing = missingParts(reports, expected);
  const [first] = reports;
  if (first && reports.length === 1 && !first.shard && missing.length === 0) return first;
  const lost = missingEntries(missing);
  const files = new Set(reports.flatMap((report) => report.files));
  const isOfParts = reports.some(({ shard }) => shard);
  const merge = (lists: readonly (readonly Finding[])[]): Finding[] =>
    isOfParts ? mergeFindings(lists) : uniteFindings(lists.flat());
  return {
    version: first?.version ?? version,
    entries: [...reports.flatMap(({ entries }) => entries), ...lost.entries].sort((a, b) =>
      compareText(a.name, b.name),
    ),
    files: [...files].sort(compareText),
    results: [...reports.flatMap(({ results }) => results), ...lost.results].sort(compareResults),
    objects: reports.reduce((sum, { objects }) => sum + objects, 0),
    findings: merge(reports.map(({ findings }) => findings)),
    suppressed: reports
      .flatMap(({ suppressed }) => suppressed)
      .sort((a, b) => compareProblems(a.finding, b.finding)),
    leftOut: [
      ...mergeLeftOut(
        reports.map(({ leftOut }) => leftOut),
        files,
      ),
      ...lost.leftOut,
    ].sort(compareLeftOut),
    gaps: mergeGaps(reports.map(({ gaps }) => gaps)),
    ...mergeComparisons(reports, missing, merge),
  };
}
