import { chmodSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFolder } from '../support/read-report.ts';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';
import { clean, slowConfig, withError, withNote, withWarning } from './configs.ts';

/** The codes that people read of, by their words. */
const documented = Object.fromEntries(
  Array.from(
    readFileSync(new URL('../../docs/exit-codes.md', import.meta.url), 'utf8').matchAll(
      /^\| (\d) \| (\w+) \|/gm,
    ),
    ([, code, word = '']) => [word, Number(code)],
  ),
);

test('four are documented', () => {
  expect(documented).toEqual({ clean: 0, findings: 1, usage: 2, failed: 3 });
});

const found = { 'an error': withError, 'a warning': withWarning, 'a note': withNote, nothing: clean };

describe.each([
  ['--fail-on error', ['an error']],
  ['--fail-on warning', ['an error', 'a warning']],
  ['--fail-on note', ['an error', 'a warning', 'a note']],
  ['--fail-on never', []],
  ['', ['an error']],
])('%s', (option, failing) => {
  test.each(Object.entries(found))('%s', async (what, text) => {
    const { code, report } = await checkFolder(
      workspaceWith({ 'a.bu': text }),
      ...option.split(' ').filter(Boolean),
    );
    expect(report.findings.map(({ severity }) => severity)).toEqual(
      what === 'nothing' ? [] : [what.split(' ')[1]],
    );
    const word = failing.includes(what) ? 'findings' : 'clean';
    expect({ code, word: report.result }).toEqual({ code: documented[word], word });
  });
});

test('fail-on of windtunnel.yaml counts, and the command line wins', async () => {
  const folder = workspaceWith({ 'a.bu': withWarning, 'windtunnel.yaml': 'fail-on: warning\n' });
  expect((await checkFolder(folder)).code).toBe(1);
  expect((await checkFolder(folder, '--fail-on', 'error')).code).toBe(0);
});

describe('something that could not be checked', () => {
  test('is said with 3, also with --fail-on never and beside findings', async () => {
    const folder = workspaceWith({ 'a.bu': withError, 'b.bu': Buffer.from([0xff, 0xfe, 0, 0, 0xd8]) });
    const { code, report } = await checkFolder(folder, '--fail-on', 'never', 'a.bu', 'b.bu');
    expect([code, report.result]).toEqual([documented['failed'], 'failed']);
    expect(report.findings).toHaveLength(1);
    expect(report.leftOut).toMatchObject([{ file: 'b.bu', status: 'failed' }]);
  });

  test.runIf(process.getuid?.() !== 0)('a file that may not be read', async () => {
    const folder = workspaceWith({ 'a.bu': clean, 'b.bu': clean });
    chmodSync(`${folder}/b.bu`, 0);
    const { code, report } = await checkFolder(folder);
    expect(code).toBe(3);
    expect(report.leftOut).toEqual([{ file: 'b.bu', status: 'failed', reason: 'permission denied' }]);
  });

  test('a config that takes too long; the others are checked', async () => {
    const folder = workspaceWith({ 'a.bu': withError, 'slow.bu': slowConfig(), 'z.bu': withWarning });
    const { code, report } = await checkFolder(folder, '--timeout', '1');
    expect(code).toBe(3);
    expect(
      report.results.filter(({ subject, status }) => subject === 'slow.bu' && status !== 'skipped'),
    ).toEqual([
      {
        entry: 'slow.bu',
        stage: 'translate',
        subject: 'slow.bu',
        status: 'failed',
        reason: 'took longer than 1 s',
      },
    ]);
    expect(report.findings.map(({ origin }) => origin.file)).toEqual(['a.bu', 'z.bu']);
  });
});

test('wrong use is said with 2, and no report', async () => {
  const { code, stdout } = await runCli(['check', 'nowhere'], { cwd: workspaceWith({}) });
  expect({ code, stdout }).toEqual({ code: documented['usage'], stdout: '' });
});
