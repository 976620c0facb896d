import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFolder, findingPlaces } from '../support/read-report.ts';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';
import { clean, withError, withWarning } from './configs.ts';

const known = withError.replace(
  'stroage',
  '# windtunnel: ignore translate/unused-key the next version has it\nstroage',
);

describe('--baseline', () => {
  test('keeps what was there out, and nothing that is new', async () => {
    const folder = workspaceWith({ 'a.bu': withError, 'b.bu': withWarning });
    const written = await runCli(['check', '--quiet', '--write-baseline', 'known/baseline.json'], {
      cwd: folder,
    });
    expect(written.code).toBe(0);
    expect(written.stdout).toContain('1 error, 1 warning in 2 files\n');
    expect(written.stderr).toBe('wrote 2 findings to known/baseline.json\n');

    const use = ['--fail-on', 'note', '--baseline', 'known/baseline.json'];
    const again = await checkFolder(folder, ...use);
    expect([again.code, again.report.findings]).toEqual([0, []]);

    // Lines that move are no new finding; a further mistake is one.
    writeFileSync(path.join(folder, 'a.bu'), `# moved\n${withError}sytemd: {}\n`);
    const later = await checkFolder(folder, ...use);
    expect(later.code).toBe(1);
    expect(findingPlaces(later.report)).toEqual(['translate/unused-key a.bu:5:1']);
  });

  test('of windtunnel.yaml may be written by the first run, and by later ones with what it held', async () => {
    const folder = workspaceWith({ 'a.bu': withError, 'windtunnel.yaml': 'baseline: known.json\n' });
    const write = () => runCli(['check', '--quiet', '--write-baseline', 'known.json'], { cwd: folder });
    const read = () => readFileSync(path.join(folder, 'known.json'), 'utf8');
    const first = await write();
    expect({ code: first.code, stderr: first.stderr }).toEqual({
      code: 0,
      stderr: 'wrote 1 finding to known.json\n',
    });
    const text = read();
    expect((await checkFolder(folder)).code).toBe(0);
    expect((await write()).stderr).toBe('wrote 1 finding to known.json\n');
    expect(read()).toBe(text);
  });

  test('hides nothing that could not be checked', async () => {
    const folder = workspaceWith({ 'a.bu': withError, 'b.bu': Buffer.from([0xff, 0xfe, 0, 0, 0xd8]) });
    const { code } = await runCli(['check', '--write-baseline', 'known.json', 'a.bu', 'b.bu'], {
      cwd: folder,
    });
    expect(code).toBe(3);
  });
});

describe('a comment', () => {
  test('takes a finding out, and its stage passed', async () => {
    const { code, report } = await checkFolder(workspaceWith({ 'a.bu': known }), '--fail-on', 'note');
    expect([code, report.findings]).toEqual([0, []]);
    expect(report.results[0]).toEqual({
      entry: 'a.bu',
      stage: 'translate',
      subject: 'a.bu',
      status: 'passed',
    });
  });

  test('is counted on the terminal', async () => {
    const { stdout } = await runCli(['check'], { cwd: workspaceWith({ 'a.bu': known }) });
    expect(stdout).toMatch(/\n1 suppressed: 1 by comments\nno findings in 1 file\n$/);
    expect(stdout).toMatch(/^translate +1 +- +- +- +-$/m);
  });

  test('without a reason has no effect', async () => {
    const text = withError.replace('{}', '{} # windtunnel: ignore translate/unused-key');
    const { report } = await checkFolder(workspaceWith({ 'a.bu': text }));
    expect(findingPlaces(report)).toEqual([
      'translate/unused-key a.bu:3:1',
      'config/suppression-without-reason a.bu:3:13',
    ]);
  });
});

describe('suppressions of windtunnel.yaml', () => {
  const settings = (more: string) =>
    `suppressions:\n  - check: translate/unused-key\n    reason: known\n${more}`;

  test.each([
    ['everywhere', '', 0],
    ['for some files', '    paths: ["a.*"]\n', 0],
    ['for an entry', '    entries: [a.bu]\n', 0],
    ['for other files', '    paths: ["b.*"]\n', 1],
    ['up to a day that is over', '    until: 2020-12-31\n', 1],
    ['up to a day to come', '    until: 9999-12-31\n', 0],
  ])('%s', async (_, more, expected) => {
    const files = { 'a.bu': withError, 'b.bu': clean, 'windtunnel.yaml': settings(more) };
    expect((await checkFolder(workspaceWith(files))).code).toBe(expected);
  });

  test('that have expired, or are not needed, are findings of their own', async () => {
    const files = {
      'a.bu': withError,
      'windtunnel.yaml': settings('    until: 2020-12-31\n  - {check: unit/syntax, reason: none}\n'),
    };
    const { report } = await checkFolder(workspaceWith(files));
    expect(findingPlaces(report)).toEqual([
      'translate/unused-key a.bu:3:1',
      'config/expired-suppression windtunnel.yaml:4:5',
      'config/unused-suppression windtunnel.yaml:5:5',
    ]);
  });

  test('are not judged by a part of the folder', async () => {
    const files = { 'a.bu': clean, 'b/b.bu': withError, 'windtunnel.yaml': settings('') };
    const { code, report } = await checkFolder(workspaceWith(files), '--fail-on', 'note', 'a.bu');
    expect([code, report.findings]).toEqual([0, []]);
  });
});
