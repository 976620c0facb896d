import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { reporters } from '../../src/report/index.ts';
import type { ReporterOptions } from '../../src/report/reporter.ts';
import { type ReadReport, readReportFile } from '../../src/report-file/read-report-file.ts';
import { comparedReport, kubeletChange } from '../report/compared-report.ts';
import { cleanReport, handMadeReport, plainOptions } from '../report/hand-made-run.ts';
import { hostileOptions } from '../report/hostile-report.ts';
import { hostileTexts } from '../report/hostile-texts.ts';
import { forged, hostileWholeReport, written } from './written-reports.ts';

function problemsOf(read: ReadReport): readonly string[] {
  return read.kind === 'unusable' ? read.problems : [];
}

function readBack(text: string): Report {
  const read = readReportFile(text);
  if (read.kind === 'unusable') throw new Error(read.problems.join('\n'));
  return read.report;
}

const partOfARun: Report = {
  ...cleanReport,
  shard: {
    index: 1,
    of: 2,
    plan: [cleanReport.entries, [{ name: 'aws', source: 'terraform', platform: 'aws', controllers: 3 }]],
    suppressions: {
      isWholeWorkspace: true,
      folder: 'clusters',
      rules: [
        {
          check: 'unit/unknown-directive',
          paths: ['a/**'],
          entries: undefined,
          reason: 'known',
          until: '2030-01-01',
          origin: { file: 'windtunnel.yaml', line: 2, column: 3 },
          untilOrigin: { file: 'windtunnel.yaml', line: 3, column: 3 },
        },
      ],
      baseline: ['0'.repeat(32)],
      lines: [{ file: 'windtunnel.yaml', line: 2, text: 'suppressions:' }],
    },
  },
};

/** Findings, changes and files of 100 entries, one of which has a name too long to share. */
function wideReport(): Report {
  const { findings: [finding] = [], difference, ...report } = comparedReport();
  const names = Array.from({ length: 100 }, (_, index) => `entry ${String(index).padStart(3, '0')}`);
  const all = [...names, 'x'.repeat(501)];
  if (!finding || !difference) throw new Error('there is a finding and a difference');
  return {
    ...report,
    entries: all.map((name) => ({ name, source: 'terraform' })),
    findings: [{ ...finding, entries: all }],
    suppressed: [{ by: 'comment', reason: 'known', finding: { ...finding, entries: names } }],
    results: [],
    gaps: [{ kind: 'sample', what: 'a', why: 'b', entries: all }],
    base: { commit: 'f'.repeat(64), isComplete: false, findings: [] },
    difference: {
      entries: all.map((name) => ({ name, status: 'changed' })),
      changes: [{ ...kubeletChange, entries: all, machines: names.map((name) => `machine ${name}`) }],
    },
    rendered: [{ path: 'a', machines: names, entries: all, text: '' }],
  };
}

describe('a report reads back as it was: every format prints the same bytes', () => {
  test.each<readonly [string, Report, ReporterOptions]>([
    ['hand-made', handMadeReport(), plainOptions],
    ['hand-made, for warnings', handMadeReport(), { ...plainOptions, failOn: 'warning' }],
    ['clean', cleanReport, plainOptions],
    ['hostile', hostileWholeReport(), hostileOptions],
    ['part of a run', partOfARun, plainOptions],
    ['compared with a base', comparedReport(), plainOptions],
    ['with long lists', wideReport(), plainOptions],
  ])('%s', (_, report, options) => {
    const read = readReportFile(written(report, options));
    expect(problemsOf(read)).toEqual([]);
    const again = read.kind === 'report' ? read : undefined;
    expect(again?.failOn).toBe(options.failOn);
    for (const { format, render } of reporters)
      expect(render(again?.report ?? cleanReport, options), format).toBe(render(report, options));
  });

  test('whatever the layout of the file', () => {
    const flat = JSON.stringify(JSON.parse(written(handMadeReport())));
    expect(readBack(flat)).toEqual(readBack(written(handMadeReport())));
  });
});

