import type { Config } from '../config/config.ts';
import type { WorkerPool } from '../core/worker-pool.ts';
import type { Report } from '../model/report.ts';
import type { Shard } from '../model/shard.ts';
import { listRendered } from '../rendered/list-rendered.ts';
import { readText } from '../sources/workspace/read-text.ts';
import { openWorkspace, type Workspace } from '../sources/workspace.ts';
import type { Answer, Job } from '../stages/job.ts';
import type { Discovered } from '../stages/run-stages.ts';
import { type BaseChoice, chooseBase } from './base-choice.ts';
import type { CheckRequest } from './check-request.ts';
import { type CheckedSide, checkSide } from './check-side.ts';
import { compareWithBase } from './compare-with-base.ts';
import { discover } from './discover.ts';
import { openPool } from './open-pool.ts';
import { readSettings } from './read-settings.ts';
import { planShards, type ShardChoice } from './shards.ts';
import { UsageError } from './usage-error.ts';

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
 * The pipeline of `windtunnel check`: discover, render, run the stages in workers, assemble the report, and the same for
 * the base that it is compared with. Throws {@link UsageError} for paths, commits and configurations that cannot be used;
 * everything else is in the report.
 */
export async function runCheck(request: CheckRequest): Promise<CheckOutcome> {
  const workspace = openWorkspace(request.cwd, request.paths);
  if ('unusable' in workspace) throw new UsageError(workspace.unusable);
  const config = readSettings(workspace, request);
  const base =
    request.base === undefined ? undefined : await chooseBase(workspace, request.base, request.env);
  const { onProgress } = request;
  // Both sides have about as many entries.
  const sides = base?.differs === true ? 2 : 1;
  const own = { ...request, onProgress: (done: number, all: number) => onProgress(done, sides * all) };
  const pool = openPool(workspace, config, request.env, request.worker);
  const head = await checkWorkspace(workspace, config, own, base, pool).finally(() => pool.close());
  const comparison = base && (await compareWithBase({ base, workspace, head, ...head }, request));
  const rendered = request.withRendered ? { rendered: listRendered(head.rendered) } : {};
  return {
    report: { ...head.report, ...comparison, ...rendered },
    plan: head.plan,
    config,
    workspace,
    readText: (file: string) => readText(workspace, file),
  };
}

interface CheckedHead extends CheckedSide {
  readonly plan: Shard['plan'] | undefined;
  readonly roots: ReadonlySet<string>;
}

async function checkWorkspace(
  workspace: Workspace,
  config: Config,
  request: CheckRequest,
  base: BaseChoice | undefined,
  pool: WorkerPool<Job, Answer>,
): Promise<CheckedHead> {
  const discovered = await discover(workspace, config, pool, request.only, request.env);
  const { files, terraform } = discovered;
  if (files.entries.length + files.leftOut.length === 0 && !terraform)
    throw new UsageError(nothingFound(request));
  const plan = request.shard && planOf(discovered, request.shard);
  const mine = request.shard && plan?.[request.shard.index - 1]?.map(({ name }) => name);
  const withParts = request.withRendered || base?.differs === true;
  const wanted = { ...discovered, withParts, ...(mine && { mine: new Set(mine) }) };
  const { workers, onProgress } = request;
  const roots = new Set(terraform?.entries.map(({ root }) => root));
  return { ...(await checkSide(workspace, config, wanted, pool, { workers, onProgress })), plan, roots };
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
