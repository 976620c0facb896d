import { expect, it } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import type { LocatedProblem, Severity } from '../../src/model/finding.ts';
import { github } from '../../src/report/github.ts';
import { cleanReport, handMadeRun, plainOptions } from './hand-made-run.ts';
import { readRunnerCommand } from './runner-command.ts';

const checks = {
  error: 'unit/unknown-directive',
  warning: 'machine/duplicate-unit',
  note: 'machine/mixed-variants',
} as const;

function problems(severity: Severity, count: number, entries: readonly string[] = ['aws']): LocatedProblem[] {
  return Array.from({ length: count }, (_, index) =>
    entries.map((entry) => ({
      check: checks[severity],
      stage: 'units' as const,
      severity,
      message: `${severity} ${index + 1}`,
      origin: { file: 'a.yaml', line: index + 1, column: 1 },
      entry,
    })),
  ).flat();
}

function linesFor(found: readonly LocatedProblem[], failures = 0): string[] {
  const leftOut = Array.from({ length: failures }, (_, index) => ({
    file: `broken-${index}.yaml`,
    status: 'failed' as const,
    reason: 'permission denied',
  }));
  const report = assembleReport({ ...handMadeRun, problems: found, results: [], leftOut });
  return github.render(report, plainOptions).trimEnd().split('\n');
}

it('prints ten of each kind, worst first, and counts the others in a line that is no command', () => {
  const lines = linesFor([...problems('note', 11), ...problems('warning', 12), ...problems('error', 13)]);
  const names = lines.map((line) => readRunnerCommand(line)?.name);
  expect(names).toEqual([
    ...Array.from({ length: 10 }, () => 'error'),
    ...Array.from({ length: 10 }, () => 'warning'),
    ...Array.from({ length: 10 }, () => 'notice'),
    undefined,
  ]);
  expect(lines.at(-1)).toBe(
    '3 more errors, 2 more warnings, 1 more note not shown as annotations: the runner takes 10 of each kind.',
  );
});

it('puts a finding of many entries before those of few', () => {
  const wide = {
    ...problems('error', 1, ['aws', 'azure'])[0],
    origin: { file: 'z.yaml', line: 9, column: 1 },
  };
  const [first] = linesFor([
    ...problems('error', 12),
    ...['aws', 'azure'].map((entry) => ({ ...problems('error', 1)[0], ...wide, entry }) as LocatedProblem),
  ]);
  expect(readRunnerCommand(first ?? '')?.properties).toMatchObject({ file: 'z.yaml', line: '9' });
});

it('counts what failed as one of the ten errors', () => {
  const lines = linesFor(problems('error', 10), 25);
  expect(readRunnerCommand(lines[0] ?? '')).toEqual({
    name: 'error',
    properties: { title: '25 could not be checked' },
    data: 'input: permission denied (broken-0.yaml, broken-1.yaml, broken-10.yaml and 22 more)',
  });
  expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
  expect(lines.at(-1)).toMatch(/^1 more error not shown/);
});

it.each([
  ['a place', { line: 3, column: 5 }, { line: '3', endLine: '3', col: '5' }],
  ['a range', { line: 3, column: 5, endColumn: 9 }, { line: '3', endLine: '3', col: '5', endColumn: '9' }],
  ['lines', { line: 3, column: 5, endLine: 7, endColumn: 2 }, { line: '3', endLine: '7' }],
  ['a line', { line: 3, column: 0 }, { line: '3', endLine: '3' }],
  ['a whole file', { line: 0, column: 0 }, {}],
])('gives %s as GitHub takes it', (_, place, properties) => {
  const [problem] = problems('error', 1);
  if (problem === undefined) throw new Error('no problem');
  const [line] = linesFor([{ ...problem, origin: { file: 'a.yaml', ...place } }]);
  expect(readRunnerCommand(line ?? '')?.properties).toEqual({
    file: 'a.yaml',
    ...properties,
    title: 'unit/unknown-directive',
  });
});

it('prints nothing when there is nothing to say', () => {
  expect(github.render(cleanReport, plainOptions)).toBe('');
});
