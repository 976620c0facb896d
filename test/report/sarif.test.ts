import { gzipSync } from 'node:zlib';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { describe, expect, it, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { escapeSarifMessage, escapeSarifUri } from '../../src/report/escape-sarif.ts';
import { sarif } from '../../src/report/sarif.ts';
import { comparedReport } from './compared-report.ts';
import { cleanReport, handMadeReport, plainOptions } from './hand-made-run.ts';
import { hostileOptions, hostileReport } from './hostile-report.ts';
import { controls, hostileTexts } from './hostile-texts.ts';
import { largeRun } from './large-run.ts';

// The schema is draft 4; but for these two keywords it says the same in draft 7. Its patterns are not Unicode's.
const { $schema: _, id: __, ...schema } = sarifSchema;
const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
const validate = ajv.compile(schema);

interface Log {
  readonly runs: readonly {
    readonly results: readonly Record<string, unknown>[];
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
    }[];
  }[];
}

function readLog(text: string): Log['runs'][number] {
  const log: unknown = JSON.parse(text);
  expect(validate(log), ajv.errorsText(validate.errors)).toBe(true);
  // Valid by the schema, so it has this shape.
  const [run] = (log as Log).runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

describe('the log is valid SARIF 2.1.0', () => {
  test.each([
    ['hand-made', handMadeReport(), plainOptions],
    ['clean', cleanReport, plainOptions],
    ['hostile', hostileReport(), hostileOptions],
  ])('of a %s report', (_name, report, options) => {
    const text = sarif.render(report, options);
    expect(readLog(text).results).toHaveLength(report.findings.length + report.suppressed.length);
    expect(text).not.toMatch(controls);
  });

  it('and the schema refuses what is not', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
  });
});

it('says whether everything could be checked', () => {
  const [failed] = readLog(sarif.render(handMadeReport(), plainOptions)).invocations;
  const [clean] = readLog(sarif.render(cleanReport, plainOptions)).invocations;
  expect(failed?.executionSuccessful).toBe(false);
  expect(clean?.executionSuccessful).toBe(true);
});

it.each([
  ['config', 'external'],
  ['baseline', 'external'],
  ['comment', 'inSource'],
] as const)('tells a finding suppressed by %s as %s', (by, kind) => {
  const [finding] = handMadeReport().findings;
  if (finding === undefined) throw new Error('no finding');
  const report: Report = { ...cleanReport, suppressed: [{ finding, by, reason: 'known' }] };
  const [result] = readLog(sarif.render(report, plainOptions)).results;
  expect(result?.suppressions).toEqual([{ kind, status: 'accepted', justification: 'known' }]);
});

it('has at most 25,000 results, and says how many are left out', () => {
  const [finding] = handMadeReport().findings;
  if (finding === undefined) throw new Error('no finding');
  const report: Report = { ...cleanReport, findings: Array.from({ length: 25_003 }, () => finding) };
  const run = readLog(sarif.render(report, plainOptions));
  expect(run.results).toHaveLength(25_000);
  expect(run.invocations[0]?.toolExecutionNotifications[0]?.message.text).toBe(
    '3 of 25003 results are left out: code scanning refuses more than 25000. The json report has all.',
  );
});

describe('against a base', () => {
  it('tells new findings from old ones, and has no result for what is gone', () => {
    const report = comparedReport();
    const { results } = readLog(sarif.render(report, plainOptions));
    expect(results.map(({ baselineState }) => baselineState)).toEqual([
      'new',
      'unchanged',
      'unchanged',
      'unchanged',
      'new',
    ]);
    expect(results).toHaveLength(report.findings.length + report.suppressed.length);
  });

  it('and without one says nothing', () => {
    const [result] = readLog(sarif.render(handMadeReport(), plainOptions)).results;
    expect(result).not.toHaveProperty('baselineState');
  });
});

describe('5,000 findings in 256 entries', () => {
  const text = sarif.render(largeRun('Unknown directive'), plainOptions);
  const { results } = readLog(text);

  it('are an upload that code scanning takes', () => {
    expect(results).toHaveLength(5_000);
    expect(gzipSync(text).length).toBeLessThan(10_000_000 / 4);
  });

  it('are led by the worst, for readers that cut', () => {
    const levels = results.map(({ level }) => String(level));
    const order = ['error', 'warning', 'note'];
    expect(levels).toEqual(levels.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(new Set(levels)).toEqual(new Set(order));
  });
});

it('keeps the worst where there are more than 25,000', () => {
  const { findings } = handMadeReport();
  const [error] = findings.filter(({ severity }) => severity === 'error');
  const [note] = findings.filter(({ severity }) => severity === 'note');
  if (!error || !note) throw new Error('there are both');
  const many = [...Array.from({ length: 25_000 }, () => note), error];
  const { results } = readLog(sarif.render({ ...cleanReport, findings: many }, plainOptions));
  expect(results[0]?.level).toBe('error');
  expect(results).toHaveLength(25_000);
});

it('has at most 100 related places, and no text beyond 4,000 characters', () => {
  const [finding] = handMadeReport().findings;
  if (!finding) throw new Error('no finding');
  const long = 'x'.repeat(100_000);
  const related = Array.from({ length: 1_001 }, () => ({ origin: finding.origin, message: long }));
  const text = sarif.render(
    { ...cleanReport, findings: [{ ...finding, message: long, related, rendered: long, entries: [long] }] },
    plainOptions,
  );
  expect(readLog(text).results[0]?.relatedLocations).toHaveLength(100);
  expect(text).not.toContain('x'.repeat(4_001));
});

describe('untrusted text', () => {
  test.each(hostileTexts.map((text) => [text]))('%j is a message without links and arguments', (text) => {
    const escaped = escapeSarifMessage(text);
    expect(escaped).not.toMatch(/(?<!\\)\]\(/);
    expect(escaped.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/\{\d+\}/);
    expect(escaped).not.toMatch(controls);
  });

  it.each([
    ['[a](b) and \\[c]', '\\[a\\](b) and \\\\\\[c\\]'],
    ['in [Service]', 'in [Service]'],
    ['{0} of {name}', '{{0}} of {{name}}'],
    ['a {name}', 'a {name}'],
  ])('escapes %j only as far as it must', (text, escaped) => {
    expect(escapeSarifMessage(text)).toBe(escaped);
  });

  test.each(hostileTexts.map((text) => [text]))(
    '%j is a relative URI that leads back to the file',
    (text) => {
      const uri = escapeSarifUri(text);
      expect(uri).toMatch(/^(?:[\w\-.!~*'()/]|%[0-9A-F]{2})*$/);
      expect(decodeURIComponent(uri)).toBe(text.replace(/\p{Cs}/gu, '\ufffd'));
    },
  );

  it('keeps the folders of a path', () => {
    expect(escapeSarifUri('my configs/a#1?.yaml')).toBe('my%20configs/a%231%3F.yaml');
  });
});
