import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import type { MatrixEntry } from '../../src/model/rendered-cluster.ts';
import type { RenderedDifference } from '../../src/model/rendered-difference.ts';
import type { Report } from '../../src/model/report.ts';
import { commentIdentity, readMarker, writeMarker } from '../../src/report/comment/marker.ts';
import { comment, hasNews } from '../../src/report/comment.ts';
import { baseCommit, comparedReport, kubeletChange } from '../report/compared-report.ts';
import { cleanReport, handMadeReport, handMadeRun } from '../report/hand-made-run.ts';
import { commentOptions, head } from './comment-options.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
}

/** The compared run on five platforms, and a file beside them. */
function onPlatforms(): Report {
  const made = comparedReport();
  const platforms = ['aws', 'azure', 'bare-metal', 'hetzner', 'openstack'] as const;
  const clusters = made.entries.map((entry, index): MatrixEntry => {
    const platform = platforms[index];
    return { ...entry, networking: index % 2 === 0 ? 'calico' : 'cilium', ...(platform && { platform }) };
  });
  return {
    ...made,
    entries: [...clusters, { name: 'examples/node.yaml', source: 'files' }],
    gaps: [{ kind: 'sample', what: 'var.cluster_name', why: 'no value is given', entries: ['aws'] }],
  };
}

/** The same without a base, where everything passed. */
function clean(): Report {
  const { base: _, difference: __, rendered: ___, ...report } = onPlatforms();
  const results = report.entries.map(({ name }) => ({
    stage: 'units' as const,
    entry: name,
    subject: 'controller',
    outcome: { status: 'passed' as const },
  }));
  return { ...report, findings: [], suppressed: [], leftOut: [], gaps: [], results };
}

it('has the grid, the findings that are new, old and gone, and what is rendered otherwise', () => {
  expect(comment(onPlatforms(), commentOptions)).toBe(fixture('comment.md'));
});

it('is short when all is clean', () => {
  expect(comment(clean(), commentOptions)).toBe(fixture('all-clean.md'));
});

it('tells of what is gone when all is clean', () => {
  const { findings } = handMadeReport();
  const base = { commit: baseCommit, isComplete: true, findings };
  const text = comment({ ...clean(), base }, commentOptions);
  expect(text).toContain('\n### ✅ windtunnel: all clean\n');
  expect(text).toContain('\nAgainst base ba5e000000: 0 new, 0 old, 4 gone.\n');
  expect(text).toContain('<summary>4 findings of the base gone</summary>');
  expect(text.match(/^- (❌|⚠️|ℹ️) \*\*/gmu)).toHaveLength(4);
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
  const report = assembleReport({ ...handMadeRun, results: [], leftOut: [] });
  const base = { commit: baseCommit, isComplete: true, findings: report.findings };
  const line = (head: Report, isComplete = true): string | undefined =>
    comment({ ...head, base: { ...base, isComplete } }, commentOptions)
      .split('\n')
      .find((each) => each.startsWith('Against base'));

  it('counts what is gone', () => {
    expect(line({ ...report, findings: [] })).toBe('Against base ba5e000000: 0 new, 0 old, 4 gone.');
  });

  it('does not call gone what is suppressed', () => {
    const suppressed = report.findings.map((finding) => ({
      finding,
      by: 'comment' as const,
      reason: 'known',
    }));
    expect(line({ ...report, findings: [], suppressed })).toContain('0 gone.');
  });

  it.each<[string, Partial<Report>]>([
    [
      'an entry that failed',
      {
        results: [
          {
            stage: 'render',
            entry: 'aws',
            subject: 'aws',
            outcome: { status: 'failed', reason: 'it broke' },
          },
        ],
      },
    ],
    [
      'files that cannot be read',
      {
        leftOut: ['configs/controller.yaml', 'snippets/memory.yaml'].map((file) => ({
          file,
          status: 'failed',
          reason: 'permission denied',
        })),
      },
    ],
  ])('does not call gone what nobody looked for: %s', (_, failed) => {
    const head = { ...report, findings: [], ...failed };
    expect(line(head)).toBe(
      'Against base ba5e000000: 0 new, 0 old, 0 gone, 4 could not be looked for again.',
    );
    const text = comment({ ...head, base }, commentOptions);
    expect(text.match(/ \(could not be looked for again\)$/gm)).toHaveLength(4);
  });

  it('doubts what is new where the base could not be checked', () => {
    expect(line({ ...report }, false)).toBe(
      'Against base ba5e000000: 0 new, 4 old, 0 gone. Not everything of the base could be checked: what is new here may be older.',
    );
  });
});

