import { describe, expect, test } from 'vitest';
import { check as expired } from '../../checks/config/expired-suppression.ts';
import { check as withoutReason } from '../../checks/config/suppression-without-reason.ts';
import { check as unused } from '../../checks/config/unused-suppression.ts';
import { readBaseline, renderBaseline } from '../../src/config/baseline.ts';
import { type Config, defaultConfig, type Suppression } from '../../src/config/config.ts';
import { applySuppressions } from '../../src/config/suppress.ts';
import type { SuppressionInput } from '../../src/config/suppression-input.ts';
import { assembleReport } from '../../src/model/assemble-report.ts';
import { type Check, defineCheck } from '../../src/model/check.ts';
import type { LocatedProblem } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import type { StageResult } from '../../src/model/stage.ts';

const facts = { title: '', why: '', fix: '', since: '', links: [], failing: {}, passing: {} };
const inUnits = { ...facts, severity: 'error', stage: 'units', on: 'run' } as const;
const checks: readonly Check[] = [
  defineCheck({ ...inUnits, id: 'unit/one' }),
  defineCheck({ ...inUnits, id: 'unit/two' }),
  expired,
  withoutReason,
  unused,
];

const worker = `variant: fcos
systemd:
  units:
    - name: a.service
      contents: |
        [Service]
        Nonsense=1
        Other=2
`;

type Files = Readonly<Record<string, string>>;

/** A problem of a check in `worker.yaml`, of the entry `worker.yaml` where no others are given. */
function problem(
  check: string,
  line: number,
  entries = ['worker.yaml'],
  file = 'worker.yaml',
): LocatedProblem[] {
  return entries.map((entry) => ({
    check,
    stage: 'units',
    severity: 'error',
    message: `about line ${line}`,
    origin: { file, line, column: 9 },
    entry,
  }));
}

function reportOf(
  files: Files,
  problems: readonly LocatedProblem[],
  results: readonly StageResult[] = [],
): Report {
  return assembleReport({
    version: '0.0.0',
    entries: [],
    objects: 0,
    files: Object.keys(files),
    results,
    problems,
    leftOut: [],
    gaps: [],
    readText: (file) => files[file],
  });
}

function apply(files: Files, report: Report, rest: Partial<SuppressionInput> = {}): Report {
  return applySuppressions(report, {
    config: defaultConfig,
    baseline: undefined,
    checks,
    readText: (file) => files[file],
    today: '2026-05-01',
    isWholeWorkspace: true,
    ...rest,
  });
}

function configWith(suppressions: readonly Partial<Suppression>[], folder = ''): Config {
  const origin = { file: 'windtunnel.yaml', line: 2, column: 5 };
  const full = suppressions.map((each): Suppression => {
    const untilOrigin = { ...origin, line: 9 };
    const empty = { paths: undefined, entries: undefined, until: undefined };
    return { check: 'unit/one', reason: 'known', ...empty, origin, untilOrigin, ...each };
  });
  return { ...defaultConfig, folder, suppressions: full };
}

/** `check line` of what is left, and `by: check line (reason)` of what is not. */
function summary(report: Report): { left: string[]; out: string[] } {
  return {
    left: report.findings.map(({ check, origin }) => `${check} ${origin.line}`),
    out: report.suppressed.map(
      ({ finding, by, reason }) => `${by}: ${finding.check} ${finding.origin.line} (${reason})`,
    ),
  };
}

/** The worker with a text in place of line 7, which has the problem, applied to that problem. */
function withLine(text: string, line = 7, check = 'unit/one'): { left: string[]; out: string[] } {
  const files = { 'worker.yaml': worker.replace('        Nonsense=1', text) };
  return summary(apply(files, reportOf(files, problem(check, line))));
}

