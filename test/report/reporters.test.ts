import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import { reporters } from '../../src/report/index.ts';
import { cleanReport, handMadeReport, handMadeRun, plainOptions } from './hand-made-run.ts';

/** What each reporter prints for the hand-made run, written down to be read. */
const expected: Readonly<Record<string, string>> = {
  terminal: 'terminal.txt',
  json: 'report.json',
  sarif: 'report.sarif',
  junit: 'junit.xml',
  github: 'github.txt',
  markdown: 'summary.md',
  html: 'report.html',
};

function render(format: string, report = handMadeReport()): string {
  const reporter = reporters.find((one) => one.format === format);
  if (reporter === undefined) throw new Error(`no reporter ${format}`);
  return reporter.render(report, plainOptions);
}

it('has a fixture for each format, in the order of the help', () => {
  expect(reporters.map(({ format }) => format)).toEqual(Object.keys(expected));
});

describe.each(Object.entries(expected))('%s', (format, file) => {
  it('prints the hand-made run', () => {
    expect(render(format)).toBe(readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8'));
  });

  it('ends with one line end', () => {
    expect(render(format)).toMatch(/[^\n]\n$/);
  });

  it('prints the same bytes in whatever order a run came in', () => {
    const { suppressed } = handMadeReport();
    for (const seed of [1, 2, 3, 4, 5]) {
      const shuffled = assembleReport({
        ...handMadeRun,
        entries: shuffle(handMadeRun.entries, seed),
        files: shuffle(handMadeRun.files, seed),
        problems: shuffle([...handMadeRun.problems], seed),
        results: shuffle(handMadeRun.results, seed),
        leftOut: shuffle(handMadeRun.leftOut, seed),
      });
      expect(render(format, { ...shuffled, suppressed })).toBe(render(format));
    }
  });
});

test.each([
  [
    'terminal',
    `stage        passed  findings  skipped  not applicable  failed
translate         1         -        -               -       -

no findings in 1 file
`,
  ],
  ['github', ''],
  [
    'junit',
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="windtunnel" tests="1" failures="0" errors="0" skipped="0">
  <testsuite name="translate" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="translate" name="configs/controller.yaml"/>
  </testsuite>
</testsuites>
`,
  ],
  [
    'markdown',
    `## windtunnel: ✅ clean

no findings in 1 file

### Stages

| Stage | Passed | Findings | Skipped | Not applicable | Failed |
| --- | ---: | ---: | ---: | ---: | ---: |
| translate | 1 | 0 | 0 | 0 | 0 |
`,
  ],
])('%s says that all is well', (format, text) => {
  expect(render(format, cleanReport)).toBe(text);
});

/** Swaps by a small generator of numbers: the same order for the same seed. */
function shuffle<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  return items
    .map((item) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return { item, key: state };
    })
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
