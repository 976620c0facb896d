import { describe, expect, it } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import type { LocatedProblem } from '../../src/model/finding.ts';
import { handMadeRun } from './hand-made-run.ts';

const base: LocatedProblem = {
  check: 'unit/unknown-directive',
  stage: 'units',
  severity: 'error',
  message: 'Unknown directive.',
  origin: { file: 'a.yaml', line: 3, column: 1 },
  entry: 'aws',
};

function findingsOf(problems: readonly LocatedProblem[], text = 'one\ntwo\nthree\nfour\nfive\n') {
  return assembleReport({ ...handMadeRun, problems, readText: () => text }).findings;
}

function fingerprintsOf(problems: readonly LocatedProblem[], text?: string): string[] {
  return findingsOf(problems, text).map(({ fingerprint }) => fingerprint);
}

describe('one defect in many entries', () => {
  it('is one finding with its entries in code unit order, each once', () => {
    const entries = ['b', 'a', 'B', 'ä', 'a'];
    const [finding, ...others] = findingsOf(entries.map((entry) => ({ ...base, entry })));
    expect(others).toEqual([]);
    expect(finding?.entries).toEqual(['B', 'a', 'b', 'ä']);
  });

  it('shows one of the places it has on the machines, whatever the order', () => {
    const problems = ['z.service line 1', 'a.service line 9'].map((rendered) => ({ ...base, rendered }));
    expect(findingsOf(problems)[0]?.rendered).toBe('a.service line 9');
    expect(findingsOf(problems.toReversed())[0]?.rendered).toBe('a.service line 9');
  });

  it.each([
    ['check', { check: 'unit/other' }],
    ['severity', { severity: 'warning' as const }],
    ['message', { message: 'Other.' }],
    ['column', { origin: { ...base.origin, column: 2 } }],
    ['end', { origin: { ...base.origin, endColumn: 3 } }],
    ['file', { origin: { ...base.origin, file: 'b.yaml' } }],
    ['fix', { fix: 'Other.' }],
    ['related place', { related: [{ origin: base.origin, message: 'here' }] }],
  ])('is two findings when the %s differs', (_, change) => {
    expect(findingsOf([base, { ...base, ...change, entry: 'azure' }])).toHaveLength(2);
  });
});

describe('the order', () => {
  it('is by file, line, column, severity, check and message', () => {
    const at = (file: string, line: number, column: number): LocatedProblem => ({
      ...base,
      origin: { file, line, column },
    });
    const inOrder = [
      at('B.yaml', 9, 9),
      at('a.yaml', 0, 0),
      at('a.yaml', 2, 5),
      { ...at('a.yaml', 2, 7), check: 'a/b' },
      { ...at('a.yaml', 2, 7), check: 'a/c', message: 'm' },
      { ...at('a.yaml', 2, 7), check: 'a/c', message: 'n' },
      { ...at('a.yaml', 2, 7), severity: 'note' as const, check: 'a/a' },
      at('a.yaml', 10, 1),
      at('ä.yaml', 1, 1),
    ];
    const found = findingsOf(inOrder.toReversed());
    expect(found.map(({ origin, check, message }) => ({ origin, check, message }))).toEqual(
      inOrder.map(({ origin, check, message }) => ({ origin, check, message })),
    );
  });

  it('is by entry, stage and subject for results, by name for entries and files', () => {
    const { entries, files, results, leftOut } = assembleReport({
      ...handMadeRun,
      entries: ['b', 'a'].map((name) => ({ name, source: 'files' })),
      files: ['z', 'a', 'z'],
      results: [
        { stage: 'units', entry: 'b', subject: 'x', outcome: { status: 'passed' } },
        { stage: 'units', entry: 'a', subject: 'x', outcome: { status: 'passed' } },
        { stage: 'merge', entry: 'b', subject: 'y', outcome: { status: 'passed' } },
        { stage: 'merge', entry: 'b', subject: 'x', outcome: { status: 'passed' } },
        { stage: 'translate', entry: 'b', subject: 'z', outcome: { status: 'passed' } },
      ],
      leftOut: [
        { file: 'z', status: 'failed', reason: 'r' },
        { file: 'a', status: 'skipped', reason: 'r' },
      ],
    });
    expect(entries.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(files).toEqual(['a', 'z']);
    expect(results.map(({ stage, entry, subject }) => `${entry} ${stage} ${subject}`)).toEqual([
      'a units x',
      'b translate z',
      'b merge x',
      'b merge y',
      'b units x',
    ]);
    expect(leftOut.map(({ file }) => file)).toEqual(['a', 'z']);
  });
});

describe('a fingerprint', () => {
  const moved = { ...base, origin: { ...base.origin, line: 5 } };

  it('stays when lines move, are indented otherwise or when the message is put otherwise', () => {
    const [before] = fingerprintsOf([base], 'one\ntwo\n  three  3\n');
    expect(before).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprintsOf([moved], 'new\nnew\none\ntwo\n\tthree 3\n')).toEqual([before]);
    expect(fingerprintsOf([{ ...base, message: 'In other words.' }], 'one\ntwo\nthree 3\n')).toEqual([
      before,
    ]);
  });

  it('does not depend on the entries', () => {
    expect(fingerprintsOf([base, { ...base, entry: 'azure' }])).toEqual(fingerprintsOf([base]));
  });

  it.each([
    ['check', { check: 'unit/other' }],
    ['file', { origin: { ...base.origin, file: 'b.yaml' } }],
    ['source line', { origin: { ...base.origin, line: 4 } }],
  ])('is another for another %s', (_, change) => {
    expect(fingerprintsOf([{ ...base, ...change }])).not.toEqual(fingerprintsOf([base]));
  });

  it('tells equal lines of a file apart, in their order', () => {
    const text = 'same\nsame\nsame\n';
    const at = (line: number): LocatedProblem => ({ ...base, origin: { ...base.origin, line } });
    const three = fingerprintsOf([at(1), at(2), at(3)], text);
    expect(new Set(three).size).toBe(3);
    expect(fingerprintsOf([at(3), at(1), at(2)], text)).toEqual(three);
    expect(fingerprintsOf([at(2), at(3), at(4)], `new\n${text}`)).toEqual(three);
  });

  it('is by the message where the file has no such line, or one that is a whole document', () => {
    const whole = { ...base, origin: { file: 'a.yaml', line: 0, column: 0 } };
    const one = { ...base, origin: { file: 'a.yaml', line: 1, column: 1 } };
    const other = { ...one, message: 'Other.' };
    const minified = 'x'.repeat(501);
    expect(fingerprintsOf([one], minified)).toEqual(fingerprintsOf([whole]));
    expect(fingerprintsOf([one], '')).toEqual(fingerprintsOf([whole]));
    expect(fingerprintsOf([one], `${minified}y`)).toEqual(fingerprintsOf([one], minified));
    expect(fingerprintsOf([other], minified)).not.toEqual(fingerprintsOf([one], minified));
  });
});

