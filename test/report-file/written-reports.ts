import type { Report } from '../../src/model/report.ts';
import { json } from '../../src/report/json.ts';
import type { ReporterOptions } from '../../src/report/reporter.ts';
import { plainOptions } from '../report/hand-made-run.ts';
import { hostileReport } from '../report/hostile-report.ts';

/** The hostile report, with gaps of entries that it has, and paths that lie in a workspace. */
export function hostileWholeReport(): Report {
  const report = hostileReport();
  const entries = report.entries.slice(0, 1).map(({ name }) => name);
  const gaps = report.gaps.map((gap) => ({ ...gap, entries }));
  return JSON.parse(JSON.stringify({ ...report, gaps }), (key, value: unknown) => {
    if (key === 'files' && Array.isArray(value)) return value.map(insideWorkspace);
    return key === 'file' ? insideWorkspace(value) : value;
  });
}

function insideWorkspace(file: unknown): string {
  return String(file)
    .replaceAll('..', '. .')
    .replace(/^(?=[/\\]|[A-Za-z]:)/, 'a');
}

/** The text of a report file. */
export function written(report: Report, options: ReporterOptions = plainOptions): string {
  return json.render(report, options);
}

/** A report file with parts of it replaced, as a stranger would. */
export function forged(report: Report, change: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...JSON.parse(written(report)), ...change });
}
