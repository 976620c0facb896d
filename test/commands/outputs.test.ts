import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';
import { clean, withError } from './configs.ts';

function check(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return runCli(['check', ...args], { cwd, env });
}

describe('--format', () => {
  test('may be given several times, to files and to the standard output', async () => {
    const folder = workspaceWith({ 'a.bu': withError });
    const outputs = ['sarif=out.sarif', 'json=report.json', 'json', 'junit=tests.xml', 'sarif=again.sarif'];
    const { code, stdout } = await check(
      folder,
      outputs.flatMap((output) => ['--format', output]),
    );
    expect(code).toBe(1);
    const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
    expect(JSON.parse(read('out.sarif'))).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { informationUri: 'https://github.com/windtunnel/windtunnel' } },
          results: [{ ruleId: 'translate/unused-key', level: 'error' }],
        },
      ],
    });
    expect(read('again.sarif')).toBe(read('out.sarif'));
    expect(read('report.json')).toBe(stdout);
    expect(read('tests.xml')).toContain('<failure message="1 error" type="error">');
    expect(readdirSync(folder).sort()).toEqual([
      'a.bu',
      'again.sarif',
      'out.sarif',
      'report.json',
      'tests.xml',
    ]);
  });

  test('to files only leaves the standard output empty', async () => {
    const folder = workspaceWith({ 'a.bu': withError });
    expect((await check(folder, ['--format', 'github=notes.txt'])).stdout).toBe('');
    expect(readFileSync(path.join(folder, 'notes.txt'), 'utf8')).toMatch(/^::error file=a\.bu,line=3,/);
  });

  test('makes the folders of its file', async () => {
    const folder = workspaceWith({ 'a.bu': clean });
    const { code } = await check(folder, ['--format', 'markdown=build/reports/of=today.md']);
    expect(code).toBe(0);
    expect(readFileSync(path.join(folder, 'build/reports/of=today.md'), 'utf8')).toMatch(
      /^## windtunnel: ✅ clean\n/,
    );
  });

  test.each([
    ['a folder has its name', 'taken', /^windtunnel: cannot write taken: EISDIR: [a-z ]+\n$/],
    [
      'a file stands where its folder should',
      'a.bu/out',
      /^windtunnel: cannot write a\.bu\/out: ENOTDIR: [a-z ]+\n$/,
    ],
    ['a link that leads nowhere does', 'gone/out', /^windtunnel: cannot write gone\/out: EEXIST: [a-z ]+\n$/],
  ])('says that it cannot write where %s', async (_, file, message) => {
    const folder = workspaceWith({ 'a.bu': clean });
    mkdirSync(path.join(folder, 'taken'));
    symlinkSync('nowhere', path.join(folder, 'gone'));
    for (const option of ['--format=json=', '--write-baseline=']) {
      const { code, stderr } = await check(folder, ['--quiet', option + file]);
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
    }
  });
});

const csi = '\u001b[';

describe('colour', () => {
  test.each([
    ['is off where nobody looks on', {}, false],
    ['is on with FORCE_COLOR', { FORCE_COLOR: '1' }, true],
    ['is off with FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['is off with NO_COLOR, whatever else is set', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['is on with an empty NO_COLOR, which counts as none', { NO_COLOR: '', FORCE_COLOR: '1' }, true],
  ])('%s', async (_, env, isOn) => {
    const { stdout } = await check(workspaceWith({ 'a.bu': withError }), [], env);
    expect(stdout).toContain('unknown key stroage');
    expect(stdout.includes(csi)).toBe(isOn);
  });

  test('never gets into a file', async () => {
    const folder = workspaceWith({ 'a.bu': withError });
    await check(folder, ['--format', 'terminal=out.txt'], { FORCE_COLOR: '1' });
    expect(readFileSync(path.join(folder, 'out.txt'), 'utf8')).not.toContain(csi);
  });
});

describe('the standard error', () => {
  test('has the time and nothing else', async () => {
    const { stderr } = await check(workspaceWith({ 'a.bu': withError }), []);
    expect(stderr).toMatch(/^checked in \d+\.\d\d s\n$/);
  });

  test('is empty with --quiet, and the report is the same', async () => {
    const folder = workspaceWith({ 'a.bu': withError });
    const quiet = await check(folder, ['--quiet']);
    expect(quiet.stderr).toBe('');
    expect(quiet.stdout).toBe((await check(folder, [])).stdout);
  });
});

test('the terminal says where more is to be read, and what was not checked', async () => {
  const files = {
    'a.bu': withError,
    'b.bu': clean,
    'broken.bu': 'variant: fcos\nversion: 1.5.0\nstorage: [\n',
  };
  const { stdout } = await check(workspaceWith(files), []);
  expect(stdout).toContain('  = more: windtunnel explain translate/unused-key\n');
  expect(stdout.slice(stdout.indexOf('Not checked'))).toBe(`Not checked
  skipped  merged Ignition, units, contents, Kubernetes: the config does not
    translate
    broken.bu
  skipped  user data: no platform or OS named (--platform, --os)

2 errors in 3 files
`);
});
