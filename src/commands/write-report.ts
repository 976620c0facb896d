import type { Report } from '../model/report.ts';
import type { Reporter, ReporterOptions } from '../report/reporter.ts';
import { type TerminalIo, wantsColor } from './terminal-io.ts';
import { writeNamedFile } from './write-file.ts';

/** One report to make; to the standard output when no file is named. */
export interface Output {
  readonly reporter: Reporter;
  readonly file: string | undefined;
}

const usualWidth = 80;

/** A file looks the same wherever it was written: it knows neither colours nor the terminal's width. */
export function writeReport(
  { reporter, file }: Output,
  report: Report,
  options: Pick<ReporterOptions, 'failOn' | 'describe'>,
  io: Pick<TerminalIo, 'stdout' | 'env' | 'cwd'>,
): void {
  if (file !== undefined) {
    const text = reporter.render(report, { ...options, color: false, width: usualWidth });
    writeNamedFile(io.cwd, file, text);
    return;
  }
  const width = io.stdout.columns ?? usualWidth;
  io.stdout.write(reporter.render(report, { ...options, color: wantsColor(io.stdout, io.env), width }));
}
