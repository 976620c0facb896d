import { performance } from 'node:perf_hooks';
import { comment } from '../src/report/comment.ts';
import { reporters } from '../src/report/index.ts';
import { largeComparedReport, largeReport, largeReportOptions as options } from './large-report.ts';

/** What a run says of itself. Times in milliseconds, memory in MiB. */
export interface BuiltReports {
  readonly built: readonly {
    readonly format: string;
    readonly bytes: number;
    readonly time: number;
    readonly cpu: number;
    readonly peak: number;
  }[];
  readonly time: number;
  readonly cpu: number;
  /** Resident, with the report that all are made of. */
  readonly before: number;
  readonly peak: number;
  /** How long `JSON.stringify` of the report takes here. */
  readonly plain: number;
}

// A process of its own, for its memory to be that of the reporters: `report.ts` starts it, with the number of entries
// that each finding holds for, whether there is a base, and the formats (all without any).
const [holdsFor = '256', base = 'alone', ...formats] = process.argv.slice(2);
const report = base === 'compared' ? largeComparedReport(Number(holdsFor)) : largeReport(Number(holdsFor));
const commentOptions = {
  ...options,
  marker: { identity: '0'.repeat(32), head: 'c0ffee'.padEnd(40, '0'), run: { number: 1, attempt: 1 } },
  repositoryUrl: 'https://github.example/octo-org/clusters',
};
const builders = [
  ...reporters.map(({ format, render }) => ({ format, build: () => render(report, options) })),
  { format: 'comment', build: () => comment(report, commentOptions) },
].filter(({ format }) => formats.length === 0 || formats.includes(format));

const before = process.memoryUsage().rss / 1_048_576;
const start = clock();
const built = builders.map(({ format, build }) => {
  const own = clock();
  const bytes = Buffer.byteLength(build());
  return { format, bytes, ...since(own), peak: peak() };
});
const all = { built, ...since(start), before, peak: peak() };
const last = clock();
JSON.stringify(report);
const result: BuiltReports = { ...all, plain: since(last).time };
console.log(JSON.stringify(result));

interface Clock {
  readonly at: number;
  readonly used: NodeJS.CpuUsage;
}

function clock(): Clock {
  return { at: performance.now(), used: process.cpuUsage() };
}

function since({ at, used }: Clock): { readonly time: number; readonly cpu: number } {
  const { user, system } = process.cpuUsage(used);
  return { time: performance.now() - at, cpu: (user + system) / 1000 };
}

function peak(): number {
  return process.resourceUsage().maxRSS / 1024;
}
