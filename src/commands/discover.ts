import type { Config } from '../config/config.ts';
import { compileCore } from '../core/host.ts';
import type { WorkerPool } from '../core/worker-pool.ts';
import { filesSource } from '../sources/files/source.ts';
import { discoverTerraform, type LoadModule } from '../sources/terraform/source.ts';
import type { Workspace } from '../sources/workspace.ts';
import type { Answer, Job } from '../stages/job.ts';
import { oneByOne } from '../stages/make-jobs.ts';
import { type Discovered, defaultTimeoutSeconds } from '../stages/run-stages.ts';
import { isWanted, type Narrowing, narrow } from './only.ts';

/**
 * Asks all sources what there is in a workspace. Files of Terraform are only ever read in a worker.
 *
 * @param mayLack whether there need not be an entry that `only` means: what a change adds is not in its base
 */
export async function discover(
  workspace: Workspace,
  config: Config,
  pool: WorkerPool<Job, Answer>,
  only: Narrowing,
  env: Readonly<Record<string, string | undefined>>,
  mayLack = false,
): Promise<Discovered> {
  const files = await filesSource.discover(workspace, config);
  const found = await discoverTerraform(workspace, config, moduleLoader(pool, config), env);
  const entries = mayLack ? found.entries.filter(isWanted(only)) : narrow(found.entries, only);
  const wanted = new Set(entries.map(({ entry }) => entry.name));
  const problems = found.problems.filter(({ entry }) => wanted.has(entry));
  const terraform = { ...found, entries, problems };
  const isThere = terraform.entries.length + terraform.leftOut.length + terraform.problems.length > 0;
  // Who asks for some entries of the matrix does not ask for files.
  return {
    files: only.size > 0 ? { ...files, entries: [], leftOut: [] } : files,
    terraform: isThere ? terraform : undefined,
  };
}

/** Reads one module after the other in a worker; the core is compiled when the first one is asked for. */
export function moduleLoader(pool: WorkerPool<Job, Answer>, { limits }: Config): LoadModule {
  const timeout = 1000 * (limits.timeoutSeconds ?? defaultTimeoutSeconds);
  let last: Promise<unknown> = Promise.resolve();
  return (folder) => {
    const next = last.then(async (): ReturnType<LoadModule> => {
      const job: Job = { kind: 'load', folder, module: await compileCore() };
      let answer: Awaited<ReturnType<LoadModule>> = { failure: 'its worker gave no answer' };
      await pool.run(oneByOne([job]), {
        workers: 1,
        timeout,
        onResult: (_job, result) => {
          if ('failure' in result) answer = { failure: result.failure };
          else if (result.answer.kind === 'load') answer = { facts: result.answer.facts };
          else if (result.answer.kind === 'failure') answer = { failure: result.answer.failure };
        },
      });
      return answer;
    });
    last = next;
    return next;
  };
}
