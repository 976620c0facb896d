import path from 'node:path';
import { checks } from '../../checks/index.generated.ts';
import type { Config, MachineTarget } from '../config/config.ts';
import { loadConfig } from '../config/load.ts';
import { distFile } from '../core/dist-file.ts';
import { compileCore } from '../core/host.ts';
import { defaultPoolSize, WorkerPool } from '../core/worker-pool.ts';
import type { MachineAnswer, MachineJob, WorkerSetup } from '../machine/job.ts';
import { assembleReport } from '../model/assemble-report.ts';
import type { LocatedProblem } from '../model/finding.ts';
import { formatOrigin } from '../model/origin.ts';
import type { RenderedCluster } from '../model/rendered-cluster.ts';
import type { LeftOut, Report } from '../model/report.ts';
import { type StageResult, stages } from '../model/stage.ts';
import { filesSource } from '../sources/files/source.ts';
import type { Discovery } from '../sources/source.ts';
import { decode } from '../sources/workspace/decode.ts';
import { openWorkspace, type Workspace } from '../sources/workspace.ts';
import { version } from '../version.ts';
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
  const config = await readSettings(workspace, request);
  const setup = compileCore().then(
    (module): WorkerSetup => ({ module, workspace: workspace.root, strict: config.strict }),
  );
  const pool = new WorkerPool<MachineJob, MachineAnswer>({
    script: distFile('worker.js'),
    setup,
    size: request.workers ?? config.limits.workers ?? defaultPoolSize(),
    timeout: 1000 * (request.timeoutSeconds ?? config.limits.timeoutSeconds ?? defaultTimeoutSeconds),
  });
  const discovery = await filesSource.discover(workspace, config);
  const { clusters, leftOut } = await renderAll(discovery);
  const jobs = clusters.flatMap(({ entry, machines }) => machines.map((machine) => ({ entry, machine })));
  const outcomes = await pool.run(jobs, (done) => request.onProgress(done, jobs.length));
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

async function readSettings(workspace: Workspace, request: CheckRequest): Promise<Config> {
  const loaded = await loadConfig(workspace, {
    ...(request.configFile !== undefined && {
      file: inWorkspace(workspace, request.cwd, request.configFile),
    }),
    knownChecks: checks.map((check) => check.id),
  });
  if (loaded.kind === 'errors') {
    throw new UsageError(
      loaded.errors.map((error) => `${formatOrigin(error.origin)}: ${error.message}`).join('\n'),
    );
  }
  const { config } = loaded;
  return {
    ...config,
    target: { ...config.target, ...request.target },
    machines: config.machines.map((machine) => ({
      ...machine,
      target: { ...machine.target, ...request.target },
    })),
  };
}

function inWorkspace(workspace: Workspace, cwd: string, file: string): string {
  const relative = path.relative(workspace.root, path.resolve(cwd, file));
  if (!relative.startsWith('..') && !path.isAbsolute(relative)) return relative.split(path.sep).join('/');
  throw new UsageError(`${file} lies outside ${workspace.root}, the folder that is checked`);
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