describe('comments', () => {
  const own = '        # windtunnel: ignore';

  test('on the line above, with a reason', () => {
    expect(withLine(`${own} unit/one the image is patched\n        Nonsense=1`, 8)).toEqual({
      left: [],
      out: ['comment: unit/one 8 (the image is patched)'],
    });
  });

  test('on the same line', () => {
    expect(withLine('        Nonsense=1 # windtunnel: ignore unit/one patched').out).toEqual([
      'comment: unit/one 7 (patched)',
    ]);
  });

  test.each([
    ['several checks', `${own} unit/two, unit/one patched`],
    ['a colon before the reason', `${own} unit/one: patched`],
    ['a dash before the reason', `${own} unit/one -- patched`],
    ['the mark of INI files', '        ; windtunnel: ignore unit/one patched'],
    ['other comments between', `${own} unit/one patched\n        # more\n        ; more`],
    ['no blanks', '        #windtunnel:ignore unit/one patched'],
  ])('with %s', (_, comment) => {
    const lines = comment.split('\n').length;
    expect(withLine(`${comment}\n        Nonsense=1`, 7 + lines).out).toEqual([
      `comment: unit/one ${7 + lines} (patched)`,
    ]);
  });

  test.each([
    ['of another check', `${own} unit/two patched`, 'unit/one'],
    ['two lines above', `${own} unit/one patched\n        Fine=1`, 'unit/one'],
    [
      'behind something else, on the line above',
      '        Fine=1 # windtunnel: ignore unit/one patched',
      'unit/one',
    ],
  ])('%s has no effect, and is not needed', (_, comment, check) => {
    const lines = comment.split('\n').length;
    expect(withLine(`${comment}\n        Nonsense=1`, 7 + lines, check)).toEqual({
      left: ['config/unused-suppression 7', `${check} ${7 + lines}`],
      out: [],
    });
  });

  test('without a reason has no effect, and is told so at its place', () => {
    const files = {
      'worker.yaml': worker.replace('        Nonsense=1', '        Nonsense=1 # windtunnel: ignore unit/one'),
    };
    const report = apply(files, reportOf(files, problem('unit/one', 7)));
    expect(report.suppressed).toEqual([]);
    expect(
      report.findings.map(({ check, message, origin, severity }) => [check, message, origin, severity]),
    ).toEqual([
      ['unit/one', 'about line 7', { file: 'worker.yaml', line: 7, column: 9 }, 'error'],
      [
        'config/suppression-without-reason',
        'this comment ignores unit/one without a reason, so it has no effect',
        { file: 'worker.yaml', line: 7, column: 20 },
        'warning',
      ],
    ]);
  });

  test.each([
    ['unit/onee patched', 'there is no check unit/onee; did you mean unit/one?'],
    ['nonsense', 'this comment names no check to ignore, such as unit/unknown-directive'],
    ['', 'this comment names no check to ignore, such as unit/unknown-directive'],
    ['unit/one patched', 'there is no finding of unit/one here'],
  ])('that names "%s" is not needed', (text, message) => {
    const files = { 'a.yaml': `# windtunnel: ignore ${text}\nvariant: fcos\n` };
    const report = apply(files, reportOf(files, []));
    expect(report.findings.map((finding) => [finding.check, finding.message])).toEqual([
      ['config/unused-suppression', message],
    ]);
    expect(report.findings[0]?.excerpt?.lines[0]).toBe(`# windtunnel: ignore ${text}`);
  });

  test('in JSON, or of another program, are none', () => {
    const files = {
      'a.ign': '{"x": "# windtunnel: ignore unit/one patched"}',
      'b.yaml': '# windtunnel: ignored unit/one\n# windtunnels: ignore unit/one\n',
    };
    expect(apply(files, reportOf(files, [])).findings).toEqual([]);
  });

  test('in a file that a config reads hold there', () => {
    const files = {
      'worker.yaml': worker,
      'x.service': '# windtunnel: ignore unit/one patched\nNonsense=1\n',
    };
    const problems = problem('unit/one', 2, ['worker.yaml'], 'x.service');
    const report = { ...reportOf(files, problems), files: ['worker.yaml'] };
    expect(summary(apply(files, report)).out).toEqual(['comment: unit/one 2 (patched)']);
  });
});

