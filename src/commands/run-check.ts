import type { Config, MachineTarget } from '../config/config.ts';
import { distFile } from '../core/dist-file.ts';
import { compileCore } from '../core/host.ts';
import { defaultPoolSize, WorkerPool } from '../core/worker-pool.ts';
import type { MachineAnswer, MachineJob, WorkerSetup } from '../machine/job.ts';
import { assembleReport } from '../model/assemble-report.ts';
import type { LocatedProblem } from '../model/finding.ts';
import type { RenderedCluster } from '../model/rendered-cluster.ts';
import type { LeftOut, Report } from '../model/report.ts';
import { type StageResult, stages } from '../model/stage.ts';
import { filesSource } from '../sources/files/source.ts';
import type { Discovery } from '../sources/source.ts';
import { decode } from '../sources/workspace/decode.ts';
import { openWorkspace, type Workspace } from '../sources/workspace.ts';
import { version } from '../version.ts';
import { readSettings } from './read-settings.ts';
import { UsageError } from './usage-error.ts';

/** What to check, and how. Paths are relative to `cwd` or absolute. */
export interface CheckRequest {
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly configFile?: string;
  /** Wins over what the configuration says. */
  readonly target: MachineTarget;
  readonly workers?: number;
  readonly timeoutSeconds?: number;
  readonly onProgress: (done: number, all: number) => void;
}

export interface CheckOutcome {
  /** Before suppressions and baseline. */
  readonly report: Report;
  readonly config: Config;
  readonly workspace: Workspace;
  /** Text of a file of the workspace; undefined when it cannot be read as text. */
  readonly readText: (file: string) => string | undefined;
}

const defaultTimeoutSeconds = 8;

/**
 * The pipeline of `windtunnel check`: discover, render, run the stages in workers, assemble the report. Throws
 * {@link UsageError} for paths and configurations that cannot be used; everything else is in the report.
 */
export async function runCheck(request: CheckRequest): Promise<CheckOutcome> {
  const workspace = openWorkspace(request.cwd, request.paths);
  if ('unusable' in workspace) throw new UsageError(workspace.unusable);
  // The core takes longest to get ready, so it starts before anybody has looked at a file.
  const setup = compileCore().then((module): WorkerSetup => ({ module, workspace: workspace.root }));
  const pool = new WorkerPool<MachineJob, MachineAnswer>(distFile('worker.js'), setup);
  try {
    return await checkWorkspace(workspace, request, pool);
  } finally {
    pool.close();
  }
}

async function checkWorkspace(
  workspace: Workspace,
  request: CheckRequest,
  pool: WorkerPool<MachineJob, MachineAnswer>,
): Promise<CheckOutcome> {
  const config = readSettings(workspace, request);
  const discovery = await filesSource.discover(workspace, config);
  const { clusters, leftOut } = await renderAll(discovery);
  if (clusters.length + leftOut.length + discovery.leftOut.length === 0)
    throw new UsageError(nothingFound(request));
  const jobs = clusters.flatMap((cluster) => jobsOf(cluster, config.strict));
  const outcomes = await pool.run(jobs, {
    workers: request.workers ?? config.limits.workers ?? defaultPoolSize(),
    timeout: 1000 * (request.timeoutSeconds ?? config.limits.timeoutSeconds ?? defaultTimeoutSeconds),
    onDone: (done) => request.onProgress(done, jobs.length),
  });
  const verdicts = outcomes.map((outcome, index) => verdictOf(jobs[index], outcome));
  const readText = (file: string) => textOf(workspace, file);
  const report = assembleReport({
    version,
    entries: clusters.map((cluster) => cluster.entry),
    files: jobs.flatMap(({ machine }) => [machine.config, ...machine.snippets].map((text) => text.file)),
    results: verdicts.flatMap((verdict) => verdict.results),
    problems: verdicts.flatMap((verdict) => verdict.problems),
    leftOut: [...discovery.leftOut, ...leftOut],
    readText,
  });
  return { report, config, workspace, readText };
}

function jobsOf({ entry, machines }: RenderedCluster, strict: boolean): MachineJob[] {
  return machines.map((machine) => ({ entry, machine, strict }));
}

function nothingFound({ paths, configFile }: CheckRequest): string {
  const where = paths.length === 0 ? 'in this folder' : `below ${paths.join(', ')}`;
  return [
    `found nothing to check ${where}: no Butane, Container Linux Config or Ignition file`,
    `name the files in ${configFile ?? 'windtunnel.yaml'} (files: or machines:), or pass their paths`,
  ].join('\n');
}

async function renderAll(discovery: Discovery): Promise<{ clusters: RenderedCluster[]; leftOut: LeftOut[] }> {
  const clusters: RenderedCluster[] = [];
  const leftOut: LeftOut[] = [];
  for (const entry of discovery.entries) {
    const rendered = await discovery.render(entry.name);
    if (rendered.kind === 'cluster') clusters.push(rendered.cluster);
    else leftOut.push(rendered.leftOut);
  }
  return { clusters, leftOut };
}

interface Verdict {
  readonly results: readonly StageResult[];
  readonly problems: readonly LocatedProblem[];
}

/** A job that gave no verdict failed in its first stage, and no later stage was reached. */
function verdictOf(
  job: MachineJob | undefined,
  outcome: { readonly answer: MachineAnswer } | { readonly failure: string },
): Verdict {
  if ('answer' in outcome && 'verdict' in outcome.answer) return outcome.answer.verdict;
  const answer = 'answer' in outcome ? outcome.answer : outcome;
  const reason = 'failure' in answer ? answer.failure : '';
  const results = stages.map((stage, index): StageResult => {
    const failed = index === 0;
    return {
      stage,
      entry: job?.entry.name ?? '',
      subject: job?.machine.name ?? '',
      outcome: failed
        ? { status: 'failed', reason }
        : { status: 'skipped', reason: 'the translation failed' },
    };
  });
  return { results, problems: [] };
}

function textOf(workspace: Workspace, file: string): string | undefined {
  const read = workspace.read(file);
  if (read.kind !== 'bytes') return undefined;
  const decoded = decode(read.bytes);
  return decoded.kind === 'text' ? decoded.text : undefined;
}
