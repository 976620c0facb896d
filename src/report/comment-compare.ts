import { exitCode, exitCodes } from '../model/exit-code.ts';
import { compareSeverity, type Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';

/** The findings of a pull request against those of its base, each list with the worst first. */
export interface ComparedFindings {
  readonly added: readonly Finding[];
  readonly old: readonly Finding[];
  /** How many findings of the base are no more; those that something suppresses now are not among them. */
  readonly gone: number;
  /** Part of the base could not be checked: what is new may be older than it looks. */
  readonly baseFailed: boolean;
}

/** A finding is old when the base has one of the same fingerprint. Without a base all are new. */
export function compareFindings(report: Report, base: Report | undefined): ComparedFindings {
  const known = new Set(base?.findings.map(({ fingerprint }) => fingerprint));
  const present = new Set(
    [...report.findings, ...report.suppressed.map(({ finding }) => finding)].map(
      ({ fingerprint }) => fingerprint,
    ),
  );
  const sorted = report.findings.toSorted((a, b) => compareSeverity(a.severity, b.severity));
  return {
    added: sorted.filter(({ fingerprint }) => !known.has(fingerprint)),
    old: sorted.filter(({ fingerprint }) => known.has(fingerprint)),
    gone: [...known].filter((fingerprint) => !present.has(fingerprint)).length,
    baseFailed: base !== undefined && exitCode(base, 'never') === exitCodes.failed.code,
  };
}