describe('suppressions of the configuration', () => {
  const files = { 'worker.yaml': worker, 'windtunnel.yaml': 'suppressions:\n  - check: unit/one\n' };
  const found = [...problem('unit/one', 7), ...problem('unit/two', 8)];

  test.each([
    ['every file', {}, ['config: unit/one 7 (known)']],
    ['a pattern of files', { paths: ['*.yaml'] }, ['config: unit/one 7 (known)']],
    ['an entry', { entries: ['worker.yaml'] }, ['config: unit/one 7 (known)']],
    ['a last day of today', { until: '2026-05-01' }, ['config: unit/one 7 (known)']],
  ])('for %s', (_, suppression, out) => {
    const report = apply(files, reportOf(files, found), { config: configWith([suppression]) });
    expect(summary(report)).toEqual({ left: ['unit/two 8'], out });
  });

  test.each([
    ['other files', { paths: ['other/', '!worker.yaml'] }],
    ['other entries', { entries: ['controller*'] }],
    ['another check', { check: 'config/unused-suppression' }],
  ])('for %s have no effect and are not needed', (_, suppression) => {
    const config = configWith([suppression]);
    const report = apply(files, reportOf(files, found), { config });
    expect(summary(report)).toEqual({
      left: ['config/unused-suppression 2', 'unit/one 7', 'unit/two 8'],
      out: [],
    });
  });

  test('of some entries leave the others', () => {
    const problems = problem('unit/one', 7, ['aws', 'azure', 'bare-metal']);
    const config = configWith([
      { entries: ['a*'], reason: 'clouds' },
      { entries: ['azure'], reason: 'overlaps' },
    ]);
    const report = apply(files, reportOf(files, problems), { config });
    expect(report.findings.map((finding) => finding.entries)).toEqual([['bare-metal']]);
    expect(report.suppressed.map(({ finding, reason }) => [finding.entries, reason])).toEqual([
      [['aws', 'azure'], 'clouds'],
    ]);
  });

  test('that have expired have no effect, and say so at `until`', () => {
    const config = configWith([{ until: '2026-04-30' }]);
    const report = apply(files, reportOf(files, problem('unit/one', 7)), { config });
    expect(summary(report)).toEqual({ left: ['config/expired-suppression 9', 'unit/one 7'], out: [] });
    expect(report.findings[0]).toMatchObject({
      severity: 'warning',
      message: 'the suppression of unit/one ended on 2026-04-30',
      origin: { file: 'windtunnel.yaml', line: 9, column: 5 },
      entries: [],
    });
  });

  test('are relative to the folder of the configuration', () => {
    const problems = [
      ...problem('unit/one', 1, ['a'], 'in/a.yaml'),
      ...problem('unit/one', 1, ['b'], 'a.yaml'),
    ];
    const config = configWith([{ paths: ['/a.yaml'] }], 'in');
    const report = apply({}, reportOf({}, problems), { config });
    expect(report.findings.map((finding) => finding.origin.file)).toEqual(['a.yaml']);
  });

  test('are still needed when a comment is there first', () => {
    const commented = {
      'worker.yaml': worker.replace('Nonsense=1', 'Nonsense=1 # windtunnel: ignore unit/one here'),
    };
    const report = apply(commented, reportOf(commented, problem('unit/one', 7)), {
      config: configWith([{}]),
    });
    expect(summary(report)).toEqual({ left: [], out: ['comment: unit/one 7 (here)'] });
  });
});

describe('a stage ends by the findings that are left', () => {
  const files = { 'worker.yaml': worker };
  const result = (stage: StageResult['stage'], entry: string, count: number): StageResult => ({
    stage,
    entry,
    subject: entry,
    outcome: { status: 'findings', count },
  });

  test('per stage and per entry, whatever took the others out', () => {
    const problems = [
      ...problem('unit/one', 7, ['aws', 'azure']),
      ...problem('unit/two', 8, ['aws', 'metal']),
    ];
    const skipped: StageResult = {
      stage: 'contents',
      entry: 'aws',
      subject: 'aws',
      outcome: { status: 'skipped', reason: 'no time' },
    };
    const results = [
      result('units', 'aws', 2),
      result('units', 'azure', 1),
      result('units', 'metal', 1),
      skipped,
    ];
    const config = configWith([{ entries: ['a*'] }, { check: 'unit/two', entries: ['metal'] }]);
    const after = apply(files, reportOf(files, problems, results), { config });
    expect(after.results.map(({ stage, entry, outcome }) => [stage, entry, outcome])).toEqual([
      ['units', 'aws', { status: 'findings', count: 1 }],
      ['contents', 'aws', { status: 'skipped', reason: 'no time' }],
      ['units', 'azure', { status: 'passed' }],
      ['units', 'metal', { status: 'passed' }],
    ]);
  });

  test('also where the stage is not that of the check', () => {
    const [merged] = problem('unit/one', 7);
    if (!merged) throw new Error('one problem');
    const results = [result('merge', 'worker.yaml', 1), result('units', 'worker.yaml', 1)];
    const problems = [{ ...merged, stage: 'merge' as const }, ...problem('unit/two', 8)];
    const after = apply(files, reportOf(files, problems, results), { config: configWith([{}]) });
    expect(after.results.map(({ stage, outcome }) => `${stage} ${outcome.status}`)).toEqual([
      'merge passed',
      'units findings',
    ]);
  });

  test('with a baseline, too', () => {
    const report = reportOf(files, problem('unit/one', 7), [result('units', 'worker.yaml', 1)]);
    const baseline = readBaseline(renderBaseline(report));
    if ('error' in baseline) throw new Error(baseline.error);
    expect(apply(files, report, { baseline }).results[0]?.outcome).toEqual({ status: 'passed' });
  });

  test('and keeps the report that it is made of', () => {
    const report = reportOf(files, problem('unit/one', 7), [result('units', 'worker.yaml', 1)]);
    const before = structuredClone(report);
    apply(files, report, { config: configWith([{}]) });
    expect(report).toEqual(before);
  });
});

