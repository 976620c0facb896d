import { describe, expect, it } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import { html } from '../../src/report/html.ts';
import { plainOptions } from './hand-made-run.ts';
import { attribute, byClass, byName, parseHtml, words } from './html-tree.ts';

const mebibyte = 1_048_576;
const source = Array.from({ length: 400 }, (_, index) => `line ${index}: ${'abcde '.repeat(30)}`).join('\n');

/** A page of 5,000 findings over 256 entries, every hundredth an error, the others warnings. */
function largePage(message: string): string {
  const entries = Array.from({ length: 256 }, (_, index) => ({
    name: `modules/cluster-${index} networking=cilium`,
    source: 'terraform' as const,
    platform: 'aws' as const,
    networking: 'cilium',
  }));
  const problems = Array.from({ length: 5_000 }, (_, index) => index).flatMap((index) =>
    entries.slice(0, index % 40).map(({ name }) => ({
      check: 'unit/unknown-directive',
      stage: 'units' as const,
      severity: index % 100 === 99 ? ('error' as const) : ('warning' as const),
      message: `${index} ${message}`,
      origin: { file: 'a.yaml', line: 1 + (index % 400), column: 3 },
      entry: name,
    })),
  );
  const leftOut = Array.from({ length: 5_000 }, (_, index) => ({
    file: `${index}.yaml`,
    status: 'failed' as const,
    reason: `${index} ${message}`,
  }));
  const gaps = leftOut.map(({ reason }) => ({
    kind: 'sample' as const,
    what: reason,
    why: reason,
    entry: 'a',
  }));
  return html.render(
    assembleReport({
      version: '0.1.0',
      entries,
      files: ['a.yaml'],
      objects: 0,
      problems,
      results: [],
      leftOut,
      gaps,
      readText: () => source,
    }),
    plainOptions,
  );
}

describe.each([
  ['short messages', 'Unknown directive', true],
  ['long messages', 'Unknown directive '.repeat(400), false],
  ['messages that grow sixfold when escaped', '"'.repeat(5_000), false],
])('a page of 5,000 findings with %s', (_, message, hasRoomForAll) => {
  const page = largePage(message);
  const tree = parseHtml(page);
  const findings = byClass(tree, 'finding');
  const withSource = findings.map((finding) => byName(finding, 'pre').length > 0);
  const lines = byName(tree, 'p').map(words);
  // A finding on no entry is not one: every fortieth.
  const all = 4_875;

  it('stays below 16 MiB', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(16 * mebibyte);
    expect(tree.errors).toEqual([]);
  });

  it('has all findings, or the worst of them and how many are missing', () => {
    const notShown = lines.filter((line) => line.includes(' not shown: a page has room for 8 MiB'));
    expect(findings.length === all).toBe(hasRoomForAll);
    expect(notShown).toHaveLength(hasRoomForAll ? 0 : 1);
    if (!hasRoomForAll) expect(notShown[0]).toMatch(new RegExp(`^${all - findings.length} findings `));
    const groups = byClass(tree, 'group').map((group) => attribute(group, 'data-severity'));
    expect(groups).toEqual(['error', 'warning']);
  });

  it('has the source of the worst, and says how many are without', () => {
    const first = withSource.indexOf(false);
    const without = withSource.filter((has) => !has).length;
    const said = lines.filter((line) => line.includes(' shown without source: a page has room for 4 MiB'));
    expect(said).toHaveLength(without > 0 ? 1 : 0);
    if (without > 0) {
      expect(said[0]).toMatch(new RegExp(`^${without} findings `));
      expect(first).toBe(findings.length - without);
    }
    expect(hasRoomForAll ? without : 0).toBeGreaterThanOrEqual(hasRoomForAll ? 1 : 0);
    expect(withSource[0]).toBe(true);
  });

  it('says how much is missing of what was not checked and what was made up', () => {
    const [reasons = '', values = ''] = lines.filter((line) =>
      /^\d+ more (?:reasons|values) not shown/.test(line),
    );
    if (hasRoomForAll) expect([reasons, values]).toEqual(['', '']);
    else
      expect([Number.parseInt(reasons, 10), Number.parseInt(values, 10)].every((left) => left > 1_000)).toBe(
        true,
      );
  });
});
