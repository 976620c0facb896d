import path from 'node:path';
import type { Check } from '../model/check.ts';
import { exitCode } from '../model/exit-code.ts';
import { joinReportFiles } from '../report-file/join-report-files.ts';
import { readReportFile } from '../report-file/read-report-file.ts';
import { strangersDescriber } from './describe-checks.ts';
import { readReportText } from './read-report-text.ts';
import { parseReportOptions } from './report-options.ts';
import type { TerminalIo } from './terminal-io.ts';
import { writeReport } from './write-report.ts';

/** Joins report files and prints the result. Gives the exit code that `check` would. */
export function report(args: readonly string[], io: TerminalIo, checks: readonly Check[]): number {
  const options = parseReportOptions(args);
  const files = options.files.map((file) => {
    const text = readReportText(io.cwd, file);
    return {
      name: nameOf(io.cwd, file),
      read: typeof text === 'string' ? readReportFile(text) : text,
    };
  });
  const joined = joinReportFiles(files, { expected: options.expected, checks, today: io.today });
  const failOn = options.failOn ?? joined.failOn;
  for (const output of options.outputs)
    writeReport(output, joined.report, { failOn, describe: strangersDescriber(checks) }, io);
  return exitCode(joined.report, failOn);
}

/** What a report may be called in a report, which holds no path of the machine. */
function nameOf(cwd: string, file: string): string {
  const relative = path.relative(cwd, path.resolve(cwd, file));
  const isInside = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return isInside ? relative.split(path.sep).join('/') : path.basename(file);
}
