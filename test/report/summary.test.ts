import { expect, it } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import type { Stage, StageResult } from '../../src/model/stage.ts';
import { resultWord, summarise } from '../../src/model/summary.ts';
import { headline } from '../../src/report/wording.ts';
import { cleanReport, handMadeReport, handMadeRun } from './hand-made-run.ts';

it('counts findings, files, machines, entries, failures and what was suppressed', () => {
  expect(summarise(handMadeReport())).toMatchObject({
    counts: { error: 2, warning: 1, note: 1 },
    files: 2,
    machines: 3,
    entries: 5,
    suppressed: { config: 0, comment: 1, baseline: 0 },
    failed: 2,
  });
});

it('keeps the five ways a stage ends apart', () => {
  const none = { passed: 0, findings: 0, skipped: 0, 'not-applicable': 0, failed: 0 };
  expect(summarise(handMadeReport()).stages).toEqual([
    { stage: 'render', results: none },
    { stage: 'translate', results: { ...none, passed: 3 } },
    { stage: 'merge', results: { ...none, findings: 1 } },
    { stage: 'user-data', results: { ...none, skipped: 1, 'not-applicable': 1 } },
    { stage: 'units', results: { ...none, findings: 2 } },
    { stage: 'contents', results: { ...none, failed: 1 } },
    { stage: 'kubernetes', results: { ...none, passed: 1 } },
  ]);
});

const skippedFor = (reason: string) => (stage: Stage, entry: string, subject: string) => ({
  stage,
  entry,
  subject,
  outcome: { status: 'skipped' as const, reason },
});

function notCheckedOf(results: readonly StageResult[]) {
  return summarise(assembleReport({ ...handMadeRun, results })).notChecked;
}

it('groups what was not checked by its reason, the worst first, without what does not apply', () => {
  const noTime = skippedFor('no time');
  const notChecked = notCheckedOf([
    noTime('units', 'b', 'b'),
    noTime('units', 'a', 'm'),
    {
      stage: 'merge',
      entry: 'a',
      subject: 'm',
      outcome: { status: 'not-applicable', reason: 'no time' },
    },
    { stage: 'contents', entry: 'a', subject: 'm', outcome: { status: 'failed', reason: 'crash' } },
  ]);
  expect(notChecked.map(({ status, stages, reason, names }) => [status, stages, reason, names])).toEqual([
    ['failed', [], 'permission denied', ['configs/broken.yaml']],
    ['failed', ['contents'], 'crash', ['m in a']],
    ['skipped', [], 'template; the terraform source renders it', ['templates/worker.yaml']],
    ['skipped', ['units'], 'no time', ['b', 'm in a']],
  ]);
});

it('tells a cause once for all the stages that it keeps the same machines from', () => {
  const broken = skippedFor('the config does not translate');
  const notChecked = notCheckedOf([
    broken('contents', 'a', 'a'),
    broken('merge', 'a', 'a'),
    broken('units', 'a', 'a'),
    broken('contents', 'b', 'b'),
    broken('merge', 'b', 'b'),
  ]).filter(({ stages }) => stages.length > 0);
  expect(notChecked.map(({ stages, names }) => [stages, names])).toEqual([
    [
      ['merge', 'contents'],
      ['a', 'b'],
    ],
    [['units'], ['a']],
  ]);
});

it('counts a failure for each of its stages', () => {
  const crash = (stage: Stage): StageResult => ({
    stage,
    entry: 'a',
    subject: 'a',
    outcome: { status: 'failed', reason: 'crash' },
  });
  const report = assembleReport({
    ...handMadeRun,
    results: [crash('units'), crash('contents')],
    leftOut: [],
  });
  expect(summarise(report)).toMatchObject({ failed: 2, notChecked: [{ stages: ['units', 'contents'] }] });
});

it('takes what a machine fetches at first boot for no machine', () => {
  const results: StageResult[] = [
    { stage: 'translate', entry: 'a', subject: 'a', outcome: { status: 'passed' } },
    skippedFor('fetched by the machine itself')('merge', 'a', 'https://example.com/b.ign'),
  ];
  const { machines, notChecked } = summarise(assembleReport({ ...handMadeRun, results, leftOut: [] }));
  expect(machines).toBe(1);
  expect(notChecked).toMatchObject([{ names: ['https://example.com/b.ign in a'], holdsForAll: false }]);
});

it('has the word that belongs to the exit code', () => {
  const withoutFailure = { ...handMadeReport(), results: [], leftOut: [] };
  expect(resultWord(handMadeReport(), 'error')).toBe('failed');
  expect(resultWord(withoutFailure, 'error')).toBe('findings');
  expect(resultWord(withoutFailure, 'never')).toBe('clean');
  expect(resultWord(cleanReport, 'note')).toBe('clean');
});

it('says it in one line', () => {
  expect(headline(summarise(handMadeReport()))).toBe(
    '2 errors, 1 warning, 1 note in 2 files with 12 Kubernetes objects, 2 could not be checked',
  );
  expect(headline(summarise(cleanReport))).toBe('no findings in 1 file');
});
