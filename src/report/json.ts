import { exitCode } from '../model/exit-code.ts';
import type { Finding } from '../model/finding.ts';
import type { Origin } from '../model/origin.ts';
import type { MatrixEntry } from '../model/rendered-cluster.ts';
import type { Report } from '../model/report.ts';
import { resultWord, type Summary, summarise } from '../model/summary.ts';
import { toJson } from './escape-json.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

/** Number of the format; a change that breaks a reader gets a new number and a new schema. */
const schemaVersion = 1;

/** For programs: everything the report holds, as `schemas/report-v1.schema.json` describes it. */
export const json: Reporter = {
  format: 'json',
  title: 'everything, for programs (schemas/report-v1.schema.json)',
  render: (report, options) => toJson(jsonReport(report, options)),
};

// Every object is written key by key: the order of keys is part of the format, and nothing that a later
// model adds gets out unasked.
function jsonReport(report: Report, options: ReporterOptions): unknown {
  const summary = summarise(report);
  return {
    $schema: 'schemas/report-v1.schema.json',
    schema: schemaVersion,
    version: report.version,
    result: resultWord(report, options.failOn),
    exitCode: exitCode(report, options.failOn),
    failOn: options.failOn,
    counts: jsonCounts(summary),
    stages: summary.stages.map(({ stage, results }) => ({
      stage,
      passed: results.passed,
      findings: results.findings,
      skipped: results.skipped,
      notApplicable: results['not-applicable'],
      failed: results.failed,
    })),
    files: report.files,
    entries: report.entries.map(jsonEntry),
    results: report.results.map(({ stage, entry, subject, outcome }) => ({
      entry,
      stage,
      subject,
      ...outcome,
    })),
    findings: report.findings.map((finding) => jsonFinding(finding, options)),
    suppressed: report.suppressed.map(({ by, reason, finding }) => ({
      by,
      reason,
      finding: jsonFinding(finding, options),
    })),
    leftOut: report.leftOut.map(({ file, status, reason }) => ({ file, status, reason })),
    gaps: report.gaps.map(({ kind, what, why, origin, entries }) => ({
      kind,
      what,
      why,
      origin: origin && jsonOrigin(origin),
      entries,
    })),
    notChecked: summary.notChecked.map(({ status, stages, reason, names }) => ({
      status,
      stages,
      reason,
      names,
    })),
  };
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

function jsonEntry(entry: MatrixEntry): unknown {
  const { name, source, platform, os, osVersion, networking, arch, controllers } = entry;
  const { kubernetes, kubernetesFrom } = entry;
  return { name, source, platform, os, osVersion, networking, arch, controllers, kubernetes, kubernetesFrom };
}

function jsonFinding(finding: Finding, { describe }: ReporterOptions): unknown {
  const { why, fix, url } = describe(finding.check);
  return {
    check: finding.check,
    stage: finding.stage,
    severity: finding.severity,
    message: finding.message,
    origin: jsonOrigin(finding.origin),
    rendered: finding.rendered,
    entries: finding.entries,
    related: finding.related?.map(({ origin, message }) => ({ origin: jsonOrigin(origin), message })),
    why,
    fix: finding.fix ?? fix,
    url,
    fingerprint: finding.fingerprint,
    excerpt: finding.excerpt && {
      firstLine: finding.excerpt.firstLine,
      firstColumn: finding.excerpt.firstColumn,
      lines: finding.excerpt.lines,
    },
  };
}

function jsonOrigin({ file, line, column, endLine, endColumn }: Origin): unknown {
  return { file, line, column, endLine, endColumn };
}
