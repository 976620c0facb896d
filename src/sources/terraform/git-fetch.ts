import path from 'node:path';
import { type GitAnswer, runGit } from '../git/run-git.ts';
import { isCommit } from './module-cache.ts';

interface FetchRequest {
  /** An empty folder; the repository is made in it, as `git`. */
  readonly folder: string;
  readonly url: string;
  /** A full hash, or its first digits. */
  readonly commit: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

type Fetched =
  | { readonly ok: true; readonly commit: string }
  /** `isMissing`: all was fetched, and the commit is not there. */
  | { readonly ok: false; readonly isMissing: boolean; readonly reason: string };

const fetchingTime = 180_000;
/** Asking such a server for more would take as long again. */
const unreachable = /unable to access|resolve host|took longer|credentials|Permission denied|Connection/;

/** Fetches a commit into a new bare repository: alone where the server gives it, otherwise with everything. */
export async function fetchCommit({ folder, url, commit, env }: FetchRequest): Promise<Fetched> {
  const repository = `--git-dir=${path.join(folder, 'git')}`;
  const git = (...args: string[]): Promise<GitAnswer> =>
    runGit([repository, ...args], { cwd: folder, timeout: fetchingTime, env });
  const made = await git('init', '--quiet', '--bare', '--template=');
  if (!made.ok) return { ok: false, isMissing: false, reason: made.reason };
  const quietly = ['fetch', '--quiet', '--no-recurse-submodules', '--no-write-fetch-head'];
  // Some servers give no commit that is not the tip of a branch or tag.
  const alone = isCommit(commit)
    ? await git(...quietly, '--depth=1', '--no-tags', '--end-of-options', url, commit)
    : undefined;
  if (alone?.ok === false && unreachable.test(alone.reason)) return { ...alone, isMissing: false };
  if (alone?.ok !== true) {
    const everything = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];
    const all = await git(...quietly, '--end-of-options', url, ...everything);
    if (!all.ok) return { ok: false, isMissing: false, reason: all.reason };
  }
  const found = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`);
  if (found.ok) return { ok: true, commit: found.stdout.trim().split('\n').at(-1) ?? '' };
  return { ok: false, isMissing: true, reason: `it has no commit ${commit}` };
}
