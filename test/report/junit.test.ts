import { describe, expect, it } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import type { Report } from '../../src/model/report.ts';
import { junit } from '../../src/report/junit.ts';
import type { ReporterOptions } from '../../src/report/reporter.ts';
import { handMadeReport, handMadeRun, plainOptions } from './hand-made-run.ts';
import { parseXml } from './parse-xml.ts';

/** `suite/case: what it came to`, for each case. */
function endings(report: Report, options: ReporterOptions = plainOptions): string[] {
  const cases = parseXml(junit.render(report, options)).getElementsByTagName('testcase');
  return Array.from(cases, (one) => {
    const child = Array.from(one.childNodes).find(({ nodeName }) => nodeName !== '#text');
    return `${one.getAttribute('classname')}/${one.getAttribute('name')}: ${child?.nodeName ?? 'passed'}`;
  });
}

describe('--fail-on', () => {
  it.each([
    ['error', 'system-out', 'failure'],
    ['warning', 'failure', 'failure'],
    ['never', 'system-out', 'system-out'],
  ] as const)('%s decides what fails a case', (failOn, merge, units) => {
    const all = endings(handMadeReport(), { ...plainOptions, failOn });
    expect(all).toContain(`merge/controller in aws: ${merge}`);
    expect(all).toContain(`units/controller in aws: ${units}`);
  });
});

it('passes a case whose findings are all suppressed', () => {
  const all = endings({ ...handMadeReport(), findings: [] });
  expect(all).toContain('units/controller in aws: passed');
});

it('loses no finding of an entry without a result', () => {
  expect(endings({ ...handMadeReport(), results: [] })).toContain('units/openstack: failure');
});

it('passes no stage that has a finding of a check of another stage', () => {
  const problem = {
    check: 'unit/unknown-directive',
    stage: 'merge',
    severity: 'error',
    message: 'm',
    origin: { file: 'a.yaml', line: 1, column: 1 },
    entry: 'aws',
  } as const;
  expect(endings(assembleReport({ ...handMadeRun, problems: [problem] }))).toContain(
    'merge/controller in aws: failure',
  );
});

it('loses no finding of no entry', () => {
  const [finding] = handMadeReport().findings;
  if (finding === undefined) throw new Error('no finding');
  expect(endings({ ...handMadeReport(), findings: [{ ...finding, entries: [] }] })).toContain(
    'inputs/configs/controller.yaml: failure',
  );
});

it('tells each finding in full once, and at most twenty again in each later entry', () => {
  const entries = ['a', 'b', 'c'];
  const problems = Array.from({ length: 30 }, (_, index) =>
    entries.map((entry) => ({
      check: 'unit/unknown-directive',
      stage: 'units' as const,
      severity: 'error' as const,
      message: `problem ${index + 1}.`,
      origin: { file: 'a.yaml', line: index + 1, column: 1 },
      entry,
    })),
  ).flat();
  const report = assembleReport({ ...handMadeRun, problems, results: [], leftOut: [] });
  const failures = Array.from(
    parseXml(junit.render(report, plainOptions)).getElementsByTagName('failure'),
    ({ textContent }) => (textContent ?? '').split('\n'),
  );
  expect(failures.map((lines) => lines.filter((line) => line.startsWith('fix: ')).length)).toEqual([
    30, 0, 0,
  ]);
  expect(failures.map((lines) => lines.length)).toEqual([60, 21, 21]);
  expect(failures[1]?.at(-1)).toBe('10 more, told in full in earlier entries');
});

it('counts what its cases came to', () => {
  const root = parseXml(junit.render(handMadeReport(), plainOptions)).documentElement;
  const count = (name: string): number => root?.getElementsByTagName(name).length ?? -1;
  expect(root?.getAttribute('tests')).toBe(String(count('testcase')));
  expect(root?.getAttribute('failures')).toBe(String(count('failure')));
  expect(root?.getAttribute('errors')).toBe(String(count('error')));
  expect(root?.getAttribute('skipped')).toBe(String(count('skipped')));
});
