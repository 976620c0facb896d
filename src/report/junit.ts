import type { Report } from '../model/report.ts';
import { type Stage, stages } from '../model/stage.ts';
import { subjectName } from '../model/summary.ts';
import { findingsCase, outcomeCase, type TestCase } from './junit-case.ts';
import { type EntryFindings, findingsByEntry } from './junit-findings.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

interface TestSuite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/**
 * For CI systems that show test results: a suite for each stage, a case for each machine
 * (https://github.com/testmoapp/junitxml describes what they read).
 */
export const junit: Reporter = {
  format: 'junit',
  title: 'JUnit XML, for CI systems that show test results',
  render: (report, options) => {
    const findings = findingsByEntry(report.findings);
    const suites: readonly TestSuite[] = [
      { name: 'inputs', cases: [...leftOutCases(report), ...entrylessCases(report, options)] },
      ...stages.map((stage) => ({
        name: stage,
        cases: stageCases(stage, report, findings.get(stage) ?? new Map(), options),
      })),
    ].filter(({ cases }) => cases.length > 0);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="windtunnel" ${counts(suites.flatMap(({ cases }) => cases))}>`,
      ...suites.map(suiteXml),
      '</testsuites>\n',
    ].join('\n');
  },
};

function leftOutCases({ leftOut }: Report): TestCase[] {
  return leftOut.map(({ file, status, reason }) =>
    outcomeCase({ suite: 'inputs', name: file }, { status, reason }),
  );
}

/** Findings of no machine, such as those on suppressions: a case for each file that has some. */
function entrylessCases({ findings }: Report, options: ReporterOptions): TestCase[] {
  const entryless = findings.filter(({ entries }) => entries.length === 0);
  return [...new Set(entryless.map(({ origin }) => origin.file))].map((file) => {
    const first = entryless.filter(({ origin }) => origin.file === file);
    return findingsCase({ suite: 'inputs', name: file }, { first, again: [], againCount: 0 }, options);
  });
}

function stageCases(
  stage: Stage,
  report: Report,
  findings: ReadonlyMap<string, EntryFindings>,
  options: ReporterOptions,
): TestCase[] {
  const told = new Set<string>();
  const cases: TestCase[] = [];
  for (const result of report.results) {
    if (result.stage !== stage) continue;
    const { entry, outcome } = result;
    const name = { suite: stage, name: subjectName(result) };
    const found = findings.get(entry);
    if (outcome.status !== 'findings') cases.push(outcomeCase(name, outcome));
    // Without a finding left, all were suppressed.
    else cases.push(found ? findingsCase(name, found, options) : outcomeCase(name, { status: 'passed' }));
    if (outcome.status === 'findings') told.add(entry);
  }
  for (const [entry, found] of findings) {
    // A finding must not get lost because the stage ended otherwise for its machine.
    if (!told.has(entry)) cases.push(findingsCase({ suite: stage, name: entry }, found, options));
  }
  return cases;
}

function suiteXml({ name, cases }: TestSuite): string {
  return [
    `  <testsuite name="${name}" ${counts(cases)}>`,
    ...cases.map(({ xml }) => xml),
    '  </testsuite>',
  ].join('\n');
}

function counts(cases: readonly TestCase[]): string {
  const count = (ending: TestCase['ending']): number => cases.filter((one) => one.ending === ending).length;
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}
