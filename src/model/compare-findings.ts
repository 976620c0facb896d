import type { BaseReport } from './base-report.ts';
import { compareSeverity, type Finding } from './finding.ts';
import type { Report } from './report.ts';

/** The findings of a change against those of its base, each list with the worst first. */
export interface ComparedFindings {
  /** All, where there is no base. */
  readonly added: readonly Finding[];
  /** Those that the base has as well. */
  readonly old: readonly Finding[];
  /** Those of the base that are no more. What something suppresses now is not among them. */
  readonly gone: readonly Finding[];
  /** Those of the base that were not looked for again: an entry that they hold for, or their file, has failed. */
  readonly unknown: readonly Finding[];
}

/** A finding is old when the base has one of the same fingerprint. */
export function compareFindings(report: Report): ComparedFindings {
  const known = knownFingerprints(report.base);
  const present = new Set(
    [...report.findings, ...report.suppressed.map(({ finding }) => finding)].map(
      ({ fingerprint }) => fingerprint,
    ),
  );
  const absent = worstFirst(report.base?.findings ?? []).filter(
    ({ fingerprint }) => !present.has(fingerprint),
  );
  const isUnknown = unseenBy(report);
  const sorted = worstFirst(report.findings);
  return {
    added: sorted.filter(({ fingerprint }) => !known.has(fingerprint)),
    old: sorted.filter(({ fingerprint }) => known.has(fingerprint)),
    gone: absent.filter((finding) => !isUnknown(finding)),
    unknown: absent.filter(isUnknown),
  };
}

/** The fingerprints of what is old. */
export function knownFingerprints(base: BaseReport | undefined): ReadonlySet<string> {
  return new Set(base?.findings.map(({ fingerprint }) => fingerprint));
}

/** Sorting is stable: equals stay in the one total order. */
function worstFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => compareSeverity(a.severity, b.severity));
}

/** Whether nobody can say that a finding is gone, because what has it could not be checked. */
function unseenBy({ results, leftOut, shard }: Report): (finding: Finding) => boolean {
  const entries = new Set(
    results.flatMap(({ entry, outcome }) => (outcome.status === 'failed' ? [entry] : [])),
  );
  const files = new Set(leftOut.flatMap(({ file, status }) => (status === 'failed' ? [file] : [])));
  return (finding) =>
    shard !== undefined ||
    files.has(finding.origin.file) ||
    finding.entries.some((entry) => entries.has(entry));
}
