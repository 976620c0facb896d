import type { Check } from '../model/check.ts';
import { exitCode, exitCodes } from '../model/exit-code.ts';
import { parseCheckOptions } from './check-options.ts';
import { describer } from './describe-checks.ts';
import { Progress } from './progress.ts';
import { runCheck } from './run-check.ts';
import { leaveOpen, suppress, writeBaseline } from './suppressions.ts';
import type { TerminalIo } from './terminal-io.ts';
import { writeReport } from './write-report.ts';

/** The main job. Gives the exit code. */
export async function check(
  args: readonly string[],
  io: TerminalIo,
  checks: readonly Check[],
): Promise<number> {
  const options = parseCheckOptions(args);
  const started = io.clock();
  const progress = new Progress(io, options.quiet);
  const outcome = await runCheck({
    ...options,
    cwd: io.cwd,
    env: io.env,
    onProgress: progress.show,
    ...(io.worker && { worker: io.worker }),
  });
  progress.clear();
  const report = options.shard
    ? leaveOpen(outcome, options.shard, options, io)
    : suppress(outcome, options, io, checks);
  const failOn = options.failOn ?? outcome.config.failOn;
  for (const output of options.outputs) {
    writeReport(output, report, { failOn, describe: describer(checks) }, io);
  }
  if (!options.quiet) io.stderr.write(`checked in ${((io.clock() - started) / 1000).toFixed(2)} s\n`);
  if (options.writeBaseline !== undefined) {
    writeBaseline(report, options.writeBaseline, io);
    return exitCode(report, 'never');
  }
  // The verdict is that of all parts together.
  return options.shard ? exitCodes.clean.code : exitCode(report, failOn);
}
