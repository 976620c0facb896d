import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';

const packageFile = new URL('../../package.json', import.meta.url);

function run(...args: string[]) {
  return runCli(args, { cwd: workspaceWith({}) });
}

test.each([['--help'], ['-h'], ['help']])('%s names every command and exit code', async (argument) => {
  const { code, stdout, stderr } = await run(argument);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const command of ['check [PATH ...]', 'explain [CHECK]', 'init']) {
    expect(stdout).toContain(`\n  ${command} `);
  }
  expect(stdout.match(/^ {2}[0-3] {2}\S/gm)).toHaveLength(4);
});

test('without a command it is told on the standard error, as wrong use', async () => {
  const { code, stdout, stderr } = await run();
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('\nUsage: windtunnel COMMAND [OPTIONS]\n');
});

test.each([
  ['check', '--help', 'Usage: windtunnel check [PATH ...] [OPTIONS]\n'],
  ['explain', '-h', 'Usage: windtunnel explain [CHECK]\n'],
  ['init', '--help', 'Usage: windtunnel init [--forks]\n'],
])('%s %s has the help of the command', async (command, option, usage) => {
  const { code, stdout } = await run(command, option);
  expect(code).toBe(0);
  expect(stdout.startsWith(usage)).toBe(true);
});

test('the help of check names every option that it takes', async () => {
  const { stdout } = await run('check', '--help');
  for (const [option] of stdout.matchAll(/^ {2}(--[a-z-]+)/gm)) {
    const { stderr } = await run(
      'check',
      option.trim(),
      ...(option.trim() === '--quiet' ? [] : ['']),
      'nowhere',
    );
    expect(stderr).not.toContain('unknown option');
  }
});

test('--help behind -- is a path', async () => {
  const { code, stderr } = await run('check', '--', '--help');
  expect({ code, stderr }).toEqual({ code: 2, stderr: 'windtunnel: --help does not exist\n' });
});

test('--version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8'));
  expect(await run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

describe('a command that does not exist', () => {
  test.each([
    ['chekc', 'there is no command chekc; did you mean check?'],
    ['apply', 'there is no command apply; try --help'],
    ['constructor', 'there is no command constructor; try --help'],
    ['\u001b[31mred', 'there is no command \\u{1b}[31mred; try --help'],
  ])('%j', async (command, message) => {
    expect(await run(command)).toEqual({ code: 2, stdout: '', stderr: `windtunnel: ${message}\n` });
  });
});
