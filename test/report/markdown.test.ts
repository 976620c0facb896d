import { describe, expect, it } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import { markdown } from '../../src/report/markdown.ts';
import { handMadeRun, plainOptions } from './hand-made-run.ts';

const limit = 1_048_576;

function summaryOf(findings: number, message: string, reasons = 0): string {
  const problems = Array.from({ length: findings }, (_, index) => ({
    check: 'unit/unknown-directive',
    stage: 'units' as const,
    severity: 'error' as const,
    message: `${message} ${index}`,
    origin: { file: 'configs/controller.yaml', line: 9, column: 9 },
    entry: 'aws',
  }));
  const leftOut = Array.from({ length: reasons }, (_, index) => ({
    file: `broken-${index}.yaml`,
    status: 'failed' as const,
    reason: `${message} ${index}`,
  }));
  return markdown.render(assembleReport({ ...handMadeRun, problems, results: [], leftOut }), plainOptions);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

describe.each([
  ['short messages', 5_000, 'Unknown directive'],
  ['messages of three bytes a character', 5_000, '字'.repeat(900)],
  ['messages that grow sixfold when escaped', 5_000, '|'.repeat(900)],
])('a summary of %s', (_, findings, message) => {
  const text = summaryOf(findings, message, 2_000);
  const rows = count(text, /^\| ❌ error \|.* \| 1 \|$/gm);
  const details = count(text, /^<details>/gm);

  it('stays within 1 MiB, and uses most of it', () => {
    const bytes = Buffer.byteLength(text);
    expect(bytes).toBeLessThanOrEqual(limit);
    expect(bytes).toBeGreaterThan(limit * 0.95);
  });

  it('is cut at a whole row and a whole section, and says how much is left out', () => {
    expect(count(text, /^\| ❌/gm)).toBe(rows);
    expect(count(text, /^<\/details>$/gm)).toBe(details);
    expect(text).toContain(`${findings - details} findings not shown with the source here`);
    if (rows < findings) expect(text).toContain(`${findings - rows} findings not shown in this table`);
  });

  it('still has its stages and what was not checked', () => {
    expect(text).toContain('\n### Stages\n');
    expect(text).toContain('\n### Not checked\n');
    const reasons = count(text, /^- \*\*failed\*\*, input: .*\(broken-\d+\.yaml\)$/gm);
    expect(reasons).toBeGreaterThan(30);
    if (reasons < 2_000) expect(text).toContain(`\n${2_000 - reasons} more reasons not shown.`);
  });
});

it('says nothing of cuts when all has room', () => {
  expect(summaryOf(20, 'Unknown directive')).not.toContain('not shown');
});

it('has a fence longer than any in the source', () => {
  const report = assembleReport({
    ...handMadeRun,
    problems: [
      {
        check: 'unit/unknown-directive',
        stage: 'units' as const,
        severity: 'error',
        message: 'm',
        origin: { file: 'a.yaml', line: 1, column: 1 },
        entry: 'aws',
      },
    ],
    readText: () => '`````\n# heading\n',
  });
  expect(markdown.render(report, plainOptions)).toContain(
    '``````text\n1 | `````\n  | ^\n2 | # heading\n``````\n',
  );
});
