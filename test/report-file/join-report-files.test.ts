import { describe, expect, test } from 'vitest';
import { checks } from '../../checks/index.generated.ts';
import { assembleReport, type RunOutcome } from '../../src/model/assemble-report.ts';
import type { MatrixEntry } from '../../src/model/rendered-cluster.ts';
import type { Report } from '../../src/model/report.ts';
import type { OpenSuppressions } from '../../src/model/shard.ts';
import { joinReportFiles } from '../../src/report-file/join-report-files.ts';
import { mergeReports } from '../../src/report-file/merge-reports.ts';
import { readReportFile } from '../../src/report-file/read-report-file.ts';
import { comparedReport } from '../report/compared-report.ts';
import { cleanReport, handMadeReport } from '../report/hand-made-run.ts';
import { baseCommit, comparison } from './compared-run.ts';
import { written } from './written-reports.ts';

const text = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? 'Same=1' : `Line${index}=1`)).join(
  '\n',
);
const none: OpenSuppressions = {
  isWholeWorkspace: true,
  folder: '',
  rules: [],
  baseline: undefined,
  lines: [],
};
const entries = Array.from(
  { length: 60 },
  (_, index): MatrixEntry => ({
    name: `e${String(index).padStart(2, '0')}`,
    source: 'terraform',
    platform: 'aws',
  }),
);

/** A run over some of the entries: which findings and gaps an entry has follows from its name alone. */
function runOf(some: readonly MatrixEntry[]): RunOutcome {
  return {
    version: '0.1.0',
    entries: some,
    files: some.flatMap(({ name }) => ['shared.yaml', `${name.slice(0, 2)}.yaml`]),
    results: some.map(({ name }) => ({
      stage: 'units',
      entry: name,
      subject: 'controller',
      outcome: { status: 'findings', count: 3 },
    })),
    objects: 2 * some.length,
    problems: some.flatMap(({ name }) => {
      const number = Number(name.slice(1));
      return [number % 40, (number + 13) % 40, (number + 26) % 40].map((line, index) => ({
        check: 'unit/unknown-directive',
        stage: 'units' as const,
        severity: 'warning' as const,
        message: 'it is not known',
        origin: { file: 'shared.yaml', line: line + 1, column: 1, endColumn: 5 },
        rendered: `unit ${(number * 13) % 17} line ${index}`,
        // Equal in all but what to do: their order among themselves counts, too.
        ...(number % 4 === 0 && { fix: `write ${number % 8}` }),
        entry: name,
      }));
    }),
    leftOut: [{ file: 'a.tmpl', status: 'skipped', reason: 'template; check what it renders to' }],
    gaps: some.flatMap(({ name }) => [
      {
        kind: 'placeholder' as const,
        what: 'an address',
        why: 'only a provider knows it',
        origin: { file: `${name.slice(0, 2)}.yaml`, line: Number(name.slice(1)) + 1, column: 1 },
        entry: name,
      },
    ]),
    readText: () => text,
  };
}

/** The same on the base, where every problem stood 20 lines lower. */
function baseRunOf(some: readonly MatrixEntry[]): RunOutcome {
  const run = runOf(some);
  const problems = [...run.problems].map((problem) => ({
    ...problem,
    origin: { ...problem.origin, line: 1 + ((problem.origin.line + 20) % 40) },
  }));
  return { ...run, problems };
}

function comparedPart(some: readonly MatrixEntry[]): Report {
  return { ...assembleReport(runOf(some)), ...comparison(some, baseRunOf(some)) };
}

function partsOf(of: number): Report[] {
  const plan = Array.from({ length: of }, (_, index) =>
    entries.filter((_entry, at) => (at * 7) % of === index),
  );
  return plan.map((some, index) => ({
    ...comparedPart(some),
    shard: { index: index + 1, of, plan, suppressions: none },
  }));
}

