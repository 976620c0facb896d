import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Baseline, readBaseline, renderBaseline } from '../config/baseline.ts';
import { applySuppressions } from '../config/suppress.ts';
import type { Check } from '../model/check.ts';
import type { Report } from '../model/report.ts';
import { escapeTerminal } from '../report/escape-terminal.ts';
import { plural } from '../report/wording.ts';
import { openSuppressions } from '../report-file/open-suppressions.ts';
import { covers } from '../sources/workspace/targets.ts';
import type { CheckOptions } from './check-options.ts';
import type { CheckOutcome } from './run-check.ts';
import type { ShardChoice } from './shards.ts';
import type { TerminalIo } from './terminal-io.ts';
import { UsageError } from './usage-error.ts';
import { writeNamedFile } from './write-file.ts';

/** Takes out what comments, the configuration and the baseline accept. */
export function suppress(
  outcome: CheckOutcome,
  options: CheckOptions,
  io: TerminalIo,
  checks: readonly Check[],
): Report {
  const { report, config, workspace, readText } = outcome;
  const isWholeWorkspace = covers(workspace.targets, config.folder);
  const baseline = baselineOf(outcome, options, io);
  return applySuppressions(report, { config, checks, readText, today: io.today, isWholeWorkspace, baseline });
}

/** The report of a part of a run, with what is to be suppressed once all parts are joined. */
export function leaveOpen(
  outcome: CheckOutcome,
  { index, of }: ShardChoice,
  options: CheckOptions,
  io: TerminalIo,
): Report {
  const { report, plan = [], config, workspace, readText } = outcome;
  const isWholeWorkspace = covers(workspace.targets, config.folder);
  const baseline = baselineOf(outcome, options, io);
  const suppressions = openSuppressions(report, { config, baseline, readText, isWholeWorkspace });
  return { ...report, shard: { index, of, plan, suppressions } };
}

/** Writes the findings that are left, and those of an earlier baseline, into a baseline file. */
export function writeBaseline(report: Report, file: string, io: TerminalIo): void {
  writeNamedFile(io.cwd, file, renderBaseline(report));
  const count = report.findings.length + report.suppressed.filter(({ by }) => by === 'baseline').length;
  io.stderr.write(`wrote ${plural(count, 'finding')} to ${escapeTerminal(file)}\n`);
}

/** The command line's file is the user's; the configuration's may be a stranger's and stays in the workspace. */
function baselineOf(
  { config, readText }: CheckOutcome,
  { baseline: named, writeBaseline: isWritten }: CheckOptions,
  io: TerminalIo,
): Baseline | undefined {
  const name = named ?? config.baseline;
  if (name === undefined) return undefined;
  const text = named === undefined ? readText(name) : readFile(path.resolve(io.cwd, named));
  if (text === undefined) {
    // The first one is about to be written.
    if (named === undefined && isWritten !== undefined) return undefined;
    throw new UsageError(`baseline ${name} cannot be read; write one with --write-baseline ${name}`);
  }
  const baseline = readBaseline(text);
  if ('error' in baseline) throw new UsageError(`baseline ${name} is ${baseline.error}`);
  return baseline;
}

function readFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
