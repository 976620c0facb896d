import { isDeepStrictEqual } from 'node:util';
import type { FailOn } from '../model/exit-code.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { jsonClaims } from '../report/json.ts';
import { comparisonProblems } from './comparison-problems.ts';
import { limits } from './limits.ts';
import type { RawReport } from './raw-report.ts';

/** What no schema can say is wrong with a report, in sentences. */
export function* reportProblems(report: Report, raw: RawReport): Generator<string> {
  const { entries, findings, suppressed, shard, base } = report;
  const own = [...findings, ...suppressed.map(({ finding }) => finding)];
  const all = [...own, ...(base?.findings ?? [])];
  if (all.length > limits.findings) {
    yield `it has ${all.length} findings, and no more than ${limits.findings} are read`;
    return;
  }
  if (entries.length > limits.entries) {
    yield `it has ${entries.length} entries, and no more than ${limits.entries} are read`;
    return;
  }
  yield* pathProblems(report, all);
  yield* entryProblems(report, own);
  yield* comparisonProblems(report);
  for (const { check, excerpt } of all) {
    // It becomes part of addresses; those of `checks/` all look so.
    if (!/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/.test(check)) yield `there can be no check ${check}`;
    if ((excerpt?.lines.length ?? 0) > limits.excerptLines)
      yield `an excerpt has more than ${limits.excerptLines} lines`;
  }
  if (shard && (shard.index > shard.of || shard.plan.length !== shard.of))
    yield `part ${shard.index} of ${shard.of} does not fit a plan of ${shard.plan.length}`;
  yield* claimProblems(report, raw, raw.failOn);
}

function* pathProblems(report: Report, findings: readonly Finding[]): Generator<string> {
  const { files, leftOut, gaps, shard } = report;
  if (new Set(files).size < files.length) yield 'a file is named twice in `files`';
  const lastLines = new Map<string, number>();
  for (const { file, line } of shard?.suppressions.lines ?? [])
    lastLines.set(file, Math.max(line, lastLines.get(file) ?? 0));
  const origins = [
    ...findings.flatMap(({ origin, related = [] }) => [origin, ...related.map((one) => one.origin)]),
    ...gaps.flatMap(({ origin }) => origin ?? []),
    ...(shard?.suppressions.rules.flatMap(({ origin, untilOrigin }) => [origin, untilOrigin]) ?? []),
  ];
  const paths = new Set([
    ...files,
    ...leftOut.map(({ file }) => file),
    ...origins.map(({ file }) => file),
    ...lastLines.keys(),
    ...(shard ? [shard.suppressions.folder] : []),
  ]);
  for (const path of paths) if (leaves(path)) yield `the path ${path} does not lie in a workspace`;
  if (shard?.suppressions.lines.some(({ text }) => /[\r\n]/.test(text)))
    yield 'a line of its suppressions is several lines';
  if ([...lastLines.values()].reduce((sum, line) => sum + line, 0) > limits.suppressionLines)
    yield 'its suppressions stand in files of too many lines';
}

/** Absolute, or upwards; with the separators of every system, since the report may be read on another one. */
function leaves(path: string): boolean {
  return /^(?:\/|\\\\|[A-Za-z]:[\\/])/.test(path) || path.split(/[\\/]/).includes('..');
}

function* entryProblems(
  { entries, results, gaps, shard }: Report,
  findings: readonly Finding[],
): Generator<string> {
  const names = new Set(entries.map(({ name }) => name));
  if (names.size < entries.length) yield 'two entries have one name';
  const planned = shard?.plan.flat().map(({ name }) => name) ?? [];
  if (new Set(planned).size < planned.length) yield 'two entries of the plan have one name';
  const named = new Set([
    ...results.map(({ entry }) => entry),
    ...[...findings, ...gaps].flatMap((one) => one.entries),
  ]);
  for (const name of named) if (!names.has(name)) yield `it has no entry ${name}`;
}

function* claimProblems(report: Report, raw: RawReport, failOn: FailOn): Generator<string> {
  const { result, exitCode, counts, stages, notChecked } = raw;
  const claimed: Readonly<Record<string, unknown>> = { result, exitCode, counts, stages, notChecked };
  for (const [name, value] of Object.entries(jsonClaims(report, failOn)))
    if (!isDeepStrictEqual(claimed[name], value)) yield `\`${name}\` does not agree with what is in it`;
}