describe('a file that is none of ours', () => {
  const text = written(handMadeReport());

  test.each([
    ['', 'it is not JSON, or only the beginning of it'],
    [text.slice(0, -20), 'it is not JSON, or only the beginning of it'],
    [`${text}${text}`, 'it is not JSON, or only the beginning of it'],
    ['\ufffd\ufffd', 'it is not JSON, or only the beginning of it'],
    ['null', 'it is no report of windtunnel'],
    ['[]', 'it is no report of windtunnel'],
    ['{"schema": "1"}', 'it is no report of windtunnel'],
    ['{"__proto__": {"schema": 1}}', 'it is no report of windtunnel'],
    ['{"schema": 2}', 'it is of version 2 of the format, and only version 1 is read'],
    ['{"schema": 1}', 'it does not fit the schema: the file lacks $schema'],
    [forged(cleanReport, { more: 1 }), 'it does not fit the schema: the file has the unknown key more'],
    [
      text.replace('{', '{"__proto__": {"findings": []},'),
      'it does not fit the schema: the file has the unknown key __proto__',
    ],
    [forged(cleanReport, { findings: {} }), 'it does not fit the schema: /findings is not of type array'],
    [forged(cleanReport, { files: [1] }), 'it does not fit the schema: /files/0 is not of type string'],
    [
      forged(cleanReport, { entries: [{ name: 'a', source: 'files', constructor: 1 }] }),
      'it does not fit the schema: /entries/0 has the unknown key constructor',
    ],
    [
      forged(cleanReport, { files: ['x'.repeat(2 ** 20 + 1)] }),
      'it has a text of more than 1048576 characters at /files/0',
    ],
    [
      forged(cleanReport, { counts: { ...JSON.parse(text).counts, objects: 1e300 } }),
      'it has a number over 2147483648 at /counts/objects',
    ],
  ])('%.60s', (file, problem) => {
    expect(readReportFile(file)).toEqual({ kind: 'unusable', problems: [problem] });
  });

  test('100,000 levels, and 3,000,000', () => {
    for (const depth of [100_000, 3_000_000]) {
      const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      expect(readReportFile(`{"schema": 1, "files": ${deep}}`).kind).toBe('unusable');
    }
  });

  test('more than 64 MiB', () => {
    expect(readReportFile(' '.repeat(64 * 1024 * 1024 + 1))).toEqual({
      kind: 'unusable',
      problems: ['it is larger than 64 MiB'],
    });
  });

  test('of keys that are there twice the last counts, for all of it', () => {
    const twice = text.replace('"findings": [', '"findings": [],\n  "findings": [');
    expect(readBack(twice)).toEqual(readBack(text));
    const other = text.replace('"suppressed": [', '"findings": [],\n  "suppressed": [');
    expect(problemsOf(readReportFile(other))).toContain('`counts` does not agree with what is in it');
  });
});

