import { assembleReport } from '../../src/model/assemble-report.ts';
import type { RenderedChange } from '../../src/model/rendered-difference.ts';
import type { Report } from '../../src/model/report.ts';
import { baseCommit, kubeletChange } from './compared-report.ts';
import { handMadeRun } from './hand-made-run.ts';

const severities = ['note', 'warning', 'error'] as const;
const names = Array.from({ length: 256 }, (_, index) => `entry-${String(index).padStart(3, '0')}`);

/**
 * 5,000 findings in 256 entries, of which the last 500 in file order are errors, against a base that has every third of
 * them and 1,000 more, with 5,000 changes, of which the last reaches most entries.
 *
 * @param text in each message and in the lines of each change
 */
export function largeRun(text: string): Report {
  const report = assembleReport({
    ...handMadeRun,
    entries: names.map((name) => ({ name, source: 'terraform', platform: 'aws', networking: 'cilium' })),
    results: [],
    leftOut: [],
    problems: Array.from({ length: 6_000 }, (_, index) => ({
      check: 'unit/unknown-directive',
      stage: 'units',
      severity: severities[index >= 5_500 ? 2 : index % 2] ?? 'note',
      message: `${text} ${index}`,
      origin: { file: 'configs/controller.yaml', line: 1 + index, column: 0 },
      entry: names[index % 256] ?? '',
    })),
  });
  const findings = report.findings.map((finding) => ({ ...finding, entries: names }));
  return {
    ...report,
    findings: findings.slice(1_000),
    base: {
      commit: baseCommit,
      isComplete: true,
      findings: findings
        .filter((_finding, index) => index < 1_000 || index % 3 === 0)
        .map(({ excerpt: _, ...finding }) => finding),
    },
    difference: {
      entries: names.map((name) => ({ name, status: 'changed' })),
      changes: Array.from({ length: 5_000 }, (_, index) => changeOf(index, text)),
    },
  };
}

function changeOf(index: number, text: string): RenderedChange {
  return {
    ...kubeletChange,
    path: `/etc/file-${String(index).padStart(4, '0')}`,
    entries: names.slice(0, 1 + Math.floor(index / 20)),
    lines: ['@@ -1,1 +1,30 @@', ...Array.from({ length: 30 }, (_, line) => `+${text} ${line}`)],
    added: 30,
    removed: 0,
  };
}
