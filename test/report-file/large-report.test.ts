import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { mergeReports } from '../../src/report-file/merge-reports.ts';
import { readReportFile } from '../../src/report-file/read-report-file.ts';
import { kubeletChange } from '../report/compared-report.ts';
import { cleanReport, handMadeRun } from '../report/hand-made-run.ts';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';
import { written } from './written-reports.ts';

const mebibyte = 1024 * 1024;
const none = { isWholeWorkspace: true, folder: '', rules: [], baseline: undefined, lines: [] };
const names = Array.from(
  { length: 256 },
  (_, index) => `clusters/production/region-${index}/kubernetes networking=cilium controllers=3 arch=arm64`,
).sort();

/** 5,000 findings and as many of the base, each in all but a few of 256 entries. */
function largeReport(): Report {
  const report = assembleReport({
    ...handMadeRun,
    entries: names.map((name) => ({ name, source: 'terraform', platform: 'aws' })),
    results: [],
    leftOut: [],
  });
  const [finding] = report.findings;
  if (!finding) throw new Error('the run has findings');
  const findings = Array.from(
    { length: 5_000 },
    (_, index): Finding => ({
      ...finding,
      entries: names.filter((_name, at) => at % 60 !== index % 60),
      fingerprint: String(index).padStart(32, '0'),
    }),
  );
  const inBase = findings.map(({ excerpt: _, ...rest }) => rest);
  return {
    ...report,
    findings,
    base: { commit: 'b'.repeat(40), isComplete: true, findings: inBase },
  };
}

const report = largeReport();
const text = written(report);

test('10,000 findings in 256 entries with long names take less than half of what is read', () => {
  expect(report.findings[0]?.entries.length).toBeGreaterThan(250);
  expect(Buffer.byteLength(text)).toBeLessThan(32 * mebibyte);
  expect(readReportFile(text)).toEqual({ kind: 'report', report, failOn: 'error' });
});

test('such a report is read and written in a heap of 300 MB', async () => {
  const cwd = workspaceWith({});
  writeFileSync(path.join(cwd, 'in.json'), text);
  const env = { NODE_OPTIONS: '--max-old-space-size=300' };
  const { code, stderr } = await runCli(['report', 'in.json', '--format=json=out.json'], { cwd, env });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const again = readReportFile(readFileSync(path.join(cwd, 'out.json'), 'utf8'));
  expect(again.kind === 'report' && again.report.findings).toEqual(report.findings);
}, 120_000);

describe('more differences and rendered files than a report has room for', () => {
  const lines = Array.from({ length: 2_000 }, (_, index) => `+${'x'.repeat(100)} ${index}`);
  const long = 'y'.repeat(200_000);

  /** 200 entries with a change and a file of 200 kB each; every part has those of some of them. */
  function partOf(of: number, index: number): Report {
    const mine = names.slice(0, 200).filter((_name, at) => at % of === index);
    const number = (name: string): string => String(names.indexOf(name)).padStart(3, '0');
    return {
      ...cleanReport,
      entries: mine.map((name) => ({ name, source: 'terraform' })),
      results: [],
      difference: {
        entries: mine.map((name) => ({ name, status: 'changed' })),
        changes: mine.map((name) => ({
          ...kubeletChange,
          path: `/etc/${number(name)}`,
          entries: [name],
          lines,
          added: 2_000,
          removed: 0,
        })),
      },
      rendered: mine.map((name) => ({
        path: `/etc/${number(name)}`,
        machines: [],
        entries: [name],
        text: `${long}${name}`,
      })),
    };
  }

  function readBack(some: Report): Report {
    const file = written(some);
    expect(Buffer.byteLength(file)).toBeLessThan(64 * mebibyte);
    const read = readReportFile(file);
    if (read.kind === 'unusable') throw new Error(read.problems.join('\n'));
    return read.report;
  }

  const whole = readBack(partOf(1, 0));

  test('are told by their counts, the first ones in full', () => {
    const { changes = [] } = whole.difference ?? {};
    expect(changes).toHaveLength(200);
    const full = changes.filter((change) => change.lines.length === 2_000).length;
    expect(full).toBeGreaterThan(50);
    expect(changes.slice(full).every((change) => change.lines.length === 0 && change.leftOut === 2_000)).toBe(
      true,
    );
    const { rendered = [] } = whole;
    const cut = rendered.filter(({ leftOut }) => leftOut !== undefined);
    expect(rendered).toHaveLength(200);
    expect(cut.length).toBeGreaterThan(50);
    expect(cut.every(({ text: left, leftOut = 0 }) => left === '' && leftOut > 200_000)).toBe(true);
  });

  test.each([2, 3])('are the same of %i parts, joined', (of) => {
    const plan = Array.from({ length: of }, (_, index) => partOf(of, index).entries);
    const parts = plan.map((_entries, index) =>
      readBack({ ...partOf(of, index), shard: { index: index + 1, of, plan, suppressions: none } }),
    );
    expect(written(readBack(mergeReports(parts)))).toBe(written(whole));
  });
});