describe('an excerpt', () => {
  const at = (line: number, column = 1, more = {}): LocatedProblem => ({
    ...base,
    origin: { file: 'a.yaml', line, column, ...more },
  });
  const excerptOf = (problem: LocatedProblem, text?: string) => findingsOf([problem], text)[0]?.excerpt;

  it('is two lines before and one after', () => {
    expect(excerptOf(at(3))).toEqual({ firstLine: 1, lines: ['one', 'two', 'three', 'four'] });
    expect(excerptOf(at(4))).toEqual({ firstLine: 2, lines: ['two', 'three', 'four', 'five'] });
  });

  it('ends where the file does', () => {
    expect(excerptOf(at(1))).toEqual({ firstLine: 1, lines: ['one', 'two'] });
    expect(excerptOf(at(5))).toEqual({ firstLine: 3, lines: ['three', 'four', 'five'] });
  });

  it('covers a range of lines, a long one by its beginning', () => {
    expect(excerptOf(at(1, 1, { endLine: 3 }))?.lines).toEqual(['one', 'two', 'three', 'four']);
    expect(excerptOf(at(1, 1, { endLine: 99 }), 'l\n'.repeat(99))?.lines).toHaveLength(7);
  });

  it('has lines without their ends', () => {
    expect(excerptOf(at(2), 'one\r\ntwo\r\nthree\r\n')?.lines).toEqual(['one', 'two', 'three']);
  });

  it('is absent for a whole file, a line that is not there and a file that is not text', () => {
    expect(excerptOf(at(0, 0))).toBeUndefined();
    expect(excerptOf(at(6))).toBeUndefined();
    const unreadable = assembleReport({ ...handMadeRun, problems: [base], readText: () => undefined });
    expect(unreadable.findings[0]).not.toHaveProperty('excerpt');
  });

  it('is cut around the origin where the line is very long, in code points', () => {
    const text = `before\n${'🎉'.repeat(2000)}here${'x'.repeat(2000)}\n`;
    const excerpt = excerptOf(at(2, 2001, { endColumn: 2005 }), text);
    expect(excerpt?.firstColumn).toBe(1841);
    expect(excerpt?.lines[0]).toBe('');
    expect(excerpt?.lines[1]).toBe(`${'🎉'.repeat(160)}here${'x'.repeat(316)}`);
  });
});