describe('parts are merged to the report of one run', () => {
  const whole = comparedPart(entries);

  test('in which equal texts are told apart by their order', () => {
    expect(whole.findings.filter(({ repeats }) => repeats !== undefined).length).toBeGreaterThan(10);
    expect(
      partsOf(30)
        .flatMap(({ findings }) => findings)
        .some(({ fingerprint, origin }) => {
          const same = whole.findings.find(
            (one) => one.origin.line === origin.line && one.fingerprint === fingerprint,
          );
          return same === undefined;
        }),
    ).toBe(true);
  });

  test('in which changes and files of several parts are one', () => {
    const { changes = [] } = whole.difference ?? {};
    expect(changes.filter((change) => change.entries.length > 1)).toHaveLength(4);
    expect(changes.find((change) => change.entries.length > 20)?.machines).toHaveLength(4);
    expect(whole.rendered?.map(({ text, machines }) => `${machines} ${text}`)).toEqual([
      'a,b of 0\n',
      'a,b of 1\n',
      'a,b of 2\n',
    ]);
  });

  test.each([1, 2, 7, 30, 60, 256])('%i', (of) => {
    expect(mergeReports(partsOf(of))).toEqual(whole);
    expect(mergeReports(partsOf(of).reverse())).toEqual(whole);
  });

  test('read from files', () => {
    const files = partsOf(7).map((part, index) => ({
      name: `${index}.json`,
      read: readReportFile(
        written(part, { color: false, width: 80, failOn: 'note', describe: strangersCheck }),
      ),
    }));
    const joined = joinReportFiles(files, { expected: 7, checks, today: '2026-01-01' });
    expect(joined).toEqual({ report: whole, failOn: 'note' });
  });
});

function strangersCheck(id: string) {
  const { title, severity, stage, why, fix } =
    checks.find((check) => check.id === id) ?? checks[0] ?? never();
  return { id, title, severity, stage, why, fix, url: 'https://windtunnel.example' };
}

function never(): never {
  throw new Error('there are checks');
}

