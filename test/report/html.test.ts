import { createHash } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import type { Origin } from '../../src/model/origin.ts';
import type { Report } from '../../src/model/report.ts';
import { html } from '../../src/report/html.ts';
import { cleanReport, describeCheck, handMadeReport, handMadeRun, plainOptions } from './hand-made-run.ts';
import { matrixReport } from './html-matrix-report.ts';
import { attribute, byClass, byName, type HtmlTree, parseHtml, textOf, words } from './html-tree.ts';

function treeOf(report: Report): HtmlTree {
  return parseHtml(html.render(report, plainOptions));
}

/** Words of each cell of a table's rows, headers included. */
function rowsOf(tree: HtmlTree, table: number): string[][] {
  const found = byName(tree, 'table')[table];
  if (!found) throw new Error(`the page has no table ${table}`);
  return byName(found, 'tr').map((row) => [...byName(row, 'th'), ...byName(row, 'td')].map(words));
}

/** Words of what stands under a heading. */
function sectionText(tree: HtmlTree, id: string): string {
  const section = byName(tree, 'section').find((one) => attribute(one, 'aria-labelledby') === id);
  if (!section) throw new Error(`the page has no section ${id}`);
  return words(section);
}

describe('the page of a matrix', () => {
  const tree = treeOf(matrixReport());

  it('has a cell for each platform and networking, a line for each entry, with a sign and words', () => {
    expect(rowsOf(tree, 0)).toEqual([
      ['Platform', 'calico', 'cilium', 'no networking'],
      [
        'aws, fedora-coreos',
        '✕ 1 error, 1 warning controllers=1 ✕ 1 error controllers=3',
        '✕ 1 error controllers=1 ✕ 1 error controllers=3',
        'no entry',
      ],
      [
        'azure, fedora-coreos',
        '✕ 1 error controllers=1 ✕ 1 error controllers=3',
        '✕ 1 error controllers=1 ! failed, 1 error controllers=3',
        'no entry',
      ],
      ['bare-metal, flatcar', '✓ clean, 1 stage skipped', 'no entry', 'no entry'],
      ['hetzner, flatcar', 'no entry', 'no entry', '● 1 note'],
    ]);
  });

  it('counts the entries without a platform', () => {
    expect(sectionText(tree, 'entries')).toMatch(/Entries without a platform: ● 1 with notes ✓ 1 clean$/);
  });

  it('has the findings under their checks, the worst first', () => {
    const groups = byClass(tree, 'group').map((group) => [
      ...byName(group, 'h3').map(words),
      ...byName(group, 'h4').map(words),
    ]);
    expect(groups).toEqual([
      ['✕ error Unknown directive in a unit: unit/unknown-directive', 'Everywhere in modules.'],
      ['▲ warning Unit defined twice: machine/duplicate-unit', 'On aws only.'],
      [
        '● note Unknown directive in a unit: unit/unknown-directive',
        'In a file for hetzner.',
        'In a file without a platform.',
      ],
    ]);
  });

  it('says which entries a finding holds for, and names all of many in a fold', () => {
    const [everywhere, onAws] = byClass(tree, 'finding');
    if (!everywhere || !onAws) throw new Error('the page has findings');
    const first = 'aws/kubernetes networking=calico controllers=1';
    expect(byName(everywhere, 'dd').map(words)).toEqual([
      '8 of 12: all of aws/kubernetes, all of azure/kubernetes',
    ]);
    expect(byName(everywhere, 'summary').map(words)).toEqual(['Source, lines 18 to 21', 'All 8 entries']);
    expect(byName(everywhere, 'li')).toHaveLength(8);
    expect(byName(onAws, 'dd').map(words)).toEqual([first]);
    expect(byName(onAws, 'summary').map(words)).toEqual(['Source, lines 18 to 21']);
  });

  it('lists what was made up', () => {
    expect(rowsOf(tree, 2)).toEqual([
      ['Kind', 'What', 'Why', 'Entries'],
      [
        'placeholder',
        'aws_instance.controllers[0].private_ip',
        'its value is known after apply only modules/main.tf:3:1',
        '2',
      ],
    ]);
  });

  it('says what was not checked', () => {
    expect(sectionText(tree, 'not-checked')).toBe(
      'Not checked ! failed: rendering: no value for "region" (azure/kubernetes networking=cilium controllers=3) ' +
        '– skipped: user data: no limit is known (controller in metal/kubernetes)',
    );
  });
});