describe('the rendered difference', () => {
  const same = { name: 'a', status: 'same' } as const;
  const changed = { name: 'b', status: 'changed' } as const;
  const sectionOf = (difference: RenderedDifference): string =>
    comment({ ...clean(), difference }, commentOptions).split('#### Rendered difference\n\n')[1] ?? '';
  const others = Array.from({ length: 23 }, (_, index) => ({ ...same, name: `e${index}` }));

  it.each<[string, RenderedDifference['entries'], string]>([
    ['one of 24', [changed, ...others], 'Rendered: 1 of 24 entries changed, 23 the same.'],
    [
      'none',
      others,
      'Rendered: the change changes nothing of what any machine, API server or operator receives (23 entries compared).',
    ],
    ['no entry at all', [], 'Rendered: there is no entry to compare.'],
    [
      'one that is new',
      [same, { name: 'c', status: 'added' }],
      'Rendered: none of 2 entries changed, 1 the same, 1 added.',
    ],
    [
      'one that nobody knows',
      [same, { name: 'c', status: 'unknown', reason: 'it broke' }],
      'Rendered: none of 2 entries known to have changed, 1 the same, 1 could not be compared.',
    ],
  ])('says so of %s', (_, entries, line) => {
    expect(sectionOf({ entries, changes: [] }).split('\n')[0]).toBe(line);
  });

  it('gives the reason for what could not be compared, once', () => {
    const unknown = ['c', 'd'].map((name) => ({ name, status: 'unknown' as const, reason: 'it broke' }));
    expect(sectionOf({ entries: [same, ...unknown], changes: [] })).toContain(
      '\n- 2 entries could not be compared, it broke: c, d\n',
    );
  });

  it('shows each change once, those of most entries first', () => {
    const paths = [1, 3, 2].map((count) => ({
      ...kubeletChange,
      path: `/in/${count}`,
      entries: others.slice(0, count).map(({ name }) => name),
    }));
    const entries = others.map(({ name }) => ({ name, status: 'changed' as const }));
    const text = sectionOf({ entries, changes: paths });
    expect(Array.from(text.matchAll(/<summary>(\S+): (.*)<\/summary>/g), ([, , rest]) => rest)).toEqual([
      'in 3 entries, on controller, worker, +1 -1',
      'in 2 entries, on controller, worker, +1 -1',
      'in 1 entry, on controller, worker, +1 -1',
    ]);
  });

  it('cannot be left by a fence in a line, and shows what is invisible', () => {
    const lines = ['@@ -1 +1,3 @@', '-a', '+`````', '+# heading', '+\u202e'];
    const change = { ...kubeletChange, lines, added: 3 };
    expect(sectionOf({ entries: [changed], changes: [{ ...change, entries: ['b'] }] })).toContain(
      '\n``````diff\n@@ -1 +1,3 @@\n-a\n+`````\n+# heading\n+\\u{202e}\n``````\n',
    );
  });

  it('says how much of a long diff is not shown', () => {
    const lines = ['@@ -0,0 +1,1990 @@', ...Array.from({ length: 1990 }, (_, index) => `+line ${index}`)];
    const change = { ...kubeletChange, lines, added: 2010, removed: 0, leftOut: 20, entries: ['b'] };
    const text = sectionOf({ entries: [changed], changes: [change] });
    const shown = text.match(/^\+line /gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(100);
    expect(text).toContain(`\n${2010 - shown} more lines of this diff not shown.\n`);
  });
});

describe('whether a pull request gets a first comment', () => {
  const { difference: _, ...report } = comparedReport();
  const difference = (status: 'same' | 'changed' | 'added' | 'removed'): RenderedDifference => ({
    entries: [{ name: 'a', status }],
    changes: [],
  });

  it.each<[string, Report, boolean]>([
    ['no finding', cleanReport, false],
    ['a finding', { ...cleanReport, findings: report.findings }, true],
    ['something that failed', { ...cleanReport, leftOut: report.leftOut }, true],
    [
      'a finding that is gone',
      { ...cleanReport, base: { commit: baseCommit, isComplete: true, findings: report.findings } },
      true,
    ],
    ['nothing that changes', { ...cleanReport, difference: difference('same') }, false],
    ['a change', { ...cleanReport, difference: difference('changed') }, true],
    ['an entry more', { ...cleanReport, difference: difference('added') }, true],
    ['an entry less', { ...cleanReport, difference: difference('removed') }, true],
    [
      'an entry that nobody could compare',
      {
        ...cleanReport,
        difference: { entries: [{ name: 'a', status: 'unknown', reason: 'b' }], changes: [] },
      },
      true,
    ],
  ])('for %s', (_name, some, expected) => {
    expect(hasNews(some)).toBe(expected);
  });
});

describe('the last line', () => {
  const last = (report: Report, context: object): string | undefined =>
    comment(report, { ...commentOptions, ...context })
      .trimEnd()
      .split('\n')
      .at(-1);

  it('has versions, commit and time', () => {
    const { reportUrl: _url, ...rest } = commentOptions;
    const versions = ['1.36', '1.9', undefined].map((kubernetes, index) => ({
      name: `${index}`,
      source: 'terraform' as const,
      ...(kubernetes && { kubernetes }),
    }));
    const report = { ...cleanReport, entries: versions };
    expect(comment(report, rest).trimEnd().split('\n').at(-1)).toBe(
      'windtunnel 0.1.0, Kubernetes 1.9, 1.36, commit c0ffee0000, posted 2026-11-21 22:07 UTC',
    );
    expect(last(cleanReport, {})).not.toContain('Kubernetes');
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

  it('counts entries of one cell that end alike', () => {
    const entries = ['nobody', 'no one'].map((name) => ({ ...aws, name }));
    expect(row(entries, 'aws')).toBe('| aws, flatcar | ➖ nothing checked (2 entries) |');
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
