import { describe, expect, it, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { displayWidth } from '../../src/report/display-width.ts';
import { github } from '../../src/report/github.ts';
import { junit } from '../../src/report/junit.ts';
import { markdown } from '../../src/report/markdown.ts';
import { terminal } from '../../src/report/terminal.ts';
import { comparedReport, kubeletChange } from './compared-report.ts';
import { plainOptions } from './hand-made-run.ts';
import { largeRun } from './large-run.ts';
import { proseOf, renderMarkdown } from './render-markdown.ts';
import { readRunnerCommand } from './runner-command.ts';

const against = 'Against base ba5e000000: 1 new, 3 old, 1 gone, 1 could not be looked for again.';
const rendered = 'Rendered: 2 of 6 entries changed, 1 the same, 1 added, 1 removed, 1 could not be compared';

function withChange(change: Partial<typeof kubeletChange>): Report {
  const report = comparedReport();
  const { entries = [] } = report.difference ?? {};
  return { ...report, difference: { entries, changes: [{ ...kubeletChange, ...change }] } };
}

describe('the terminal', () => {
  const print = (report: Report, width = 100, color = false): string =>
    terminal.render(report, { ...plainOptions, width, color });

  it('says what is new, and what is gone', () => {
    const text = print(comparedReport());
    expect(text).toContain(`\n${against}\n`);
    expect(text).toContain(
      '\n  gone: error[unit/unknown-directive] configs/controller.yaml:9:9, in entry aws\n',
    );
    expect(text).toContain('\n  not looked for again: error[unit/unknown-directive] configs/broken.yaml:1:1');
    const isNew = text.split('\n\n').map((section) => section.includes('= new: the base does not have it'));
    expect(isNew.slice(0, 4)).toEqual([true, false, false, false]);
  });

  it('shows what is rendered otherwise, with few lines of each', () => {
    const text = print(comparedReport());
    expect(text).toContain(`\n${rendered}\n`);
    expect(text).toContain(
      '\n  /etc/systemd/system/kubelet.service: in 2 entries, on controller, worker, +1 -1\n    in 2 entries: aws, azure\n    @@ -1,4 +1,4 @@\n     [Service]\n    -ExecStart=/usr/bin/kubelet --v=2\n    +ExecStart=/usr/bin/kubelet --v=4\n',
    );
    const long = ['@@ -0,0 +1,60 @@', ...Array.from({ length: 60 }, (_, index) => `+line ${index}`)];
    const cut = print(withChange({ lines: long, added: 60, removed: 0 }));
    expect(cut.match(/^ {4}\+line /gm)).toHaveLength(39);
    expect(cut).toContain('\n    21 more lines of this diff not shown\n');
  });

  it('breaks long lines of a diff where the line ends, and loses nothing', () => {
    const line = `+${'名前 value '.repeat(30)}end`;
    const text = print(withChange({ lines: ['@@ -1 +1 @@', line], removed: 0 }), 60);
    for (const each of text.split('\n')) expect(displayWidth(each)).toBeLessThanOrEqual(60);
    const diff = text.slice(text.indexOf('@@ -1 +1 @@'), text.indexOf('stage        passed'));
    expect(diff.replace(/\n {4}/g, '')).toContain(line);
  });

  it('colours lines that come and go, and their second row', () => {
    const esc = '\u001b';
    const text = print(withChange({ lines: ['-old', `+${'x'.repeat(80)}`] }), 60, true);
    expect(text).toContain(`    ${esc}[31m-old${esc}[0m\n`);
    expect(text).toContain(
      `    ${esc}[32m+${'x'.repeat(55)}${esc}[0m\n    ${esc}[32m${'x'.repeat(25)}${esc}[0m\n`,
    );
  });

  it('stays short where 5,000 changes reach 256 entries, and shows those that reach most', () => {
    const text = print(largeRun('Unknown directive'));
    const section = text.slice(text.indexOf('Rendered: '));
    expect(section.split('\n').length).toBeLessThan(600);
    expect(section).toContain('\n  /etc/file-4980: in 250 entries');
    expect(section).toContain('\n  4900 more changes not shown; the json report has all\n');
    expect(text).toContain('\n  and 980 more of the base\n');
  });
});

describe('the summary', () => {
  const print = (report: Report): string => markdown.render(report, plainOptions);
  const cells = (text: string): string[][] =>
    Array.from(renderMarkdown(text).matchAll(/<tr>(.*?)<\/tr>/gs), ([, row = '']) =>
      Array.from(row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs), ([, cell = '']) => proseOf(cell)),
    );

  it('has a column for what is new and old, the worst first', () => {
    const rows = cells(print(comparedReport())).slice(0, 5);
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['Severity', 'Base'],
      ['❌ error', 'new'],
      ['❌ error', 'old'],
      ['⚠️ warning', 'old'],
      ['ℹ️ note', 'old'],
    ]);
  });

  it('says what is gone and what is rendered otherwise', () => {
    const prose = proseOf(renderMarkdown(print(comparedReport())));
    expect(prose).toContain(against);
    expect(prose).toContain(
      '1 finding of the base gone, 1 finding of the base could not be looked for again',
    );
    expect(prose).toContain(`${rendered}.`);
    expect(prose).toContain(
      '/etc/systemd/system/kubelet.service: in 2 entries, on controller, worker, +1 -1',
    );
  });

  it.each([
    ['short texts', 'Unknown directive'],
    ['texts that grow when escaped', '|'.repeat(900)],
    ['texts of fences', '`'.repeat(900)],
    ['texts of what cannot be seen', '\u202e'.repeat(900)],
  ])('stays within 1 MiB with 5,000 findings and 5,000 changes of %s, led by the worst', (_, text) => {
    const body = print(largeRun(text));
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(1_048_576);
    expect(Buffer.byteLength(body)).toBeGreaterThan(1_048_576 * 0.9);
    const severities = Array.from(
      body.matchAll(/^\| \S+ (\w+) \| (\w+) \|/gm),
      ([, word, state]) => `${state} ${word}`,
    );
    const order = ['new error', 'old error', 'new warning', 'old warning', 'new note', 'old note'];
    expect(severities.length).toBeGreaterThan(90);
    expect(severities).toEqual(severities.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    const changes = body.match(/^<details><summary>\/etc\/file-/gm)?.length ?? 0;
    expect(body).toContain(`\n${5000 - changes} changes not shown: a summary has room for 1 MiB.`);
    expect(body.match(/<details>/g)?.length).toBe(body.match(/<\/details>/g)?.length);
    expect(body).toContain('\n### Stages\n');
  });

  it('has as much of the difference as of the sources where both are large', () => {
    const body = print(largeRun('Unknown directive'));
    const section = body.slice(body.indexOf('### Rendered difference'), body.indexOf('### Stages'));
    expect(Buffer.byteLength(section)).toBeGreaterThan(200_000);
    expect(section).toMatch(/^<details><summary>\/etc\/file-4980: in 250 entries/m);
  });
});

