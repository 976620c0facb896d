import { describe, expect, it, test } from 'vitest';
import type { RenderedChange } from '../../src/model/rendered-difference.ts';
import type { Report } from '../../src/model/report.ts';
import { html } from '../../src/report/html.ts';
import { cleanReport, plainOptions } from './hand-made-run.ts';
import { byClass, byName, type HtmlTree, parseHtml, words } from './html-tree.ts';

const mebibyte = 1_048_576;
const entries = Array.from({ length: 256 }, (_, index) => ({
  name: `modules/cluster-${index} networking=cilium`,
  source: 'terraform' as const,
  platform: 'aws' as const,
}));
const names = entries.map(({ name }) => name);

function change(index: number, lines: readonly string[]): RenderedChange {
  return {
    path: `/etc/kubernetes/manifests/${index}.yaml`,
    machines: ['controller'],
    entries: names.slice(index % 200, (index % 200) + 50),
    status: 'changed',
    lines,
    added: 1,
    removed: 1,
    leftOut: 0,
  };
}

function pageOf(report: Partial<Report>): { readonly page: string; readonly tree: HtmlTree } {
  const page = html.render({ ...cleanReport, entries, ...report }, plainOptions);
  return { page, tree: parseHtml(page) };
}

function linesOf(tree: HtmlTree, pattern: RegExp): string[] {
  return byName(tree, 'p')
    .map(words)
    .filter((line) => pattern.test(line));
}

describe.each([
  ['short lines', ['-a', '+b'], 5_000],
  ['long lines', Array.from({ length: 100 }, (_, line) => `+${line} ${'abcde '.repeat(20)}`), 1_500],
  ['lines that grow sixfold when escaped', Array.from({ length: 2_000 }, () => `+${'"'.repeat(120)}`), 1_000],
  ['one line of a megabyte each', [`+${'x'.repeat(mebibyte)}`], 100],
])('a page of many differences with %s', (_, lines, count) => {
  const changes = Array.from({ length: count }, (_, index) => change(index, lines));
  const difference = { entries: names.map((name) => ({ name, status: 'changed' as const })), changes };
  const { page, tree } = pageOf({ difference });
  const shown = byClass(tree, 'change');
  const withLines = shown.filter((one) => byName(one, 'pre').length > 0).length;

  it('has room for them', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(9 * mebibyte);
    expect(tree.errors).toEqual([]);
  });

  it('names all of them', () => {
    expect(shown).toHaveLength(count);
    expect(linesOf(tree, / not shown: a page has room/)).toEqual([]);
  });

  it('has lines of as many as fit, and says how many are without', () => {
    const [said = ''] = linesOf(tree, / shown without lines: a page has room for 4 MiB of them/);
    expect(Number.parseInt(said, 10) || 0).toBe(count - withLines);
    expect(withLines).toBeGreaterThanOrEqual(Math.min(count, 1_000));
  });
});

test('differences with endless names are cut, and counted', () => {
  const long = '"'.repeat(1_000);
  const changes = Array.from({ length: 5_000 }, (_, index) => ({
    ...change(index, []),
    path: `${index} ${long}`,
    machines: [long],
  }));
  const { page, tree } = pageOf({ difference: { entries: [], changes } });
  expect(Buffer.byteLength(page)).toBeLessThan(5 * mebibyte);
  const left = 5_000 - byClass(tree, 'change').length;
  expect(linesOf(tree, / differences not shown/)).toEqual([
    `${left} differences not shown: a page has room for 8 MiB of them. The json report has all.`,
  ]);
});

test('a huge difference does not take the room of those behind it', () => {
  const huge = Array.from({ length: 2_000 }, () => `+${'"'.repeat(1_500)}`);
  const changes = Array.from({ length: 40 }, (_, index) => change(index, index < 39 ? huge : ['-a', '+b']));
  const { tree } = pageOf({ difference: { entries: [], changes } });
  const shown = byClass(tree, 'change').flatMap((one) => byName(one, 'pre').map((pre) => words(pre).length));
  expect(shown).toHaveLength(40);
  expect(shown.at(-1)).toBe('-a +b'.length);
  expect(Math.min(...shown.slice(0, 39))).toBeGreaterThan(10_000);
});

test('a difference that is cut says how much of it is missing', () => {
  const lines = Array.from({ length: 2_000 }, (_, line) => `+${line} ${'x'.repeat(1_000)}`);
  const { tree } = pageOf({ difference: { entries: [], changes: [change(0, lines)] } });
  const [pre] = byName(tree, 'pre');
  const shown = pre ? words(pre).split(' +').length : 0;
  expect(linesOf(tree, /more lines not shown here/)).toEqual([
    `${2_000 - shown} more lines not shown here. The json report has more.`,
  ]);
});

describe.each([
  ['small', 'key: value\n'.repeat(20), 3_000],
  ['large', 'key: value\n'.repeat(100_000), 100],
  ['growing', '"<>&'.repeat(50_000), 100],
])('a page of many %s files', (_, text, count) => {
  const rendered = Array.from({ length: count }, (_entry, index) => ({
    path: `/etc/${index}`,
    machines: [`machine-${index % 7}`],
    entries: names,
    text,
  }));
  const { page, tree } = pageOf({ rendered });
  const listings = byClass(tree, 'listing');
  const withText = listings.filter((one) => byName(one, 'pre').length > 0).length;

  it('has room for them, and says what is missing', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(9 * mebibyte);
    expect(tree.errors).toEqual([]);
    const [missing = ''] = linesOf(tree, / not shown: a page has room for 1 MiB of their names/);
    expect(Number.parseInt(missing, 10) || 0).toBe(count - listings.length);
    const [without = ''] = linesOf(tree, / shown without text: a page has room for 4 MiB of it/);
    expect(Number.parseInt(without, 10) || 0).toBe(listings.length - withText);
    expect(withText).toBeGreaterThan(3);
  });
});

test('thousands of gone findings and entries have limits of their own', () => {
  const long = 'x'.repeat(3_000);
  const gone = Array.from({ length: 5_000 }, (_, index) => ({
    check: 'unit/unknown-directive',
    stage: 'units' as const,
    severity: 'error' as const,
    message: `${index} ${long}`,
    origin: { file: 'a.yaml', line: 1, column: 1 },
    entries: [],
    fingerprint: index.toString(16).padStart(32, '0'),
  }));
  const compared = Array.from({ length: 5_000 }, (_, index) => ({
    name: `${index} ${long}`,
    status: 'unknown' as const,
    reason: long,
  }));
  const { page, tree } = pageOf({
    base: { commit: 'a'.repeat(40), isComplete: true, findings: gone },
    difference: { entries: compared, changes: [] },
  });
  expect(Buffer.byteLength(page)).toBeLessThan(4 * mebibyte);
  expect(linesOf(tree, /^\d+ more findings not shown\. The json report has all\.$/)).toHaveLength(1);
  expect(linesOf(tree, /^\d+ more not shown\. The json report has all\.$/)).toHaveLength(1);
});
