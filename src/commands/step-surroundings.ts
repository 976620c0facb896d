import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import type { ActionIo } from './action/io.ts';
import { UsageError } from './usage-error.ts';

/** Lets something write into the step's log, where the runner obeys nothing until it has ended. */
export async function withoutCommands<T>({ stdout }: ActionIo, run: () => Promise<T> | T): Promise<T> {
  const token = randomUUID();
  stdout.write(`::stop-commands::${token}\n`);
  try {
    return await run();
  } finally {
    stdout.write(`\n::${token}::\n`);
  }
}

/** Absolute path of what the job has checked out; throws a {@link UsageError} where that is nothing. */
export function openStepWorkspace(env: ActionIo['env']): string {
  const workspace = stepFolder(env);
  if (existsSync(workspace) && readdirSync(workspace).length > 0) return workspace;
  throw new UsageError('the workspace is empty: a step with actions/checkout has to come before this one');
}

/** The folder that paths of a step are relative to, whether anything is in it or not. */
export function stepFolder(env: ActionIo['env']): string {
  return env['GITHUB_WORKSPACE'] || process.cwd();
}
