import type { FailOn } from '../model/exit-code.ts';
import { reporters } from '../report/index.ts';
import { parseFormat } from './check-options.ts';
import { oneOf, parseArguments, positiveNumber } from './parse-arguments.ts';
import { mostShards } from './shards.ts';
import { UsageError } from './usage-error.ts';
import type { Output } from './write-report.ts';

export interface ReportOptions {
  readonly files: readonly string[];
  readonly outputs: readonly Output[];
  /** Undefined leaves it to the files. */
  readonly failOn?: FailOn;
  readonly expected?: number;
}

export const reportHelp = `Usage: windtunnel report FILE ... [OPTIONS]

Prints reports that \`windtunnel check --format json=FILE\` wrote, in any format. The parts of a run, made with
\`windtunnel check --shard\`, are joined: the result is that of one run over everything. Nothing else is read: neither
the workspace nor windtunnel.yaml, and no file that a report names.

Options:
  --format FORMAT[=FILE]   ${reporters.map((reporter) => reporter.format).join(', ')} (default: terminal);
                           may be given several times
  --fail-on SEVERITY       exit with 1 from this severity on: error, warning, note, never (default: as the runs were
                           told; the strictest of them)
  --expect N               there must be N parts, or N reports: what is missing has failed

Exit codes: 0 clean, 1 findings, 2 used wrongly, 3 something could not be checked: also a part that is missing, or a
file that is no report.
`;

/** Reads the arguments of `report`; throws a {@link UsageError} that says what to write instead. */
export function parseReportOptions(args: readonly string[]): ReportOptions {
  const { values, positionals } = parseArguments(args, {
    format: { type: 'string', multiple: true },
    'fail-on': { type: 'string' },
    expect: { type: 'string' },
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
    ...(expected !== undefined && { expected: expectedNumber(expected) }),
  };
}

function expectedNumber(text: string): number {
  const number = positiveNumber('--expect', text);
  if (number <= mostShards) return number;
  throw new UsageError(`--expect: ${text} is more than ${mostShards}`);
}
