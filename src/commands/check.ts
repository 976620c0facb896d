import { type Check, checkAnchor } from '../model/check.ts';
import { exitCode } from '../model/exit-code.ts';
import type { Report } from '../model/report.ts';
import type { CheckDescription, ReporterOptions } from '../report/reporter.ts';
import { type Output, parseCheckOptions } from './check-options.ts';
import { Progress } from './progress.ts';
import { runCheck } from './run-check.ts';
import { suppress, writeBaseline } from './suppressions.ts';
import { type TerminalIo, wantsColor } from './terminal-io.ts';
import { writeNamedFile } from './write-file.ts';

const usualWidth = 80;

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
  const report = suppress(outcome, options, io, checks);
  const failOn = options.failOn ?? outcome.config.failOn;
  for (const output of options.outputs) {
    writeReport(output, report, { failOn, describe: describer(checks) }, io);
  }
  if (!options.quiet) io.stderr.write(`checked in ${((io.clock() - started) / 1000).toFixed(2)} s\n`);
  if (options.writeBaseline !== undefined) {
    writeBaseline(report, options.writeBaseline, io);
    return exitCode(report, 'never');
  }
  return exitCode(report, failOn);
}

/** A file looks the same wherever it was written: it knows neither colours nor the terminal's width. */
function writeReport(
  { reporter, file }: Output,
  report: Report,
  options: Pick<ReporterOptions, 'failOn' | 'describe'>,
  io: TerminalIo,
): void {
  if (file !== undefined) {
    const text = reporter.render(report, { ...options, color: false, width: usualWidth });
    writeNamedFile(io.cwd, file, text);
    return;
  }
  const width = io.stdout.columns ?? usualWidth;
  io.stdout.write(reporter.render(report, { ...options, color: wantsColor(io.stdout, io.env), width }));
}

const documentation = 'https://github.com/windtunnel/windtunnel/blob/main/docs/checks.md';

function describer(checks: readonly Check[]): (id: string) => CheckDescription {
  const byId = new Map(checks.map((each) => [each.id, each]));
  return (id) => {
    const check = byId.get(id);
    if (!check) throw new Error(`a finding names the check ${id}, which does not exist`);
    const { title, why, fix, severity, stage } = check;
    return { id, title, why, fix, severity, stage, url: `${documentation}#${checkAnchor(id)}` };
  };
}