describe('a report that does not agree with itself', () => {
  const report = handMadeReport();
  const [finding] = report.findings;
  if (!finding) throw new Error('the hand-made report has findings');
  const withFinding = (change: Partial<typeof finding>): string =>
    written({ ...report, findings: [{ ...finding, ...change }] });

  test.each([
    [
      'an absolute path',
      withFinding({ origin: { file: '/etc/passwd', line: 1, column: 1 } }),
      /\/etc\/passwd/,
    ],
    ['one upwards', withFinding({ origin: { file: 'a/../../b', line: 1, column: 1 } }), /a\/\.\.\/\.\.\/b/],
    ['one of Windows', withFinding({ origin: { file: 'C:\\a', line: 1, column: 1 } }), /C:\\a/],
    ['a share', written({ ...cleanReport, files: ['\\\\host\\share'] }), /does not lie in a workspace/],
    [
      'a left out file upwards',
      written({ ...cleanReport, leftOut: [{ file: '..', status: 'skipped', reason: 'a' }] }),
      /the path \.\. does not/,
    ],
    ['an entry of nobody', withFinding({ entries: ['nobody'] }), /^it has no entry nobody$/],
    ['an entry twice in a finding', withFinding({ entries: ['aws', 'aws'] }), /names something twice/],
    [
      'two entries of one name',
      written({ ...report, entries: [...report.entries, ...report.entries] }),
      /one name/,
    ],
    ['a file twice', written({ ...cleanReport, files: ['a', 'a'] }), /a file is named twice/],
    ['another result', forged(report, { result: 'clean' }), /^`result` does not agree/],
    ['another exit code', forged(report, { exitCode: 0 }), /^`exitCode` does not agree/],
    ['other stages', forged(report, { stages: [] }), /^`stages` does not agree/],
    ['nothing that was not checked', forged(report, { notChecked: [] }), /^`notChecked` does not agree/],
    ['a stage of tomorrow', written(report).replaceAll('"user-data"', '"boot"'), /^there is no stage boot$/],
    [
      'a platform of tomorrow',
      forged(cleanReport, { entries: [{ name: 'a', source: 'files', platform: 'moon' }] }),
      /moon/,
    ],
    [
      'a check that is an address',
      written(report).replaceAll('"unit/unknown-directive"', '"https://evil.example"'),
      /^there can be no check https:/,
    ],
    [
      'an excerpt of many lines',
      withFinding({ excerpt: { firstLine: 1, lines: Array.from({ length: 21 }, () => '') } }),
      /more than 20 lines/,
    ],
    [
      'a part that its plan has not',
      forged(partOfARun, { shard: { ...JSON.parse(written(partOfARun)).shard, index: 3 } }),
      /does not fit a plan/,
    ],
    [
      'a line that is two',
      written({
        ...partOfARun,
        ...(partOfARun.shard && {
          shard: {
            ...partOfARun.shard,
            suppressions: { ...partOfARun.shard.suppressions, lines: [{ file: 'a', line: 1, text: 'a\nb' }] },
          },
        }),
      }),
      /is several lines/,
    ],
    ['a name by number in a short list', withNames([0], ['aws']), /^a short list gives names by number$/],
    [
      'a number of no name',
      withNames(numbers(40), numbers(39).map(String)),
      /^there is no name of number 39$/,
    ],
    [
      'a long name that is shared',
      withNames(numbers(40), ['x'.repeat(501)]),
      /^a name in `names` has more than 500/,
    ],
    ['a shared name twice', withNames([], ['aws', 'aws']), /^a name is there twice in `names`$/],
    [
      'one name by text and number',
      withNames(['0', ...numbers(40)], numbers(40).map(String)),
      /something twice$/,
    ],
  ])('%s', (_, text, problem) => {
    expect(problemsOf(readReportFile(text)).filter((each) => problem.test(each))).not.toEqual([]);
  });
});

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** A report whose finding has a list of entries that a stranger wrote. */
function withNames(entries: readonly (string | number)[], names: readonly string[]): string {
  const { findings } = JSON.parse(written(handMadeReport()));
  return forged(handMadeReport(), { names, findings: [{ ...findings[0], entries }] });
}

test('a file that was rendered may have megabytes, but not any number', () => {
  const { rendered: [first] = [], ...report } = comparedReport();
  if (!first) throw new Error('something was rendered');
  const ofSize = (mebibytes: number): ReadReport =>
    readReportFile(
      written({ ...report, rendered: [{ ...first, text: 'x'.repeat(mebibytes * 1024 * 1024) }] }),
    );
  expect(ofSize(4).kind).toBe('report');
  expect(problemsOf(ofSize(9))).toEqual([
    'it has a text of more than 8388608 characters at /rendered/0/text',
  ]);
});

