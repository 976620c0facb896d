import type { Worker } from 'node:worker_threads';
import { compileCore } from '../core/host.ts';
import { defaultPoolSize } from '../core/worker-pool.ts';
import type { RenderedCluster } from '../model/rendered-cluster.ts';
import { openWorkspace } from '../sources/workspace.ts';
import { Gathered } from '../stages/gathered.ts';
import type { Job } from '../stages/job.ts';
import { renderClusters } from '../stages/render-clusters.ts';
import { defaultTimeoutSeconds } from '../stages/run-stages.ts';
import type { OutputFile } from '../terraform/output-files.ts';
import { discover } from './discover.ts';
import type { Narrowing } from './only.ts';
import { openPool } from './open-pool.ts';
import { readSettings } from './read-settings.ts';
import { UsageError } from './usage-error.ts';

export interface RenderRequest {
  readonly cwd: string;
  /** Folders to look for modules in; the current one when there is none. */
  readonly paths: readonly string[];
  /** Which entries; all of them when empty. */
  readonly only: Narrowing;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly withKeys: boolean;
  readonly configFile?: string;
  readonly worker?: Worker;
  readonly onProgress: (done: number, all: number) => void;
}

export interface RenderOutcome {
  /** In code unit order of the entries' names. */
  readonly rendered: readonly { readonly cluster: RenderedCluster; readonly files: readonly OutputFile[] }[];
  /** How many problems the modules have. */
  readonly findings: number;
  /** Entries that could not be rendered, and why, in sentences. */
  readonly failures: readonly string[];
}

/** Renders entries of the Terraform modules of a folder, and makes the files of each. */
export async function renderWorkspace(request: RenderRequest): Promise<RenderOutcome> {
  const workspace = openWorkspace(request.cwd, request.paths);
  if ('unusable' in workspace) throw new UsageError(workspace.unusable);
  const config = readSettings(workspace, { ...request, target: {} });
  const pool = openPool(workspace, config, request.env, request.worker);
  const gathered = new Gathered([]);
  const files = new Map<string, readonly OutputFile[]>();
  try {
    const { terraform } = await discover(workspace, config, pool, request.only, request.env);
    if (!terraform) throw new UsageError('found no Terraform module with something of a cluster in it');
    const core = compileCore();
    const all = 2 * terraform.entries.length;
    let done = 0;
    const run = (jobs: AsyncIterator<Job>, useful: number, patience = 1, into = gathered) =>
      pool.run(jobs, {
        workers: Math.min(config.limits.workers ?? defaultPoolSize(), Math.ceil(useful)),
        timeout: 1000 * (config.limits.timeoutSeconds ?? defaultTimeoutSeconds) * patience,
        onResult: (job, result) => {
          into.take(job, result);
          if (job.kind === 'output' && 'answer' in result && result.answer.kind === 'output')
            files.set(job.cluster.entry.name, result.answer.files);
          done += 1;
          request.onProgress(Math.floor(done / 2), all / 2);
        },
      });
    const { clusters } = await renderClusters(terraform, core, run, gathered);
    await run(outputJobs(clusters, core, request.withKeys), clusters.length);
    return {
      rendered: clusters.flatMap((cluster) => {
        const written = files.get(cluster.entry.name);
        return written ? [{ cluster, files: written }] : [];
      }),
      findings: gathered.problems.length,
      failures: gathered.results.flatMap(({ entry, outcome }) =>
        outcome.status === 'failed' ? [`${entry} could not be rendered: ${outcome.reason}`] : [],
      ),
    };
  } finally {
    pool.close();
  }
}

async function* outputJobs(
  clusters: readonly RenderedCluster[],
  core: Promise<WebAssembly.Module>,
  withKeys: boolean,
): AsyncGenerator<Job> {
  const module = await core;
  for (const cluster of clusters) yield { kind: 'output', cluster, withKeys, module };
}
