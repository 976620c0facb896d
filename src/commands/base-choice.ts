import { differsFrom } from '../sources/git/differs-from.ts';
import { type FoundCommit, findCommit } from '../sources/git/find-commit.ts';
import type { Workspace } from '../sources/workspace.ts';
import { UsageError } from './usage-error.ts';

/** The commit that a change starts from. */
export interface BaseChoice extends FoundCommit {
  /** False when all of the workspace is as the commit has it. */
  readonly differs: boolean;
}

/** Finds what `--base` names; throws a {@link UsageError} that says what to do where there is no such commit. */
export async function chooseBase(
  workspace: Workspace,
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<BaseChoice> {
  const found = await findCommit(workspace.root, name, env);
  if ('reason' in found) throw new UsageError(`--base ${name}: ${found.reason}`);
  const named = workspace.targets.map(({ path }) => path);
  const differs = await differsFrom(workspace.root, found.commit, named, env);
  return { ...found, differs: differs ?? true };
}
