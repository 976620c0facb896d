import type { Post } from '../github/post-run.ts';
import type { Check } from '../model/check.ts';
import { exitCode } from '../model/exit-code.ts';
import { shortTerminalText } from '../report/escape-terminal.ts';
import { strangersDescriber } from './describe-checks.ts';
import { joinNamedReports } from './join-named-reports.ts';
import { postedExitCode, postJoined, targetOf } from './post-joined.ts';
import { readRunnerEvent } from './read-event.ts';
import { parseReportOptions } from './report-options.ts';
import type { TerminalIo } from './terminal-io.ts';
import { UsageError } from './usage-error.ts';
import { writeReport } from './write-report.ts';

/** Joins report files, prints the result, and posts it if asked to. Gives the exit code that `check` would. */
export async function report(
  args: readonly string[],
  io: TerminalIo,
  checks: readonly Check[],
): Promise<number> {
  const { files: named, expected, posting, ...options } = parseReportOptions(args);
  const event = posting && readRunnerEvent(io.env);
  const target = event && targetOf(event, io.env);
  const token = posting && tokenOf(io);
  const joined = joinNamedReports({ named, expected, cwd: io.cwd, today: io.today }, checks);
  const failOn = options.failOn ?? joined.failOn;
  const shown = { failOn, describe: strangersDescriber(checks) };
  for (const output of options.outputs) writeReport(output, joined.report, shown, io);
  if (posting && target && token !== undefined) {
    const request = { ...posting, ...shown, report: joined.report, target, token };
    const { notices, remarks } = await postJoined(request, postOf(io));
    for (const text of [...notices, ...remarks]) io.stderr.write(`windtunnel: ${shortTerminalText(text)}\n`);
  }
  return postedExitCode(exitCode(joined.report, failOn), event, joined);
}

function tokenOf({ env }: TerminalIo): string {
  const token = env['GITHUB_TOKEN'];
  if (token) return token;
  throw new UsageError('--post takes a token: set GITHUB_TOKEN, to github.token in a workflow');
}

function postOf({ post }: TerminalIo): Post {
  if (post) return post;
  throw new Error('this entry of the program cannot post');
}
