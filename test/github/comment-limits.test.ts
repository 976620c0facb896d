import { describe, expect, it } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import type { Report } from '../../src/model/report.ts';
import { comment } from '../../src/report/comment.ts';
import { handMadeRun } from '../report/hand-made-run.ts';
import { hostileReport } from '../report/hostile-report.ts';
import { commentOptions } from './comment-options.ts';

const limit = 65_536;
const severities = ['note', 'warning', 'error'] as const;

/** 256 entries and 5,000 findings, of which one in ten is an error, the worst last. */
function hugeReport(message: string): Report {
  return assembleReport({
    ...handMadeRun,
    entries: Array.from({ length: 256 }, (_, index) => ({
      name: `entry-${index}`,
      source: 'terraform',
      platform: index % 2 === 0 ? 'aws' : 'azure',
      networking: `networking-${index % 8}`,
      kubernetes: `1.${index}`,
    })),
    problems: Array.from({ length: 5000 }, (_, index) => ({
      check: 'unit/unknown-directive',
      stage: 'units',
      severity: severities[index >= 4500 ? 2 : index % 2] ?? 'note',
      message: `${message} ${index}`,
      origin: { file: 'configs/controller.yaml', line: 9, column: 9 },
      entry: `entry-${index % 256}`,
    })),
    leftOut: Array.from({ length: 2000 }, (_, index) => ({
      file: `broken-${index}.yaml`,
      status: 'failed',
      reason: `${message} ${index}`,
    })),
  });
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

describe.each([
  ['short messages', 'Unknown directive'],
  ['messages of three bytes a character', '字'.repeat(900)],
  ['messages that grow when escaped', '|'.repeat(900)],
  ['messages of what cannot be seen', '\u202e'.repeat(900)],
])('a comment on 5,000 findings with %s', (_, message) => {
  const report = hugeReport(message);
  const whole = comment(report, commentOptions);
  const old = comment(report, {
    ...commentOptions,
    base: { report: { ...report, findings: report.findings.slice(1) }, commit: 'ba5e'.padEnd(40, '0') },
  });

  it('stays within the limit, and uses most of it', () => {
    expect(whole.length).toBeLessThanOrEqual(limit);
    expect(Buffer.byteLength(whole)).toBeGreaterThan(limit * 0.85);
    expect(old.length).toBeLessThanOrEqual(limit);
  });

  it('has the worst first, each whole, and says how many it leaves out', () => {
    const titles = count(whole, /^❌ \*\*error/gm);
    expect(titles).toBeGreaterThan(3);
    expect(count(whole, /^(⚠️|ℹ️) \*\*/gmu)).toBe(0);
    expect(count(whole, /^- \*\*Fix:\*\* .+$/gm)).toBe(titles);
    expect(count(whole, /<details>/g)).toBe(count(whole, /<\/details>/g));
    expect(whole).toContain(`\n${5000 - titles} more findings not shown`);
  });

  it('still ends with what was not checked, and a link to the full report', () => {
    for (const text of [whole, old]) {
      expect(text).toContain('\n### Not checked\n');
      expect(text).toMatch(/more reasons not shown/);
      expect(text.trimEnd().split('\n').at(-1)).toMatch(/^\[Full report\]\(https:/);
    }
  });

  it('folds the old ones as far as they fit', () => {
    const shown = count(old, /^- (❌|⚠️|ℹ️) /gmu);
    expect(shown).toBeGreaterThan(3);
    expect(old).toContain(`\n${4999 - shown} more findings not shown`);
    expect(old).toContain('<summary>4999 findings that the base has as well</summary>');
  });
});

it('stays within the limit where every text is hostile', () => {
  const text = comment(hostileReport(), commentOptions);
  expect(text.length).toBeLessThanOrEqual(limit);
  expect(text).toMatch(/^❌ \*\*error/m);
});

it('shows at least the worst finding, whatever its texts are', () => {
  const wide = '\u{e0041}'.repeat(100_000);
  const report = assembleReport({
    ...handMadeRun,
    entries: Array.from({ length: 40 }, (_, index) => ({
      name: `${wide}${index}`,
      source: 'terraform',
      platform: 'aws',
      networking: `${index}${wide}`,
      kubernetes: '1.36',
      kubernetesFrom: wide,
    })),
    problems: [
      {
        check: 'unit/unknown-directive',
        stage: 'units',
        severity: 'error',
        message: wide,
        origin: { file: wide, line: 1, column: 1 },
        related: Array.from({ length: 50 }, () => ({
          origin: { file: `${wide}/${wide}`, line: 1, column: 1 },
          message: wide,
        })),
        rendered: wide,
        fix: wide,
        entry: `${wide}1`,
      },
    ],
    leftOut: [{ file: wide, status: 'failed', reason: wide }],
    readText: () => wide,
  });
  const text = comment(report, commentOptions);
  expect(text.length).toBeLessThanOrEqual(limit);
  expect(text).toMatch(/^❌ \*\*error/m);
});

it('says nothing of cuts where all has room', () => {
  expect(comment(assembleReport(handMadeRun), commentOptions)).not.toContain('not shown');
});
