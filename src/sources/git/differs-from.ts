import { runGit } from './run-git.ts';

const askingTime = 60_000;

/**
 * Whether anything of a folder of a work tree is not as a commit has it, files that git does not know yet included;
 * undefined where git cannot tell. What git ignores does not count, unless it is named.
 *
 * @param folder absolute
 * @param named relative to the folder, what a person names in it
 */
export async function differsFrom(
  folder: string,
  commit: string,
  named: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean | undefined> {
  const options = { cwd: folder, findsAbove: true, timeout: askingTime, env, highestCode: 1 };
  const plain = ['--no-ext-diff', '--no-textconv', '--ignore-submodules=none'];
  const changed = await runGit(['diff', '--quiet', ...plain, commit, '--', '.'], options);
  if (!changed.ok) return undefined;
  if (changed.code === 1) return true;
  const untracked = await runGit(['ls-files', '--others', '--exclude-standard', '-z', '--', '.'], options);
  if (!untracked.ok) return undefined;
  if (untracked.stdout !== '') return true;
  const paths = named.filter((path) => path !== '');
  if (paths.length === 0) return false;
  const ignored = await runGit(['check-ignore', '--quiet', '--', ...paths], options);
  return ignored.ok ? ignored.code === 0 : undefined;
}
