import type { Worker } from 'node:worker_threads';
import type { Config, MachineTarget } from '../config/config.ts';
import type { WorkerPool } from '../core/worker-pool.ts';
import { assembleReport } from '../model/assemble-report.ts';
import type { Report } from '../model/report.ts';
import type { Shard } from '../model/shard.ts';
import { isRenderedTemplate } from '../sources/files/rendered-template.ts';
import { readText } from '../sources/workspace/read-text.ts';
import { openWorkspace, type Workspace } from '../sources/workspace.ts';
import type { Answer, Job } from '../stages/job.ts';
import { type Discovered, runStages } from '../stages/run-stages.ts';
import { version } from '../version.ts';
import { discover } from './discover.ts';
import type { Narrowing } from './only.ts';
import { openPool } from './open-pool.ts';
import { readSettings } from './read-settings.ts';
import { planShards, type ShardChoice } from './shards.ts';
import { UsageError } from './usage-error.ts';

/** What to check, and how. Paths are relative to `cwd` or absolute. */
export interface CheckRequest {
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly configFile?: string;
  /** Wins over what the configuration says. */
  readonly target: MachineTarget;
  /** Which entries of the matrix; of all when empty. */
  readonly only: Narrowing;
  /** Which part of the run; undefined for all of it. */
  readonly shard?: ShardChoice;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly workers?: number;
  readonly timeoutSeconds?: number;
  /** A thread that was started before, to save time. */
  readonly worker?: Worker;
  readonly onProgress: (done: number, all: number) => void;
}

export interface CheckOutcome {
  /** Before suppressions and baseline. */
  readonly report: Report;
  /** The entries of each part; undefined where all is checked. */
  readonly plan: Shard['plan'] | undefined;
  readonly config: Config;
  readonly workspace: Workspace;
  /** Text of a file of the workspace; undefined when it cannot be read as text. */
  readonly readText: (file: string) => string | undefined;
}

/**
 * The pipeline of `windtunnel check`: discover, render, run the stages in workers, assemble the report. Throws
 * {@link UsageError} for paths and configurations that cannot be used; everything else is in the report.
 */
export async function runCheck(request: CheckRequest): Promise<CheckOutcome> {
  const workspace = openWorkspace(request.cwd, request.paths);
  if ('unusable' in workspace) throw new UsageError(workspace.unusable);
  const settings = readSettings(workspace, request);
  const timeoutSeconds = request.timeoutSeconds ?? settings.limits.timeoutSeconds;
  const config = { ...settings, limits: { ...settings.limits, timeoutSeconds } };
  const pool = openPool(workspace, config, request.env, request.worker);
  try {
    return await checkWorkspace(workspace, config, request, pool);
  } finally {
    pool.close();
  }
}

async function checkWorkspace(
  workspace: Workspace,
  config: Config,
  request: CheckRequest,
  pool: WorkerPool<Job, Answer>,
): Promise<CheckOutcome> {
  const discovered = await discover(workspace, config, pool, request.only, request.env);
  const { files, terraform } = discovered;
  if (files.entries.length + files.leftOut.length === 0 && !terraform)
    throw new UsageError(nothingFound(request));
  const plan = request.shard && planOf(discovered, request.shard);
  const mine = request.shard && plan?.[request.shard.index - 1]?.map(({ name }) => name);
  const outcome = await runStages(
    pool,
    { ...discovered, ...(mine && { mine: new Set(mine) }) },
    {
      workers: request.workers ?? config.limits.workers,
      timeoutSeconds: config.limits.timeoutSeconds,
      onProgress: request.onProgress,
    },
  );
  const textOf = (file: string) => readText(workspace, file);
  const seen = new Set(outcome.files);
  const leftOut = outcome.leftOut.filter((one) => !isRenderedTemplate(one, seen));
  const report = assembleReport({ ...outcome, version, leftOut, readText: textOf });
  return { report, plan, config, workspace, readText: textOf };
}

function planOf({ files, terraform }: Discovered, { of }: ShardChoice): Shard['plan'] {
  const rendered = terraform?.entries.map(({ entry }) => entry) ?? [];
  return planShards(files.entries, rendered, of);
}

function nothingFound({ paths, configFile }: CheckRequest): string {
  const where = paths.length === 0 ? 'in this folder' : `below ${paths.join(', ')}`;
  return [
    `found nothing to check ${where}: no Butane, Container Linux Config or Ignition file, no Kubernetes manifest and no Terraform module`,
    `name the files in ${configFile ?? 'windtunnel.yaml'} (files: or machines:), or pass their paths`,
  ].join('\n');
}
