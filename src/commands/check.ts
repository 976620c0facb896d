import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Check } from '../model/check.ts';
import { exitCode } from '../model/exit-code.ts';
import type { Report } from '../model/report.ts';
import type { CheckDescription, Reporter, ReporterOptions } from '../report/reporter.ts';
import { parseCheckOptions } from './check-options.ts';
import { Progress } from './progress.ts';
import { runCheck } from './run-check.ts';
import { suppress, writeBaseline } from './suppressions.ts';
import { type TerminalIo, wantsColor } from './terminal-io.ts';
import { UsageError } from './usage-error.ts';

/** The main job. Gives the exit code. */
export async function check(
  args: readonly string[],
  io: TerminalIo,
  checks: readonly Check[],
): Promise<number> {
  const options = parseCheckOptions(args);
  const started = io.clock();
  const progress = new Progress(io, options.quiet);
  const outcome = await runCheck({ ...options, cwd: io.cwd, onProgress: progress.show });
  progress.clear();
  const report = suppress(outcome, options, io, checks);
  const failOn = options.failOn ?? outcome.config.failOn;
  const shared = { failOn, describe: describer(checks), width: io.stdout.columns ?? 80 };
  for (const { reporter, file } of options.outputs) {
    const color = file === undefined && wantsColor(io.stdout, io.env);
    writeReport(reporter, report, { ...shared, color }, file, io);
  }
  if (!options.quiet) io.stderr.write(`checked in ${((io.clock() - started) / 1000).toFixed(2)} s\n`);
  if (options.writeBaseline !== undefined) {
    writeBaseline(report, options.writeBaseline, io);
    return exitCode(report, 'never');
  }
  return exitCode(report, failOn);
}

function writeReport(
  reporter: Reporter,
  report: Report,
  options: ReporterOptions,
  file: string | undefined,
  io: TerminalIo,
): void {
  const text = reporter.render(report, options);
  if (file === undefined) {
    io.stdout.write(text);
    return;
  }
  const target = path.resolve(io.cwd, file);
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const documentation = 'https://github.com/windtunnel/windtunnel/blob/main/docs/checks.md';

function describer(checks: readonly Check[]): (id: string) => CheckDescription {
  const byId = new Map(checks.map((each) => [each.id, each]));
  return (id) => {
    const check = byId.get(id);
    if (!check) throw new Error(`a finding names the check ${id}, which does not exist`);
    const { title, why, fix, severity, stage } = check;
    return { id, title, why, fix, severity, stage, url: `${documentation}#${id.replace(/[^a-z0-9-]/g, '')}` };
  };
}
