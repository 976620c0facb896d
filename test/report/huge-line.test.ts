import { expect, test } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import type { Report } from '../../src/model/report.ts';
import { reporters } from '../../src/report/index.ts';
import { readReportFile } from '../../src/report-file/read-report-file.ts';
import { handMadeRun, plainOptions } from './hand-made-run.ts';
import { controls, hugeLine } from './hostile-texts.ts';
import { parseHtml } from './html-tree.ts';
import { parseXml } from './parse-xml.ts';
import { mention, proseOf, renderMarkdown } from './render-markdown.ts';

/** A finding whose message and source are a line of a megabyte, beside an ordinary one. */
function reportWithHugeLine(): Report {
  const report = assembleReport({
    ...handMadeRun,
    problems: [
      ...handMadeRun.problems,
      {
        check: 'unit/unknown-directive',
        stage: 'units',
        severity: 'error',
        message: hugeLine,
        origin: { file: 'configs/huge.yaml', line: 1, column: 500_000, endLine: 1, endColumn: 500_010 },
        entry: 'aws',
      },
    ],
    readText: (file) => (file === 'configs/huge.yaml' ? `${hugeLine}\nnext` : undefined),
  });
  const at = { machines: ['m'], entries: ['aws'] };
  return {
    ...report,
    difference: {
      entries: [{ name: 'aws', status: 'changed' }],
      changes: [
        {
          ...at,
          path: '/etc/huge',
          status: 'changed',
          lines: ['@@ -1 +1 @@', `-${hugeLine}`, '+x'],
          added: 1,
          removed: 1,
          leftOut: 0,
        },
      ],
    },
    rendered: [{ ...at, path: '/etc/huge', text: hugeLine }],
  };
}

function render(format: string): string {
  const reporter = reporters.find((each) => each.format === format);
  if (reporter === undefined) throw new Error(`no reporter ${format}`);
  return reporter.render(reportWithHugeLine(), plainOptions);
}

test('a line of a megabyte leaves the other findings in the terminal, without a control character', () => {
  const text = render('terminal');
  expect(text).toContain('configs/huge.yaml');
  expect(text.replaceAll('\n', '')).not.toMatch(controls);
  for (const { message } of assembleReport(handMadeRun).findings)
    expect(text.replace(/\s+/g, ' ')).toContain(message.slice(0, 30));
});

test('a line of a megabyte comes back from JSON and SARIF', () => {
  expect(readReportFile(render('json')).kind).toBe('report');
  expect(JSON.parse(render('sarif'))).toMatchObject({ version: '2.1.0' });
});

test('a line of a megabyte is one text in XML', () => {
  expect(parseXml(render('junit')).documentElement?.tagName).toBe('testsuites');
});

test('a line of a megabyte gives one annotation', () => {
  const lines = render('github').split('\n');
  expect(lines.filter((line) => line.includes('configs/huge.yaml'))).toHaveLength(1);
  expect(lines.filter((line) => /^::error file=x/.test(line))).toEqual([]);
});

test('a line of a megabyte is no markup and no mention in the summary, which stays within its limit', () => {
  const text = render('markdown');
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
  const html = renderMarkdown(text);
  expect(html).not.toMatch(/<b>|<wide/);
  expect(proseOf(html)).not.toMatch(mention);
});

test('a line of a megabyte is no markup on the page', () => {
  const tree = parseHtml(render('html'));
  expect(tree.errors).toEqual([]);
  expect(tree.elements.map(({ tagName }) => tagName)).not.toEqual(expect.arrayContaining(['wide']));
  expect(tree.elements.map(({ tagName }) => tagName)).not.toEqual(expect.arrayContaining(['b']));
});