describe('annotations', () => {
  it('are of new findings first, of each kind', () => {
    const report = largeRun('Unknown directive');
    const known = new Set(report.base?.findings.map(({ fingerprint }) => fingerprint));
    const newLines = new Set(
      report.findings
        .filter(({ fingerprint }) => !known.has(fingerprint))
        .map(({ origin }) => String(origin.line)),
    );
    const commands = github
      .render(report, plainOptions)
      .split('\n')
      .flatMap((line) => readRunnerCommand(line) ?? []);
    const names = commands.map(({ name }) => name);
    expect(
      ['error', 'warning', 'notice'].map((name) => names.filter((each) => each === name).length),
    ).toEqual([10, 10, 10]);
    expect(commands.filter(({ properties }) => !newLines.has(properties['line'] ?? ''))).toEqual([]);
  });

  it('are of old findings where there is room', () => {
    const commands = github
      .render(comparedReport(), plainOptions)
      .split('\n')
      .flatMap((line) => readRunnerCommand(line) ?? []);
    expect(commands.map(({ properties }) => properties['file'])).toContain('snippets/memory.yaml');
  });
});

test('JUnit has the same cases with a base and without', () => {
  const { base: _, difference: __, rendered: ___, ...report } = comparedReport();
  expect(junit.render(comparedReport(), plainOptions)).toBe(junit.render(report, plainOptions));
});