describe('what was not looked at says nothing of a suppression', () => {
  const files = { 'worker.yaml': `# windtunnel: ignore unit/one patched\n${worker}` };
  const config = configWith([{}]);

  test.each(['skipped', 'failed'] as const)('a stage that was %s', (status) => {
    const outcome = { status, reason: 'the config does not translate' };
    const results: StageResult[] = [{ stage: 'units', entry: 'a', subject: 'a', outcome }];
    expect(apply(files, reportOf(files, [], results), { config }).findings).toEqual([]);
  });

  test('a part of the workspace judges its comments only', () => {
    const report = apply(files, reportOf(files, []), { config, isWholeWorkspace: false });
    expect(report.findings.map(({ origin }) => origin.file)).toEqual(['worker.yaml']);
  });
});

describe('a baseline', () => {
  const files = { 'worker.yaml': worker };
  const before = apply(files, reportOf(files, [...problem('unit/two', 8), ...problem('unit/one', 7)]));

  function baselineOf(report: Report): ReadonlySet<string> {
    const baseline = readBaseline(renderBaseline(report));
    if ('error' in baseline) throw new Error(baseline.error);
    return baseline;
  }

  test('is a sorted file of what was found', () => {
    const parsed: unknown = JSON.parse(renderBaseline(before));
    const fingerprint = expect.stringMatching(/^[0-9a-f]{32}$/);
    expect(parsed).toEqual({
      version: 1,
      findings: [
        { check: 'unit/one', file: 'worker.yaml', fingerprint },
        { check: 'unit/two', file: 'worker.yaml', fingerprint },
      ],
    });
  });

  test('takes out what was there, also when its line has moved, and nothing new', () => {
    const moved = { 'worker.yaml': `# a line\n# and another\n${worker}` };
    const now = reportOf(moved, [
      ...problem('unit/one', 9),
      ...problem('unit/two', 10),
      ...problem('unit/two', 3),
    ]);
    expect(summary(apply(moved, now, { baseline: baselineOf(before) }))).toEqual({
      left: ['unit/two 3'],
      out: ['baseline: unit/one 9 (in the baseline)', 'baseline: unit/two 10 (in the baseline)'],
    });
  });

  test('that is written again keeps what it took out, and not what a suppression took', () => {
    const baseline = baselineOf(before);
    const report = apply(files, reportOf(files, [...problem('unit/one', 7), ...problem('unit/two', 8)]), {
      baseline,
      config: configWith([{ check: 'unit/two' }]),
    });
    const again = baselineOf(report);
    expect([again.size, [...again].every((each) => baseline.has(each))]).toEqual([1, true]);
  });

  test('makes a run clean, suppressions that are not needed included', () => {
    const config = configWith([{ until: '2020-01-01' }, { check: 'unit/two' }]);
    const first = apply(files, reportOf(files, problem('unit/one', 7)), { config });
    expect(first.findings).toHaveLength(3);
    const second = apply(files, reportOf(files, problem('unit/one', 7)), {
      config,
      baseline: baselineOf(first),
    });
    expect([second.findings, second.suppressed.length]).toEqual([[], 3]);
  });

  test.each([
    ['', 'not JSON; write it anew with --write-baseline'],
    ['[]', 'not a baseline; write one with --write-baseline'],
    ['null', 'not a baseline; write one with --write-baseline'],
    ['{"version": 2, "findings": []}', 'of version 2, and this program knows version 1 only'],
    ['{"version": 1}', 'without a list `findings`'],
    ['{"version": 1, "findings": [{"check": "a"}]}', 'with a finding that has no `fingerprint`'],
  ])('that reads %s is refused', (text, error) => expect(readBaseline(text)).toEqual({ error }));
});

test('a report without suppressions stays as it is', () => {
  const files = { 'worker.yaml': worker };
  const report = reportOf(files, problem('unit/one', 7));
  expect(apply(files, report)).toEqual(report);
});
