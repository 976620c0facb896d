import { expect, it } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
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
    { stage: 'translate', results: { ...none, passed: 2 } },
    { stage: 'merge', results: { ...none, findings: 1 } },
    { stage: 'user-data', results: { ...none, skipped: 1, 'not-applicable': 1 } },
    { stage: 'units', results: { ...none, findings: 2 } },
    { stage: 'contents', results: { ...none, failed: 1 } },
  ]);
});

it('groups what was not checked by its reason, the worst first', () => {
  const { notChecked } = summarise(
    assembleReport({
      ...handMadeRun,
      results: [
        { stage: 'units', entry: 'b', subject: 'b', outcome: { status: 'skipped', reason: 'no time' } },
        { stage: 'units', entry: 'a', subject: 'm', outcome: { status: 'skipped', reason: 'no time' } },
        {
          stage: 'merge',
          entry: 'a',
          subject: 'm',
          outcome: { status: 'not-applicable', reason: 'no time' },
        },
        { stage: 'contents', entry: 'a', subject: 'm', outcome: { status: 'failed', reason: 'crash' } },
      ],
    }),
  );
  expect(notChecked).toEqual([
    { status: 'failed', stage: undefined, reason: 'permission denied', names: ['configs/broken.yaml'] },
    { status: 'failed', stage: 'contents', reason: 'crash', names: ['m in a'] },
    {
      status: 'skipped',
      stage: undefined,
      reason: 'template; the terraform source renders it',
      names: ['templates/worker.yaml'],
    },
    { status: 'skipped', stage: 'units', reason: 'no time', names: ['b', 'm in a'] },
    { status: 'not-applicable', stage: 'merge', reason: 'no time', names: ['m in a'] },
  ]);
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
    '2 errors, 1 warning, 1 note in 2 files, 2 could not be checked',
  );
  expect(headline(summarise(cleanReport))).toBe('no findings in 1 file');
});
