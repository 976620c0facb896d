import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import type { MatrixEntry } from '../../src/model/rendered-cluster.ts';
import type { Report } from '../../src/model/report.ts';
import { comment } from '../../src/report/comment.ts';
import { commentIdentity, readMarker, writeMarker } from '../../src/report/comment-marker.ts';
import { handMadeReport, handMadeRun } from '../report/hand-made-run.ts';
import { commentOptions, head } from './comment-options.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
}

/** The hand-made run on five platforms, a file beside them, and a base that had one finding less and one more. */
function onPlatforms(): { readonly report: Report; readonly base: Report } {
  const made = handMadeReport();
  const platforms = ['aws', 'azure', 'bare-metal', 'hetzner', 'openstack'] as const;
  const clusters = made.entries.map((entry, index): MatrixEntry => {
    const platform = platforms[index];
    return { ...entry, networking: index % 2 === 0 ? 'calico' : 'cilium', ...(platform && { platform }) };
  });
  const report = {
    ...made,
    entries: [...clusters, { name: 'examples/node.yaml', source: 'files' as const }],
    gaps: [{ kind: 'sample' as const, what: 'var.cluster_name', why: 'no value is given', entries: ['aws'] }],
  };
  const [first, second, ...others] = made.findings;
  if (first === undefined || second === undefined) throw new Error('the run has findings');
  return {
    report,
    base: { ...made, findings: [{ ...first, fingerprint: '0'.repeat(32) }, second, ...others] },
  };
}

it('has the grid, and the findings that are new, old and gone', () => {
  const { report, base } = onPlatforms();
  const context = { ...commentOptions, base: { report: base, commit: 'ba5e'.padEnd(40, '0') } };
  expect(comment(report, context)).toBe(fixture('comment.md'));
});

it('is short when all is clean', () => {
  const { report } = onPlatforms();
  const results = report.entries.map(({ name }) => ({
    stage: 'units' as const,
    entry: name,
    subject: 'controller',
    outcome: { status: 'passed' as const },
  }));
  const clean = { ...report, findings: [], suppressed: [], leftOut: [], gaps: [], results };
  expect(comment(clean, commentOptions)).toBe(fixture('all-clean.md'));
});

describe('the verdict', () => {
  const verdict = (report: Report, failOn: 'error' | 'never' = 'error'): string | undefined =>
    comment(report, { ...commentOptions, failOn }).split('\n')[2];
  const finished = { ...handMadeRun, results: [], leftOut: [] };

  it.each<[string, Report, 'error' | 'never', string]>([
    ['findings', assembleReport(finished), 'error', '### ❌ windtunnel: 2 errors, 1 warning, 1 note'],
    [
      'findings that may pass',
      assembleReport(finished),
      'never',
      '### ✅ windtunnel: passed, with 2 errors, 1 warning, 1 note',
    ],
    [
      'a stage that failed',
      assembleReport({ ...handMadeRun, problems: [] }),
      'error',
      '### ⛔ windtunnel: not everything could be checked',
    ],
    ['nothing', assembleReport({ ...finished, problems: [] }), 'error', '### ✅ windtunnel: all clean'],
  ])('names %s', (_, report, failOn, line) => {
    expect(verdict(report, failOn)).toBe(line);
  });
});

describe('against a base', () => {
  const line = (report: Report, base: Report): string | undefined =>
    comment(report, { ...commentOptions, base: { report: base, commit: 'ba5e'.padEnd(40, '0') } })
      .split('\n')
      .find((each) => each.startsWith('Against base'));
  const report = assembleReport({ ...handMadeRun, results: [], leftOut: [] });

  it('counts what is gone', () => {
    expect(line({ ...report, findings: [] }, report)).toBe('Against base ba5e000000: 0 new, 0 old, 4 gone.');
  });

  it('does not call gone what is suppressed', () => {
    const suppressed = report.findings.map((finding) => ({
      finding,
      by: 'comment' as const,
      reason: 'known',
    }));
    expect(line({ ...report, findings: [], suppressed }, report)).toContain('0 gone.');
  });

  it('doubts what is new where the base could not be checked', () => {
    const failed = assembleReport({ ...handMadeRun, problems: [] });
    expect(line(report, failed)).toBe(
      'Against base ba5e000000: 4 new, 0 old, 0 gone. Not everything of the base could be checked: what is new here may be older.',
    );
  });
});

