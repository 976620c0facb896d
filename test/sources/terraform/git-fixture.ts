import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import path from 'node:path';
import { tempFolder } from '../temp-workspace.ts';

/** True where there is a git to test with. */
export const hasGit = isThere();

function isThere(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A real repository in a folder of its own. */
export interface Repository {
  readonly folder: string;
  /** Writes files (a link where the text begins with `-> `) and commits them; gives the commit. */
  commit(files: Readonly<Record<string, string>>): string;
  git(...args: string[]): string;
  /** Writes a tree from lines as `git ls-tree` prints them; gives its hash. */
  makeTree(lines: string): string;
}

export function makeRepository(): Repository {
  const folder = tempFolder();
  const run = (args: readonly string[], input = ''): string => {
    const identity = [
      '-c',
      'user.name=Test',
      '-c',
      'user.email=test@example.com',
      '-c',
      'commit.gpgsign=false',
    ];
    const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull };
    const options = { cwd: folder, env, input, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', [...identity, ...args], options).trim();
  };
  const git = (...args: string[]): string => run(args);
  git('init', '--quiet', '--initial-branch=main');
  const commit = (files: Readonly<Record<string, string>>): string => {
    for (const [file, text] of Object.entries(files)) {
      const target = path.join(folder, file);
      mkdirSync(path.dirname(target), { recursive: true });
      if (text.startsWith('-> ')) symlinkSync(text.slice(3), target);
      else writeFileSync(target, text);
    }
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message=change');
    return git('rev-parse', 'HEAD');
  };
  return { folder, commit, git, makeTree: (lines) => run(['mktree'], `${lines}\n`) };
}

/**
 * An environment of its own: an empty cache, and a git that finds these repositories, by folder, at URLs that begin
 * with what each is given for.
 */
export function gitEnvironment(
  repositories: Readonly<Record<string, Repository>> = {},
): Record<string, string> {
  const home = tempFolder();
  const config = Object.entries(repositories).map(
    ([url, { folder }]) => `[url "${folder}"]\n\tinsteadOf = ${url}\n`,
  );
  writeFileSync(path.join(home, 'gitconfig'), config.join(''));
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: path.join(home, 'gitconfig'),
    WINDTUNNEL_CACHE: path.join(home, 'cache'),
  };
}
