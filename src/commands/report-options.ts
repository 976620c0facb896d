import type { PostRequest } from '../github/post-run.ts';
import type { FailOn } from '../model/exit-code.ts';
import { reporters } from '../report/index.ts';
import { parseFormat } from './check-options.ts';
import { numberOfParts } from './number-of-parts.ts';
import { oneOf, parseArguments } from './parse-arguments.ts';
import { UsageError } from './usage-error.ts';
import type { Output } from './write-report.ts';

export interface ReportOptions {
  readonly files: readonly string[];
  readonly outputs: readonly Output[];
  /** Undefined leaves it to the files. */
  readonly failOn?: FailOn;
  readonly expected: number | undefined;
  /** Undefined posts nothing. */
  readonly posting: Pick<PostRequest, 'comment' | 'statuses' | 'config'> | undefined;
}

export const reportHelp = `Usage: windtunnel report FILE ... [OPTIONS]

Joins and prints reports that \`windtunnel check --format json=FILE\` wrote, in any format. Of a folder all *.json
files are taken. The parts of a run, made with \`windtunnel check --shard\`, are joined: the result is that of one run
over everything. Nothing else is read: neither the workspace nor windtunnel.yaml, and no file that a report names.

Options:
  --format FORMAT[=FILE]   ${reporters.map((reporter) => reporter.format).join(', ')} (default: terminal);
                           may be given several times
  --fail-on SEVERITY       exit with 1 from this severity on: error, warning, note, never (default: as the runs were
                           told; the strictest of them)
  --expect N               there must be N parts, or N reports: what is missing has failed
  --post                   in a job of GitHub Actions: post it as a comment on the pull request, which is kept up to
                           date. The token is that of GITHUB_TOKEN, with the permission pull-requests: write
  --statuses               with --post: also a commit status for each platform (statuses: write)
  --no-comment             with --post: statuses only
  --config FILE            with --post: the windtunnel.yaml of the check. A job that posts for several has a comment
                           for each

Exit codes: 0 clean, 1 findings, 2 used wrongly, 3 something could not be checked: also a part that is missing, or a
file that is no report. That something could not be posted changes none of it. On the event workflow_run it is 0 whatever
another run has found, unless there is nothing to read.
`;

/** Reads the arguments of `report`; throws a {@link UsageError} that says what to write instead. */
export function parseReportOptions(args: readonly string[]): ReportOptions {
  const { values, positionals } = parseArguments(args, {
    format: { type: 'string', multiple: true },
    'fail-on': { type: 'string' },
    expect: { type: 'string' },
    post: { type: 'boolean', default: false },
    statuses: { type: 'boolean', default: false },
    'no-comment': { type: 'boolean', default: false },
    config: { type: 'string' },
  });
  if (positionals.length === 0)
    throw new UsageError(
      'name the reports: windtunnel report FILE ...; `check --format json=FILE` writes one',
    );
  const { 'fail-on': failOn, expect: expected } = values;
  return {
    files: positionals,
    outputs: (values.format ?? ['terminal']).map(parseFormat),
    ...(failOn !== undefined && {
      failOn: oneOf('--fail-on', failOn, ['error', 'warning', 'note', 'never']),
    }),
    expected: expected === undefined ? undefined : numberOfParts('--expect', expected),
    posting: postingOf(values),
  };
}

function postingOf(values: {
  readonly post: boolean;
  readonly statuses: boolean;
  readonly 'no-comment': boolean;
  readonly config?: string;
}): ReportOptions['posting'] {
  const { post, statuses, 'no-comment': withoutComment, config } = values;
  if (post) return { comment: !withoutComment, statuses, config: config ?? '' };
  const alone = [
    statuses && '--statuses',
    withoutComment && '--no-comment',
    config !== undefined && '--config',
  ];
  const option = alone.find(Boolean);
  if (option) throw new UsageError(`${option} goes with --post`);
  return undefined;
}
