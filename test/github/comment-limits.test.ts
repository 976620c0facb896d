import { describe, expect, it } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import type { RenderedDifference } from '../../src/model/rendered-difference.ts';
import type { Report } from '../../src/model/report.ts';
import { comment } from '../../src/report/comment.ts';
import { baseCommit, comparedReport, kubeletChange } from '../report/compared-report.ts';
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
  const old = comment(
    { ...report, base: { commit: baseCommit, isComplete: true, findings: report.findings.slice(1) } },
    commentOptions,
  );

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
      expect(text).toContain('\n#### Not checked\n');
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

/** 5,000 changes over 256 entries, of which the last reaches most; every tenth is longer than a comment. */
function hugeDifference(text: string): RenderedDifference {
  const names = Array.from({ length: 256 }, (_, index) => `entry-${index}`).sort();
  return {
    entries: names.map((name) =>
      Number(name.slice(6)) % 2 === 0
        ? { name, status: 'changed' }
        : { name, status: 'unknown', reason: `${text} ${name}` },
    ),
    changes: Array.from({ length: 5000 }, (_, index) => ({
      ...kubeletChange,
      path: `/etc/${index} ${text}`,
      entries: names.filter((_name, at) => at % 2 === 0 && at * 20 <= index),
      lines: Array.from({ length: index % 10 === 0 ? 2_000 : 5 }, () => ` ${text}`),
      added: 0,
      removed: 0,
    })),
  };
}

describe.each([
  ['short lines', 'a: b'],
  ['lines of three bytes a character', '字'.repeat(900)],
  ['lines that grow when escaped', '|'.repeat(900)],
  ['lines of fences', '`'.repeat(900)],
  ['lines of what cannot be seen', '\u202e'.repeat(900)],
])('a comment on 5,000 changes with %s', (_, text) => {
  const report = hugeReport('Unknown directive');
  const difference = hugeDifference(text);
  const changesIn = (body: string): number =>
    count(body, /^<details><summary>&#47;etc|^<details><summary>\/etc/gm);

  it('and nothing else uses most of the room, those that reach most first', () => {
    const body = comment({ ...report, findings: [], leftOut: [], difference }, commentOptions);
    expect(body.length).toBeLessThanOrEqual(limit);
    expect(Buffer.byteLength(body)).toBeGreaterThan(limit * 0.85);
    const shown = changesIn(body);
    expect(shown).toBeGreaterThan(3);
    expect(body).toContain(`\n${5000 - shown} more changes not shown`);
    expect(body).toMatch(/<summary>\/etc\/49\d\d /);
    expect(count(body, /<details>/g)).toBe(count(body, /<\/details>/g));
  });

  it('and 500 errors has the errors', () => {
    const body = comment({ ...report, difference }, commentOptions);
    const without = comment(report, commentOptions);
    expect(body.length).toBeLessThanOrEqual(limit);
    const errors = count(body, /^❌ \*\*error/gm);
    // The line that says what changed takes the room of a few.
    expect(errors).toBeGreaterThan(count(without, /^❌ \*\*error/gm) - 8);
    expect(body).toMatch(/^Rendered: 128 of 256 entries changed, 128 could not be compared\.$/m);
  });

  it('and 4,500 lesser findings has a fair share of both', () => {
    const findings = report.findings.filter(({ severity }) => severity !== 'error');
    const body = comment({ ...report, findings, difference }, commentOptions);
    expect(body.length).toBeLessThanOrEqual(limit);
    expect(changesIn(body)).toBeGreaterThanOrEqual(1);
    expect(count(body, /^⚠️ \*\*warning/gmu)).toBeGreaterThan(3);
    const section = body.slice(body.indexOf('#### Rendered difference'));
    expect(Buffer.byteLength(section)).toBeGreaterThan(limit / 8);
  });

  it('and what is gone has both', () => {
    const base = { commit: baseCommit, isComplete: true, findings: report.findings };
    const body = comment({ ...report, findings: [], leftOut: [], base, difference }, commentOptions);
    expect(body.length).toBeLessThanOrEqual(limit);
    expect(changesIn(body)).toBeGreaterThanOrEqual(1);
    const shown = count(body, /^- (❌|⚠️|ℹ️) /gmu);
    expect(shown).toBeGreaterThan(3);
    expect(body).toContain('<summary>5000 findings of the base gone</summary>');
    expect(body).toContain(`\n${5000 - shown} more findings not shown`);
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
  expect(comment(comparedReport(), commentOptions)).not.toContain('not shown');
});