describe('the grid', () => {
  const row = (entries: readonly MatrixEntry[], start: string): string | undefined =>
    comment(assembleReport({ ...handMadeRun, entries }), commentOptions)
      .split('\n')
      .find((line) => line.startsWith(`| ${start}`));
  const aws: MatrixEntry = {
    name: 'aws',
    source: 'terraform',
    platform: 'aws',
    os: 'flatcar',
    networking: 'cilium',
  };

  it('tells entries of one cell apart by what differs', () => {
    const entries: MatrixEntry[] = [
      { ...aws, arch: 'amd64' },
      { ...aws, name: 'azure', arch: 'arm64' },
    ];
    expect(row(entries, 'aws, flatcar, amd64')).toBe(
      '| aws, flatcar, amd64 | ❌ 2 errors, 1 warning, 1 note |',
    );
    expect(row(entries, 'aws, flatcar, arm64')).toBe(
      '| aws, flatcar, arm64 | ⛔ failed, 1 error, 1 stage skipped |',
    );
  });

  it('shows the worst of entries that nothing tells apart', () => {
    expect(row([aws, { ...aws, name: 'azure' }], 'aws')).toBe(
      '| aws, flatcar | ⛔ failed, 1 error, 1 stage skipped (worst of 2 entries) |',
    );
  });

  it('does not call an entry clean that nothing has looked at', () => {
    expect(row([{ ...aws, name: 'nobody' }], 'aws')).toBe('| aws, flatcar | ➖ nothing checked |');
  });

  it('has 256 entries', () => {
    const entries = Array.from(
      { length: 256 },
      (_, index): MatrixEntry => ({
        ...aws,
        name: `entry-${index}`,
        networking: ['calico', 'cilium', 'flannel', 'none'][index % 4] ?? '',
        kubernetes: `1.${Math.floor(index / 4)}`,
      }),
    );
    const text = comment(assembleReport({ ...handMadeRun, entries }), commentOptions);
    expect(text.match(/➖ nothing checked/g)).toHaveLength(256);
    expect(text).not.toContain('not shown');
  });
});

describe('the marker', () => {
  const { marker } = commentOptions;

  it('is the first line, and is read again', () => {
    const text = comment(handMadeReport(), commentOptions);
    expect(text.startsWith(`${writeMarker(marker)}\n`)).toBe(true);
    expect(readMarker(text)).toEqual(marker);
    expect(readMarker(text.replaceAll('\n', '\r\n'))).toEqual(marker);
  });

  it.each(['> ', ' ', '\n', 'see: '])('is not read after %j, as in a quotation', (before) => {
    expect(readMarker(before + writeMarker(marker))).toBeUndefined();
  });

  it('differs by workflow, job and config', () => {
    const identities = [
      { workflow: 'a', job: 'b', config: 'c' },
      { workflow: 'ab', job: '', config: 'c' },
      { workflow: 'a', job: 'b', config: '' },
      { workflow: '-->', job: '<script>', config: '\n' },
    ].map(commentIdentity);
    expect(new Set(identities).size).toBe(4);
    for (const identity of identities) expect(readMarker(writeMarker({ ...marker, identity }))).toBeDefined();
  });

  it.each(['', 'main', `${head} -->`, 'C0FFEE'.padEnd(40, '0')])('takes no commit %j', (commit) => {
    expect(() => writeMarker({ ...marker, head: commit })).toThrow('marker');
  });
});