describe('a comparison that does not agree with itself', () => {
  const report = comparedReport();
  const { base, difference, rendered } = report;
  if (!base || !difference || !rendered) throw new Error('it is compared');
  const withChange = (change: object): string =>
    forged(report, { difference: { ...difference, changes: [{ ...kubeletChange, ...change }] } });
  const withEntries = (entries: unknown): string => forged(report, { difference: { changes: [], entries } });

  test.each([
    [
      'a commit that is a branch',
      forged(report, { base: { ...base, commit: 'main' } }),
      /\/base\/commit fails `pattern`/,
    ],
    [
      'one that is a path',
      forged(report, { base: { ...base, commit: `../${'a'.repeat(37)}` } }),
      /fails `pattern`/,
    ],
    [
      'one with a line end',
      forged(report, { base: { ...base, commit: `${'a'.repeat(40)}\n` } }),
      /fails `pattern`/,
    ],
    [
      'a base without findings',
      forged(report, { base: { commit: base.commit, isComplete: true } }),
      /lacks findings/,
    ],
    [
      'a finding of the base upwards',
      written({
        ...report,
        base: {
          ...base,
          findings: base.findings.map((finding) => ({
            ...finding,
            origin: { file: '../a', line: 1, column: 1 },
          })),
        },
      }),
      /the path \.\.\/a does not lie in a workspace/,
    ],
    [
      'a finding of the base in an entry of nobody',
      written({
        ...report,
        base: { ...base, findings: base.findings.map((finding) => ({ ...finding, entries: ['x'] })) },
      }),
      /^neither it nor its base has an entry x$/,
    ],
    ['a line of no diff', withChange({ lines: ['<script>'] }), /lines\/0 fails `pattern`$/],
    ['an empty line', withChange({ lines: [''] }), /lines\/0 fails `pattern`$/],
    ['a line that is two', withChange({ lines: ['+a\n+b'], added: 1, removed: 0 }), /is several lines/],
    ['2,001 lines', withChange({ lines: numbers(2001).map(() => ' ') }), /lines fails `maxItems`$/],
    ['more lines than it says', withChange({ added: 0 }), /the counts of a change do not agree/],
    ['fewer lines than it says', withChange({ added: 2 }), /the counts of a change do not agree/],
    ['no count', withChange({ added: -1 }), /added fails `minimum`$/],
    [
      'a count beyond all',
      withChange({ leftOut: 2 ** 40 }),
      /a number over 2147483648 at \/difference\/changes\/0\/leftOut/,
    ],
    ['a change of no entry', withChange({ entries: [] }), /entries fails `minItems`$/],
    ['a change of an entry of nobody', withChange({ entries: ['x'] }), /the entry x, which is not compared$/],
    [
      'a change of an entry that is the same',
      withChange({ entries: ['bare-metal'] }),
      /bare-metal, which is same$/,
    ],
    ['a machine twice', withChange({ machines: ['a', 'a'] }), /names something twice$/],
    [
      'an entry twice',
      withEntries([
        { name: 'a', status: 'same' },
        { name: 'a', status: 'same' },
      ]),
      /have one name$/,
    ],
    ['an entry unknown without a reason', withEntries([{ name: 'a', status: 'unknown' }]), /lacks reason$/],
    ['an entry the same for a reason', withEntries([{ name: 'a', status: 'same', reason: 'b' }]), /reason/],
    [
      'a file of an entry of nobody',
      forged(report, { rendered: [{ ...rendered[0], entries: ['x'] }] }),
      /^something was rendered for the entry x/,
    ],
    ['an unknown key', withChange({ html: '<b>' }), /unknown key html$/],
  ])('%s', (_, text, problem) => {
    expect(problemsOf(readReportFile(text)).filter((each) => problem.test(each))).not.toEqual([]);
  });

  test('a diff that was cut may hold fewer lines than it says', () => {
    const cut = { lines: kubeletChange.lines.slice(0, 2), leftOut: 3 };
    expect(problemsOf(readReportFile(withChange(cut)))).toEqual([]);
  });

  test('1,000,000 lines in one change', () => {
    const text = withChange({ lines: ['@@'] }).replace(
      '"@@"',
      Array.from({ length: 1e6 }, () => '" "').join(','),
    );
    expect(problemsOf(readReportFile(text))).toEqual([
      'it does not fit the schema: /difference/changes/0/lines fails `maxItems`',
    ]);
  });
});

/** Every place of a report file where a text stands, as a path. */
function placesOf(value: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value === 'string') return [at];
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((each) => placesOf(each, [...at, 0]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => placesOf(each, [...at, key]));
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], text: unknown): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value))
    return value.map((each, index) => (index === key ? replaced(each, rest, text) : each));
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, each]) => [
      name,
      name === key ? replaced(each, rest, text) : each,
    ]),
  );
}

describe('a hostile value in any field', () => {
  const files = [handMadeReport(), partOfARun, comparedReport()].map((report) => JSON.parse(written(report)));
  const places = files.flatMap((file) =>
    placesOf(file).map((place) => [place.join('/'), file, place] as const),
  );

  test.each(places)('%s', (_, file, place) => {
    for (const hostile of [...hostileTexts, 1, null, true, [], {}, 'x'.repeat(2 ** 20 + 1)]) {
      const read = readReportFile(JSON.stringify(replaced(file, place, hostile)));
      if (read.kind === 'unusable') {
        expect(read.problems.length).toBeLessThanOrEqual(10);
        for (const problem of read.problems) expect(problem.length).toBeLessThanOrEqual(200);
      } else {
        // What is taken is text, and is printed as it would be had a run found it.
        const again = readBack(written(read.report, { ...plainOptions, failOn: read.failOn }));
        expect(again).toEqual(read.report);
      }
    }
  });

  test('there are fields of all kinds', () => {
    expect(places.length).toBeGreaterThan(60);
  });
});
