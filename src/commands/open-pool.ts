import type { Worker } from 'node:worker_threads';
import type { Config } from '../config/config.ts';
import { WorkerPool } from '../core/worker-pool.ts';
import { moduleCacheFolder } from '../sources/terraform/module-cache.ts';
import type { Workspace } from '../sources/workspace.ts';
import type { Answer, Job, WorkerSetup } from '../stages/job.ts';

/** Workers for a workspace and its settings; to be closed. `first`: a thread that was started before. */
export function openPool(
  workspace: Workspace,
  { strict, requireSchemas }: Config,
  env: Readonly<Record<string, string | undefined>>,
  first?: Worker,
): WorkerPool<Job, Answer> {
  const modules = moduleCacheFolder(env);
  const setup: WorkerSetup = { workspace: workspace.root, modules, strict, requireSchemas };
  return new WorkerPool<Job, Answer>(setup, first);
}
