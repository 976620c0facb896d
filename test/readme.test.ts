import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { quickstartPicture } from '../scripts/generate-picture.ts';
import { codeBlocks } from './support/markdown-pages.ts';
import { workspaceWith } from './support/workspace.ts';

const root = path.resolve(import.meta.dirname, '..');

/** A command of a page, with the comment behind it. */
interface PageCommand {
  readonly command: string;
  readonly exitCode: number;
  /** Why it is not run here; the page says so. */
  readonly notRun: string | undefined;
}

describe.each(codeBlocks('sh').map((block) => [block.page, block] as const))('%s', (_, { text }) => {
  const commands = text.trimEnd().split('\n').map(readCommand);
  const run = commands.filter(({ notRun }) => notRun === undefined);

  test(run.map(({ command }) => command).join('; ') || 'a block that is not run', () => {
    const folder = clone();
    for (const { command, exitCode } of run) {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
        cwd: path.join(folder, 'windtunnel'),
        env: { PATH: `${path.join(folder, 'bin')}:${process.env['PATH'] ?? ''}`, HOME: folder },
        encoding: 'utf8',
      });
      expect.soft(status, `${command}\n${stdout}${stderr}`).toBe(exitCode);
    }
    for (const { notRun } of commands) expect(notRun ?? 'a reason').not.toBe('');
  });
});

test('the first command of the README finds something of each severity', () => {
  const [first] = codeBlocks('sh');
  expect(first?.page).toBe('README.md');
  expect(first?.text).toMatch(/^node dist\/cli\.js check examples\/quickstart /);
  const folder = clone();
  const { stdout } = spawnSync('sh', ['-c', first?.text ?? ''], {
    cwd: path.join(folder, 'windtunnel'),
    env: { PATH: process.env['PATH'] ?? '' },
    encoding: 'utf8',
  });
  for (const severity of ['error', 'warning', 'note'])
    expect(stdout).toMatch(new RegExp(`^${severity}\\[`, 'm'));
});

test('the picture is what the program prints', () => {
  expect(readFileSync(path.join(root, 'docs/quickstart.svg'), 'utf8')).toBe(quickstartPicture());
});

/** `command   # exits with 1`, or `command   # not run by the tests: why`; 0 where nothing is said. */
function readCommand(line: string): PageCommand {
  const [command = '', comment = ''] = line.split(/\s+# /, 2);
  return {
    command,
    exitCode: Number(/^exits with (\d)$/.exec(comment)?.[1] ?? 0),
    notRun: /^not run by the tests: ?(.*)$/.exec(comment)?.[1],
  };
}

/** What somebody has who cloned the repository and ran `npm link`, without the packages of the development. */
function clone(): string {
  const folder = workspaceWith({});
  const repository = path.join(folder, 'windtunnel');
  for (const name of ['package.json', 'dist', 'examples', 'schemas']) {
    cpSync(path.join(root, name), path.join(repository, name), { recursive: true });
  }
  expect(existsSync(path.join(repository, 'node_modules'))).toBe(false);
  mkdirSync(path.join(folder, 'bin'));
  chmodSync(path.join(repository, 'dist/cli.js'), 0o755);
  symlinkSync(path.join(repository, 'dist/cli.js'), path.join(folder, 'bin/windtunnel'));
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  for (const args of [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', 'examples'],
    [...identity, 'commit', '--quiet', '--message=first'],
    ['remote', 'add', 'origin', repository],
  ])
    execFileSync('git', args, { cwd: repository });
  return folder;
}
