import { assembleReport } from '../../src/model/assemble-report.ts';
import type { RenderedChange } from '../../src/model/rendered-difference.ts';
import type { Report } from '../../src/model/report.ts';
import type { CheckDescription, ReporterOptions } from '../../src/report/reporter.ts';
import { describeCheck, plainOptions } from './hand-made-run.ts';
import { hostileTexts } from './hostile-texts.ts';

/** A report in which every string that can come from an input is hostile. */
export function hostileReport(): Report {
  const source = hostileTexts.map((text) => text.replace(/[\r\n]/g, '')).join('\n');
  const report = assembleReport({
    version: '0.1.0',
    entries: hostileTexts.map((name) => ({
      name,
      source: 'files',
      kubernetes: '1.36',
      kubernetesFrom: name,
    })),
    objects: 1,
    files: hostileTexts,
    problems: hostileTexts.flatMap((text, index) => [
      {
        check: 'unit/unknown-directive',
        stage: 'units',
        severity: 'error' as const,
        message: text,
        origin: { file: text, line: index + 1, column: 2, endColumn: 9 },
        related: [{ origin: { file: text, line: 1, column: 1 }, message: text }],
        fix: text,
        rendered: text,
        entry: text,
      },
      {
        check: 'machine/mixed-variants',
        stage: 'merge',
        severity: 'note' as const,
        message: text,
        origin: { file: 'a.yaml', line: 0, column: 0 },
        entry: hostileTexts[0] ?? '',
      },
    ]),
    results: hostileTexts.flatMap((text) => [
      { stage: 'units', entry: text, subject: text, outcome: { status: 'findings', count: 1 } } as const,
      { stage: 'kubernetes', entry: text, subject: text, outcome: { status: 'passed' } } as const,
      {
        stage: 'contents',
        entry: text,
        subject: `m ${text}`,
        outcome: { status: 'failed', reason: text },
      } as const,
      {
        stage: 'user-data',
        entry: text,
        subject: text,
        outcome: { status: 'skipped', reason: text },
      } as const,
    ]),
    gaps: hostileTexts.map((text) => ({ kind: 'placeholder', what: text, why: text, entry: 'a' })),
    leftOut: hostileTexts.map((text) => ({ file: text, status: 'failed', reason: text })),
    readText: () => source,
  });
  const [first, ...findings] = report.findings;
  if (first === undefined) throw new Error('the run has findings');
  return {
    ...report,
    findings,
    suppressed: hostileTexts.map((reason) => ({ finding: first, by: 'config', reason })),
    base: {
      commit: 'b'.repeat(40),
      isComplete: false,
      findings: hostileTexts.map((text, index) => ({
        ...first,
        message: text,
        origin: { file: text, line: 1, column: 1 },
        entries: [text],
        fingerprint: String(index).padStart(32, '0'),
      })),
    },
    difference: {
      entries: hostileTexts.map((name) => ({ name, status: 'unknown', reason: name })),
      changes: hostileTexts.map(hostileChange),
    },
    rendered: hostileTexts.map((text) => ({ path: text, machines: [text], entries: [text], text })),
  };
}

/** A file whose name, machines and lines are the text. */
function hostileChange(text: string): RenderedChange {
  const line = text.replace(/[\r\n]/g, ' ');
  return {
    path: text,
    machines: [text],
    entries: [text],
    status: 'changed',
    lines: ['@@ -1 +1 @@', `-${line}`, `+${line}`, ` ${line}`],
    added: 1,
    removed: 1,
    leftOut: 0,
  };
}

/** Options whose checks speak hostile too. */
export const hostileOptions: ReporterOptions = {
  ...plainOptions,
  describe: (id): CheckDescription => ({
    ...describeCheck(id),
    title: hostileTexts.join(' '),
    why: hostileTexts.join(' '),
    fix: hostileTexts.join(' '),
  }),
};
