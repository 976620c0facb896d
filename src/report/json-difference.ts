import type { BaseReport } from '../model/base-report.ts';
import type { ComparedEntry, RenderedChange } from '../model/rendered-difference.ts';
import type { Report } from '../model/report.ts';
import { jsonFinding } from './json-finding.ts';
import { fitChanges, fitListings } from './json-limits.ts';
import type { JsonNames } from './json-names.ts';
import type { ReporterOptions } from './reporter.ts';

/** What a report tells of the commit that a change starts from, and of what is rendered. Key by key. */
export function jsonComparison(report: Report, options: ReporterOptions, names: JsonNames) {
  const { base, difference, rendered } = report;
  return {
    base: base && jsonBase(base, options, names),
    difference: difference && {
      entries: difference.entries.map(jsonEntry),
      changes: fitChanges(difference.changes).map((change) => jsonChange(change, names)),
    },
    rendered:
      rendered &&
      fitListings(rendered).map(({ path, machines, entries, text, leftOut }) => ({
        path,
        machines: names.list(machines),
        entries: names.list(entries),
        text,
        leftOut,
      })),
  };
}

function jsonBase({ commit, isComplete, findings }: BaseReport, options: ReporterOptions, names: JsonNames) {
  return {
    commit,
    isComplete,
    findings: findings.map(({ excerpt: _, ...finding }) => jsonFinding(finding, options, names)),
  };
}

function jsonEntry(entry: ComparedEntry) {
  return {
    name: entry.name,
    status: entry.status,
    reason: entry.status === 'unknown' ? entry.reason : undefined,
  };
}

function jsonChange(change: RenderedChange, names: JsonNames) {
  const { path, status, machines, entries, added, removed, leftOut, lines } = change;
  return {
    path,
    status,
    machines: names.list(machines),
    entries: names.list(entries),
    added,
    removed,
    leftOut,
    lines,
  };
}
