import { reaches, type Severity } from './finding.ts';
import type { Report } from './report.ts';

/** The one table of exit codes; `docs/exit-codes.md` is made from it. */
export const exitCodes = {
  clean: { code: 0, meaning: 'Everything that applies was checked, and no finding reaches `--fail-on`.' },
  findings: { code: 1, meaning: 'At least one finding reaches `--fail-on`.' },
  usage: {
    code: 2,
    meaning:
      'Used wrongly: an unknown option, a path that cannot be read or written, an invalid `windtunnel.yaml`.',
  },
  failed: { code: 3, meaning: 'Something could not be checked because a tool or a source failed.' },
} as const;

export type FailOn = Severity | 'never';

/**
 * The exit code a report deserves. A failed stage outweighs findings: a verdict on the rest must not hide that
 * part of the input was never looked at.
 */
export function exitCode(report: Report, failOn: FailOn): number {
  // A part of a run must not be taken for all of it.
  const failed =
    report.shard !== undefined ||
    report.results.some((result) => result.outcome.status === 'failed') ||
    report.leftOut.some((leftOut) => leftOut.status === 'failed');
  if (failed) return exitCodes.failed.code;
  if (failOn === 'never') return exitCodes.clean.code;
  const reached = report.findings.some((finding) => reaches(finding.severity, failOn));
  return reached ? exitCodes.findings.code : exitCodes.clean.code;
}