describe('what does not fit has failed, with the reason', () => {
  const join = (reports: Readonly<Record<string, Report>>, expected?: number) =>
    joinReportFiles(
      Object.entries(reports).map(([name, report]) => ({
        name,
        read: { kind: 'report', report, failOn: 'error' },
      })),
      { expected, checks, today: '2026-01-01' },
    ).report;
  const failures = (report: Report) =>
    report.leftOut.flatMap(({ file, status, reason }) => (status === 'failed' ? [`${file}: ${reason}`] : []));
  const [one, two, three] = partsOf(3);
  if (!one || !two || !three) throw new Error('there are three parts');
  const shard = two.shard;
  if (!shard) throw new Error('a part says so');

  test('a part that is missing: each of its entries', () => {
    const report = join({ 'a.json': one, 'c.json': three });
    const lost = two.entries.map(({ name }) => name);
    const failed = report.results.filter(({ outcome }) => outcome.status === 'failed');
    expect(failed.map(({ entry }) => entry)).toEqual(lost);
    expect(report.entries.map(({ name }) => name)).toEqual(entries.map(({ name }) => name));
  });

  test('a part that is missing: nobody knows what it changes, nor what its base had', () => {
    const { base, difference } = join({ 'a.json': one, 'c.json': three });
    expect(base).toMatchObject({ commit: baseCommit, isComplete: false });
    const unknown = difference?.entries.filter(({ name }) =>
      two.entries.some((entry) => entry.name === name),
    );
    expect(unknown).toEqual(
      two.entries.map(({ name }) => ({
        name,
        status: 'unknown',
        reason: 'part 2/3 of the run gave no report',
      })),
    );
    expect(difference?.entries.map(({ name }) => name)).toEqual(entries.map(({ name }) => name));
  });

  test('a part that compared nothing: the same', () => {
    const { base: _, difference: __, ...silent } = two;
    const { base, difference } = join({ 'a.json': one, 'b.json': silent, 'c.json': three });
    expect(base?.isComplete).toBe(false);
    expect(difference?.entries.filter(({ status }) => status === 'unknown').length).toBeGreaterThanOrEqual(
      two.entries.length,
    );
  });

  test('a base that a part could not check as a whole', () => {
    const doubted = { ...two, ...(two.base && { base: { ...two.base, isComplete: false } }) };
    expect(join({ 'a.json': one, 'b.json': doubted, 'c.json': three }).base?.isComplete).toBe(false);
  });

  test('all of them', () => {
    expect(failures(join({}, 2))).toEqual(['part 1/2: it gave no report', 'part 2/2: it gave no report']);
  });

  test('an entry that its part does not tell of', () => {
    const [gone, ...rest] = two.entries;
    const without = (items: readonly { readonly entry: string }[]) =>
      items.filter(({ entry }) => entry !== gone?.name);
    const silent = { ...two, entries: rest, findings: [], gaps: [], results: [] };
    const report = join({ 'a.json': one, 'b.json': silent, 'c.json': three });
    expect(report.results).toContainEqual(
      expect.objectContaining({ entry: gone?.name, outcome: expect.objectContaining({ status: 'failed' }) }),
    );
    expect(without(two.results).length).toBeLessThan(two.results.length);
  });

  const misfits: readonly (readonly [string, Readonly<Record<string, Report>>, RegExp, number?])[] = [
    [
      'a whole report among parts',
      { 'a.json': one, 'b.json': two, 'c.json': three, 'd.json': cleanReport },
      /^d\.json: this report cannot be used: it is the report of a whole run/,
    ],
    [
      'a part of another number',
      { 'a.json': one, 'b.json': two, 'c.json': three, 'd.json': partsOf(2)[0] ?? one },
      /^d\.json: .* it is part 1\/2, and the others are of 3 parts$/,
    ],
    [
      'a part that is not expected',
      { 'a.json': one },
      /^a\.json: .* it is part 1\/3, and the run is expected to have 4 parts$/,
      4,
    ],
    [
      'another version',
      { 'a.json': one, 'b.json': { ...two, version: '9.0.0' }, 'c.json': three },
      /^b\.json: .* windtunnel 9\.0\.0 made it, and the others 0\.1\.0$/,
    ],
    [
      'other settings',
      {
        'a.json': one,
        'b.json': { ...two, shard: { ...shard, suppressions: { ...none, folder: 'x' } } },
        'c.json': three,
      },
      /^b\.json: .* other settings$/,
    ],
    [
      'another base',
      {
        'a.json': one,
        'b.json': { ...two, ...(two.base && { base: { ...two.base, commit: 'f'.repeat(40) } }) },
        'c.json': three,
      },
      /^b\.json: .* compares with commit ffffffffff, and the others with 5555555555$/,
    ],
    [
      'two of one part',
      { 'a.json': one, 'b.json': two, 'c.json': three, 'd.json': { ...two, objects: 0 } },
      /^d\.json: .* two different reports of part 2\/3$/,
    ],
    [
      'an entry of another part',
      { 'a.json': one, 'b.json': { ...two, entries: [...two.entries, ...one.entries] }, 'c.json': three },
      /^b\.json: .* belongs to another part$/,
    ],
    [
      'whole reports over one entry',
      { 'a.json': cleanReport, 'b.json': { ...cleanReport, objects: 3 } },
      /^b\.json: .* the entry configs\/controller\.yaml is in another report as well$/,
    ],
    [
      'fewer whole reports than expected',
      { 'a.json': cleanReport },
      /^reports: 1 of 2 expected are there$/,
      2,
    ],
  ];

  test.each(misfits.map(([what, ...rest]) => [what, rest] as const))(
    '%s',
    (_, [reports, problem, expected]) => {
      expect(failures(join(reports, expected)).filter((each) => problem.test(each))).toHaveLength(1);
    },
  );

  test('a second copy of a part does no harm', () => {
    expect(join({ 'a.json': one, 'b.json': two, 'c.json': three, 'd.json': two })).toEqual(
      join({ 'a.json': one, 'b.json': two, 'c.json': three }),
    );
  });

  test('a file that is no report; the rest is still there', () => {
    const { report } = joinReportFiles(
      [
        { name: 'a.json', read: readReportFile('{') },
        { name: 'b.json', read: { kind: 'report', report: cleanReport, failOn: 'never' } },
      ],
      { expected: undefined, checks, today: '2026-01-01' },
    );
    expect(failures(report)).toEqual([
      'a.json: this report cannot be used: it is not JSON, or only the beginning of it',
    ]);
    expect(report.entries).toEqual(cleanReport.entries);
  });
});

test('reports of several runs become one, the findings as they are', () => {
  const report = handMadeReport();
  const { findings, entries: all } = mergeReports([report, cleanReport]);
  expect(findings).toEqual(report.findings);
  expect(all.map(({ name }) => name)).toEqual(
    [...report.entries, ...cleanReport.entries].map(({ name }) => name).sort(),
  );
});

test('reports of several runs are compared with one base', () => {
  const other: Report = {
    ...cleanReport,
    entries: [{ name: 'lab', source: 'terraform' }],
    results: [],
    base: { commit: comparedReport().base?.commit ?? '', isComplete: true, findings: [] },
    difference: {
      entries: [
        { name: 'aws', status: 'same' },
        { name: 'lab', status: 'same' },
      ],
      changes: [],
    },
  };
  const { base, difference } = mergeReports([comparedReport(), other]);
  expect(base).toEqual(comparedReport().base);
  expect(difference?.changes).toEqual(comparedReport().difference?.changes);
  const [aws, ...rest] = difference?.entries ?? [];
  expect(aws).toEqual({ name: 'aws', status: 'unknown', reason: 'two reports tell different things of it' });
  expect(rest).toContainEqual({ name: 'lab', status: 'same' });
});
