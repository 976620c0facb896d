import { checks } from '../../checks/index.generated.ts';
import { describer } from '../../src/commands/describe-checks.ts';
import { assembleReport, type RunOutcome } from '../../src/model/assemble-report.ts';
import { handMadeRun, plainOptions } from '../report/hand-made-run.ts';
import { written } from '../report-file/written-reports.ts';

/** The hand-made run without what could not be checked, with one platform: findings, and nothing else. */
const run: RunOutcome = {
  ...handMadeRun,
  entries: handMadeRun.entries.map((entry) =>
    entry.name === 'aws' ? { ...entry, platform: 'aws' as const } : entry,
  ),
  leftOut: [],
  results: handMadeRun.results.filter(({ outcome }) => outcome.status !== 'failed'),
};

const options = { ...plainOptions, describe: describer(checks) };

/** Text of a report file with two errors, a warning and a note. */
export const withFindings = written(assembleReport(run), options);

/** Text of a report file that has nothing to tell. */
export const clean = written(
  assembleReport({
    ...run,
    problems: [],
    results: run.results.filter(({ outcome }) => outcome.status === 'passed'),
  }),
  options,
);