describe('the page of the hand-made run', () => {
  const tree = treeOf(handMadeReport());

  it('has why and what to do, the places that belong to it and the place on the machine', () => {
    const [unit, twice] = byClass(tree, 'group');
    const [directive] = unit ? byClass(unit, 'finding') : [];
    if (!unit || !directive || !twice) throw new Error('the page has findings');
    expect(words(unit)).toContain('Why systemd ignores a directive that it does not know');
    expect(words(unit)).toContain('Fix Correct the name, or prefix it with X-');
    expect(words(directive)).toContain('configs/controller.yaml:9:9');
    expect(words(directive)).toContain('On the machine kubelet.service line 2');
    expect(words(directive)).toContain('Fix Write `ExecStart`.');
    expect(words(twice)).toContain('See also configs/controller.yaml:5:13: first defined here');
  });

  it('has the stages, what was accepted, and versions', () => {
    expect(rowsOf(tree, 0)).toContainEqual(['merged Ignition', '0', '1', '0', '0', '0']);
    expect(rowsOf(tree, 1)[1]).toEqual([
      'error: Unknown directive "Restart" in [Service]. unit/unknown-directive',
      'configs/controller.yaml:10:9',
      'a comment',
      'a test of ours',
    ]);
    expect(byName(tree, 'footer').map(words)).toEqual([
      'Versions windtunnel 0.1.0 Kubernetes 1.36 (image quay.io/poseidon/kubelet:v1.36.1)',
    ]);
  });
});

describe.each([
  ['a matrix', matrixReport()],
  ['the hand-made run', handMadeReport()],
  ['a clean run', cleanReport],
])('any page, that of %s for one', (_, report) => {
  const tree = treeOf(report);

  it('has one heading of the first level, and skips none below', () => {
    const levels = tree.elements.flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? []).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('says what each header of a table is for, and uses no id twice', () => {
    for (const header of byName(tree, 'th')) expect(attribute(header, 'scope')).toMatch(/^(?:row|col)$/);
    const ids = tree.elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lets nothing load, and runs nothing but the style and the script that it holds', () => {
    const [policy] = byName(tree, 'meta').filter((meta) => attribute(meta, 'http-equiv'));
    const hash = (name: string): string =>
      byName(tree, name)
        .map((element) => `'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`)
        .join(' ');
    expect(policy && attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
    );
  });
});

it('says of a clean run that there is nothing', () => {
  const tree = treeOf(cleanReport);
  expect(byName(tree, 'title').map(textOf)).toEqual(['windtunnel: clean']);
  expect(sectionText(tree, 'findings')).toBe('Findings There are none.');
  expect(sectionText(tree, 'not-checked')).toBe('Not checked Nothing: all that applies was checked.');
  expect(byName(tree, 'form')).toEqual([]);
});

test.each([
  ['a range', '- name: küche', { column: 9, endColumn: 14 }, 'küche'],
  ['a place', '- name: x', { column: 9 }, 'x'],
  ['wide characters', '名前: 字字 # 字', { column: 5, endColumn: 7 }, '字字'],
  ['what follows a tab', 'a:\tb: c', { column: 4, endColumn: 5 }, 'b'],
  ['a place behind the end', 'abc', { column: 9 }, ' '],
  ['markup', 'a: <b>', { column: 4, endColumn: 7 }, '<b>'],
])('the source has marked %s', (_, line, place, marked) => {
  const origin: Origin = { file: 'a.yaml', line: 1, ...place };
  const problem = {
    check: 'unit/unknown-directive',
    stage: 'units',
    severity: 'error',
    message: 'm',
  } as const;
  const tree = treeOf(
    assembleReport({
      ...handMadeRun,
      problems: [{ ...problem, origin, entry: 'aws' }],
      readText: () => `${line}\n`,
    }),
  );
  expect(byName(tree, 'mark').map(textOf)).toEqual([marked]);
});

test('the name of a check is a link only to the web', () => {
  const describe = (id: string) => ({ ...describeCheck(id), url: 'javascript:alert(1)' });
  const page = html.render(handMadeReport(), { ...plainOptions, describe });
  const addresses = byName(parseHtml(page), 'a').map((link) => attribute(link, 'href'));
  expect(addresses).toEqual(['#findings']);
});
