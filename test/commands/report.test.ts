import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runParts, runWithAllFormats } from '../report-file/run-parts.ts';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';
import { clean, withError, withNote, withWarning } from './configs.ts';

const examples = path.resolve(import.meta.dirname, '../../examples');

describe('the report of a run, printed again', () => {
  test.each(['quickstart', 'distribution'])(
    'is that of the run, in every format: examples/%s',
    async (name) => {
      const cwd = path.join(examples, name);
      const whole = await runWithAllFormats(['check', '--quiet'], cwd);
      const folder = workspaceWith({ 'report.json': whole.texts['json'] ?? '' });
      expect(await runWithAllFormats(['report', 'report.json'], folder)).toEqual(whole);
      const parts = await runParts(cwd, 2);
      expect(await runWithAllFormats(['report', ...parts], folder)).toEqual(whole);
    },
    120_000,
  );

  test.each([
    ['an error', withError, [], 1],
    ['a warning', withWarning, [], 0],
    ['a warning', withWarning, ['--fail-on', 'warning'], 1],
    ['a note', withNote, ['--fail-on', 'note'], 1],
    ['an error', withError, ['--fail-on', 'never'], 0],
    ['nothing', clean, [], 0],
    ['nothing, and a report is missing', clean, ['--expect', '2'], 3],
    ['an error, and a file is no report', withError, ['a.bu'], 3],
  ])('%s ends like check, or with 3 (%#)', async (_, config, args, code) => {
    const cwd = workspaceWith({ 'a.bu': config });
    await runCli(['check', '--format', 'json=a.json'], { cwd });
    expect((await runCli(['report', 'a.json', ...args], { cwd })).code).toBe(code);
  });

  test('as strictly as the run was told', async () => {
    const cwd = workspaceWith({ 'a.bu': withWarning });
    await runCli(['check', '--format', 'json=a.json', '--fail-on', 'warning'], { cwd });
    const { code, stdout } = await runCli(['report', 'a.json', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toBe(readFileSync(path.join(cwd, 'a.json'), 'utf8'));
  });
});

describe('a file that cannot be used is told, and what else there is', () => {
  test('by its name, without a path of the machine', async () => {
    const cwd = workspaceWith({
      'a.bu': withError,
      'reports/utf16.json': Buffer.from([0xff, 0xfe, 0x7b, 0x00]),
      'reports/empty.json': '',
    });
    await runCli(['check', '--format', 'json=reports/a.json'], { cwd });
    const elsewhere = path.join(workspaceWith({ 'far.json': '[]' }), 'far.json');
    const files = [
      'reports/a.json',
      'reports/utf16.json',
      'reports/empty.json',
      'reports',
      'none.json',
      elsewhere,
    ];
    const { code, stdout } = await runCli(['report', ...files, '--format', 'json'], { cwd });
    expect(code).toBe(3);
    const { leftOut, findings } = JSON.parse(stdout);
    const because = (reason: string) => `this report cannot be used: ${reason}`;
    expect(leftOut).toEqual([
      { file: 'far.json', status: 'failed', reason: because('it is no report of windtunnel') },
      { file: 'none.json', status: 'failed', reason: because('no such file') },
      {
        file: 'reports/empty.json',
        status: 'failed',
        reason: because('it is not JSON, or only the beginning of it'),
      },
      { file: 'reports/utf16.json', status: 'failed', reason: because('it is not UTF-8') },
    ]);
    expect(findings).toHaveLength(1);
    expect(stdout).not.toContain(path.dirname(cwd));
  });

  const fifo = spawnSync('mkfifo', ['--version']).status === 0;

  test.skipIf(!fifo)('a FIFO (needs mkfifo)', async () => {
    const cwd = workspaceWith({});
    spawnSync('mkfifo', [path.join(cwd, 'a.json')]);
    const { code, stdout } = await runCli(['report', 'a.json'], { cwd });
    expect(code).toBe(3);
    expect(stdout).toContain('it is no regular file');
  });

  test('a check that this version does not know', async () => {
    const cwd = workspaceWith({ 'a.bu': withError });
    await runCli(['check', '--format', 'json=a.json'], { cwd });
    const text = readFileSync(path.join(cwd, 'a.json'), 'utf8');
    const { check } = JSON.parse(text).findings[0];
    const later = workspaceWith({ 'a.json': text.replaceAll(`"${check}"`, '"unit/of-tomorrow"') });
    const { code, texts } = await runWithAllFormats(['report', 'a.json'], later);
    expect(code).toBe(1);
    for (const [format, printed] of Object.entries(texts))
      expect(printed, format).toContain('unit/of-tomorrow');
  });
});

test.each([
  [[], 'name the reports: windtunnel report FILE ...; `check --format json=FILE` writes one'],
  [['a', '--expect', '0'], '--expect: 0 is not a whole number from 1 to 999999'],
  [['a', '--expect', '257'], '--expect: 257 is more than 256'],
  [
    ['a', '--fail-on', 'errors'],
    '--fail-on: errors is none of error, warning, note, never; did you mean error?',
  ],
  [['a', '--fromat', 'json'], 'unknown option --fromat; did you mean --format?'],
])('%j is wrong use', async (args, message) => {
  const { code, stdout, stderr } = await runCli(['report', ...args], { cwd: workspaceWith({}) });
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `windtunnel: ${message}\n` });
});

describe('matrix --shards', () => {
  const cwd = () => workspaceWith({ 'a.bu': clean, 'b.bu': clean, 'c.bu': clean });

  test('names the parts and what each has; those without anything are left away', async () => {
    const { code, stdout } = await runCli(['matrix', '--json', '--shards', '2'], { cwd: cwd() });
    expect(code).toBe(0);
    const { include } = JSON.parse(stdout);
    expect(include.map(({ shard }: { shard: string }) => shard)).toEqual(['1/2', '2/2']);
    expect(include.flatMap((job: { entries: string[] }) => job.entries).sort()).toEqual([
      'a.bu',
      'b.bu',
      'c.bu',
    ]);
    const many = await runCli(['matrix', '--json', '--shards', '256'], { cwd: cwd() });
    expect(JSON.parse(many.stdout).include).toHaveLength(3);
    const nothing = await runCli(['matrix', '--json', '--shards', '4'], { cwd: workspaceWith({}) });
    expect(nothing.stdout).toBe('{"include":[{"shard":"1/4","entries":[]}]}\n');
  });

  test.each([
    [['--shards', '2'], '--shards: the parts are printed with --json'],
    [['--json', '--shards', '257'], '--shards: 257 is more than 256, the most that GitHub takes as a matrix'],
    [['--json', '--shards', 'x'], '--shards: x is not a whole number from 1 to 999999'],
  ])('%j is wrong use', async (args, message) => {
    const { code, stderr } = await runCli(['matrix', ...args], { cwd: cwd() });
    expect({ code, stderr }).toEqual({ code: 2, stderr: `windtunnel: ${message}\n` });
  });
});
