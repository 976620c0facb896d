import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { workspaceWith } from '../support/workspace.ts';

export const config = 'variant: fcos\nversion: 1.5.0\n';

/** A repository as a checkout of a pull request leaves it, and its commits. */
export interface History {
  readonly folder: string;
  /** Where the branch left the main branch. */
  readonly fork: string;
  /** The newest commit of the main branch. */
  readonly main: string;
  /** The head of the pull request. */
  readonly head: string;
  /** GitHub's merge of the two. */
  readonly merge: string;
}

export function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

function commit(folder: string, file: string, text: string): string {
  writeFileSync(path.join(folder, file), text);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', `--message=${file}`);
  return git(folder, 'rev-parse', 'HEAD');
}

/** @param texts what stands in `a.bu`, which both sides have, and in `b.bu`, which the pull request adds */
export function history(
  texts: { readonly a: string; readonly b: string } = { a: config, b: config },
): History {
  const folder = workspaceWith({});
  git(folder, 'init', '--quiet', '--initial-branch=main');
  const fork = commit(folder, 'a.bu', texts.a);
  git(folder, 'checkout', '--quiet', '-b', 'fix');
  const head = commit(folder, 'b.bu', texts.b);
  git(folder, 'checkout', '--quiet', 'main');
  const main = commit(folder, 'c.bu', config);
  git(folder, 'checkout', '--quiet', '--detach');
  git(folder, 'merge', '--quiet', '--no-ff', '--message=merge', 'fix');
  return { folder, fork, main, head, merge: git(folder, 'rev-parse', 'HEAD') };
}

/** What actions/checkout makes of it: one commit, and so many before it. */
export function cloned({ folder }: History, commit: string, depth: number): string {
  const clone = workspaceWith({});
  git(folder, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  git(clone, 'init', '--quiet');
  git(clone, 'fetch', '--quiet', `--depth=${depth}`, `file://${folder}`, commit);
  git(clone, 'checkout', '--quiet', 'FETCH_HEAD');
  return clone;
}
