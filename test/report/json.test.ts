import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { OneLine, toJsonWithLists } from '../../src/report/escape-json.ts';
import { json } from '../../src/report/json.ts';
import { comparedReport } from './compared-report.ts';
import { cleanReport, handMadeReport, plainOptions } from './hand-made-run.ts';
import { hostileOptions, hostileReport } from './hostile-report.ts';
import { controls, hostileTexts } from './hostile-texts.ts';

const schema: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../schemas/report-v1.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
const validate = ajv.compile(schema);

/** Findings on suppressions hold for no entry. */
function ofNoEntry(): Report {
  const report = handMadeReport();
  return { ...report, findings: report.findings.map((finding) => ({ ...finding, entries: [] })) };
}

describe('the report fits its published schema', () => {
  test.each([
    ['hand-made', handMadeReport(), plainOptions],
    ['clean', cleanReport, plainOptions],
    ['hostile', hostileReport(), hostileOptions],
    ['compared with a base', comparedReport(), plainOptions],
    ['of a suppression', ofNoEntry(), plainOptions],
  ])('when %s', (_name, report, options) => {
    const text = json.render(report, options);
    expect(validate(JSON.parse(text)), ajv.errorsText(validate.errors)).toBe(true);
    expect(text).not.toMatch(controls);
  });

  it.each([
    ['a key that it does not know', { more: 1 }],
    ['another version', { schema: 2 }],
    ['a status of no stage', { results: [{ entry: 'a', stage: 'units', subject: 'b', status: 'perhaps' }] }],
    [
      'a skipped stage without a reason',
      { results: [{ entry: 'a', stage: 'units', subject: 'b', status: 'skipped' }] },
    ],
    [
      'a passed stage with a reason',
      { results: [{ entry: 'a', stage: 'units', subject: 'b', status: 'passed', reason: 'c' }] },
    ],
  ])('which refuses %s', (_name, change) => {
    expect(validate({ ...JSON.parse(json.render(cleanReport, plainOptions)), ...change })).toBe(false);
  });
});

it.each([
  ['error', 0],
  ['warning', 0],
  ['note', 1],
  ['never', 0],
] as const)('says what --fail-on %s makes of a note', (failOn, exitCode) => {
  const { findings } = handMadeReport();
  const report = { ...cleanReport, findings: findings.filter(({ severity }) => severity === 'note') };
  const result = exitCode === 0 ? 'clean' : 'findings';
  expect(JSON.parse(json.render(report, { ...plainOptions, failOn }))).toMatchObject({
    result,
    exitCode,
    failOn,
  });
});

test.each(hostileTexts.map((text) => [text]))(
  '%j reads back as it was, from text that is safe to print',
  (text) => {
    const written = toJsonWithLists({ [text]: [text] });
    expect(JSON.parse(written)).toEqual({ [text]: [text] });
    expect(written).not.toMatch(controls);
    expect(written).not.toMatch(/\p{Cf}(?<!\u200d)|\p{Cs}/u);
  },
);

it('lays out as JSON.stringify does, but for lists that are asked for on one line', () => {
  const value = {
    text: 'a "b" \\ {[,: ]}',
    empty: { list: [], object: {}, text: '' },
    list: [1, -2.5, true, null, ['a', { b: [] }]],
    gone: undefined,
  };
  expect(toJsonWithLists(value)).toBe(`${JSON.stringify(value, undefined, 2)}\n`);
  const lists = [new OneLine(['a\n b', 'c', '",\n "']), new OneLine([]), new OneLine([1, 'a', 20])];
  expect(toJsonWithLists(lists)).toBe(`[\n  ["a\\n b", "c", "\\",\\n \\""],\n  [],\n  [1,"a",20]\n]\n`);
  expect(JSON.parse(toJsonWithLists(lists))).toEqual(lists.map(({ items }) => items));
});
