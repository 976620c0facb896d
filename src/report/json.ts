import { exitCode, type FailOn } from '../model/exit-code.ts';
import type { Report } from '../model/report.ts';
import { resultWord, type Summary, summarise } from '../model/summary.ts';
import { OneLine, toJsonWithLists } from './escape-json.ts';
import { jsonComparison } from './json-difference.ts';
import { jsonFinding } from './json-finding.ts';
import { JsonNames } from './json-names.ts';
import { jsonEntry, jsonOrigin, jsonShard } from './json-shard.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

/** Number of the format; a change that breaks a reader gets a new number and a new schema. */
const schemaVersion = 1;

/** For programs: everything the report holds, as `schemas/report-v1.schema.json` describes it. */
export const json: Reporter = {
  format: 'json',
  title: 'everything, for programs (schemas/report-v1.schema.json)',
  render: (report, options) => toJsonWithLists(jsonReport(report, options)),
};

// Every object is written key by key: the order of keys is part of the format, and nothing that a later
// model adds gets out unasked.
function jsonReport(report: Report, options: ReporterOptions): unknown {
  const summary = summarise(report);
  const names = new JsonNames(report);
  const findings = jsonFindings(report, options, names);
  const gaps = jsonGaps(report, names);
  const comparison = jsonComparison(report, options, names);
  return {
    $schema: 'schemas/report-v1.schema.json',
    schema: schemaVersion,
    version: report.version,
    ...jsonVerdict(report, options.failOn),
    failOn: options.failOn,
    shard: report.shard && jsonShard(report.shard),
    counts: jsonCounts(summary),
    stages: jsonStages(summary),
    files: report.files,
    entries: report.entries.map(jsonEntry),
    results: report.results.map(({ stage, entry, subject, outcome }) => ({
      entry,
      stage,
      subject,
      ...outcome,
    })),
    names: names.all(),
    ...findings,
    leftOut: report.leftOut.map(({ file, status, reason }) => ({ file, status, reason })),
    gaps,
    notChecked: jsonNotChecked(summary).map((group) => ({ ...group, names: new OneLine(group.names) })),
    ...comparison,
  };
}

function jsonFindings(report: Report, options: ReporterOptions, names: JsonNames) {
  return {
    findings: report.findings.map((finding) => jsonFinding(finding, options, names)),
    suppressed: report.suppressed.map(({ by, reason, finding }) => ({
      by,
      reason,
      finding: jsonFinding(finding, options, names),
    })),
  };
}

function jsonGaps({ gaps }: Report, names: JsonNames): unknown {
  return gaps.map(({ kind, what, why, origin, entries }) => ({
    kind,
    what,
    why,
    origin: origin && jsonOrigin(origin),
    entries: names.list(entries),
  }));
}

/** What a report says of itself, as it stands in the file: a reader can hold it against the rest of the file. */
export function jsonClaims(report: Report, failOn: FailOn): Readonly<Record<string, unknown>> {
  const summary = summarise(report);
  return {
    ...jsonVerdict(report, failOn),
    counts: jsonCounts(summary),
    stages: jsonStages(summary),
    notChecked: jsonNotChecked(summary),
  };
}

function jsonVerdict(report: Report, failOn: FailOn) {
  return { result: resultWord(report, failOn), exitCode: exitCode(report, failOn) };
}

function jsonStages({ stages }: Summary): unknown {
  return stages.map(({ stage, results }) => ({
    stage,
    passed: results.passed,
    findings: results.findings,
    skipped: results.skipped,
    notApplicable: results['not-applicable'],
    failed: results.failed,
  }));
}

function jsonNotChecked({ notChecked }: Summary) {
  return notChecked.map(({ status, stages, reason, names }) => ({ status, stages, reason, names }));
}

function jsonCounts(summary: Summary): unknown {
  const { counts, suppressed } = summary;
  return {
    error: counts.error,
    warning: counts.warning,
    note: counts.note,
    suppressed: suppressed.config + suppressed.comment + suppressed.baseline,
    failed: summary.failed,
    files: summary.files,
    machines: summary.machines,
    entries: summary.entries,
    objects: summary.objects,
  };
}
