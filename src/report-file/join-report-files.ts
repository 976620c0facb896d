import { compareLeftOut } from '../model/assemble-report.ts';
import type { Check } from '../model/check.ts';
import type { FailOn } from '../model/exit-code.ts';
import { compareText } from '../model/origin.ts';
import type { LeftOut, Report } from '../model/report.ts';
import { shardName } from '../model/shard.ts';
import { fittingReports } from './fitting-reports.ts';
import { mergeReports } from './merge-reports.ts';
import type { ReadReport } from './read-report-file.ts';
import { settleSuppressions } from './settle-suppressions.ts';

/** A file, by the name it is told by, and what was read from it. */
export interface ReadFile {
  /** Relative; it gets into the report. */
  readonly name: string;
  readonly read: ReadReport;
}

export interface JoinOptions {
  /** How many parts there must be; undefined leaves it to the parts. */
  readonly expected: number | undefined;
  readonly checks: readonly Check[];
  /** `YYYY-MM-DD`, for suppressions that end. */
  readonly today: string;
}

export interface JoinedReport {
  readonly report: Report;
  /** The strictest that the files were made with. */
  readonly failOn: FailOn;
}

const strictest: readonly FailOn[] = ['note', 'warning', 'error', 'never'];

/**
 * One report of many files, suppressed: what `windtunnel check` without `--shard` gives, byte for byte, when all parts
 * are there. A file that cannot be used is an input that failed, with its reason, and the others are still reported.
 */
export function joinReportFiles(files: readonly ReadFile[], options: JoinOptions): JoinedReport {
  const { expected } = options;
  const reports = files.flatMap(({ name, read }) => (read.kind === 'report' ? [{ ...read, name }] : []));
  const { fitting, refused } = fittingReports(
    reports.toSorted((a, b) => compareText(a.name, b.name)),
    expected,
  );
  const parts = fitting.map(({ report }) => report);
  const names = Array.from({ length: expected ?? 0 }, (_, index) =>
    shardName({ index: index + 1, of: expected ?? 0 }),
  );
  const shards = parts.flatMap(({ shard }) => shard ?? []);
  const report = settleSuppressions(mergeReports(parts, names), shards, options);
  const unusable = [
    ...files.flatMap(({ name, read }) =>
      read.kind === 'unusable' ? [unusableFile(name, read.problems.join('; '))] : [],
    ),
    ...refused.map(({ name, reason }) => unusableFile(name, reason)),
    ...tooFew(parts.length, shards.length, expected),
  ];
  return {
    report: { ...report, leftOut: [...report.leftOut, ...unusable].sort(compareLeftOut) },
    failOn: strictest.find((each) => fitting.some(({ failOn }) => failOn === each)) ?? 'error',
  };
}

function unusableFile(file: string, reason: string): LeftOut {
  return { file, status: 'failed', reason: `this report cannot be used: ${reason}` };
}

/** Whole reports have no plan to tell which is missing. */
function tooFew(reports: number, shards: number, expected = 0): LeftOut[] {
  if (shards > 0 || reports === 0 || reports >= expected) return [];
  return [{ file: 'reports', status: 'failed', reason: `${reports} of ${expected} expected are there` }];
}
