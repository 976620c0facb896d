import { runGit } from './run-git.ts';

/** A commit of the repository that a folder lies in. */
export interface FoundCommit {
  /** 40 hex digits, or 64. */
  readonly commit: string;
  /** The folder below the top of the work tree, without a final `/`; '' for the top itself. */
  readonly prefix: string;
}

export interface NoCommit {
  /** Continues `--base NAME`, and says what to do. */
  readonly reason: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const askingTime = 30_000;

/**
 * Resolves a name of a commit as git does (https://git-scm.com/docs/gitrevisions).
 *
 * @param folder absolute path in a work tree
 * @param name as a person gives it; never read as an option
 */
export async function findCommit(
  folder: string,
  name: string,
  env: Environment,
): Promise<FoundCommit | NoCommit> {
  const git = (...args: string[]) =>
    runGit(args, { cwd: folder, findsAbove: true, timeout: askingTime, env });
  const prefix = await git('rev-parse', '--show-prefix');
  if (!prefix.ok) return { reason: noRepository(prefix.reason) };
  const found = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  // `--end-of-options` is printed as well by git before 2.30.
  const commit = found.ok ? found.stdout.trim().split('\n').at(-1) : undefined;
  if (commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit)) {
    return { commit, prefix: prefix.stdout.replace(/\/?\n$/, '') };
  }
  const shallow = await git('rev-parse', '--is-shallow-repository');
  return { reason: noCommit(shallow.ok && shallow.stdout.trim() === 'true') };
}

function noRepository(reason: string): string {
  if (/not a git repository/.test(reason)) {
    return 'this folder is in no git repository; check out the change with git, and the commit it starts from';
  }
  const remedy = /dubious ownership/.test(reason)
    ? '; trust the folder with `git config --global --add safe.directory FOLDER`'
    : '';
  return `git cannot be asked: ${reason}${remedy}`;
}

function noCommit(isShallow: boolean): string {
  return isShallow
    ? 'no such commit in this shallow clone; fetch it with `git fetch --depth=1 origin COMMIT`, or set `fetch-depth: 2` for actions/checkout'
    : 'no such commit; fetch it with `git fetch origin COMMIT`';
}
