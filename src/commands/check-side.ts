import type { Config } from '../config/config.ts';
import type { WorkerPool } from '../core/worker-pool.ts';
import { assembleReport } from '../model/assemble-report.ts';
import type { Report } from '../model/report.ts';
import type { RenderedEntry } from '../rendered/rendered-side.ts';
import { isRenderedTemplate } from '../sources/files/rendered-template.ts';
import { readText } from '../sources/workspace/read-text.ts';
import type { Workspace } from '../sources/workspace.ts';
import type { Answer, Job } from '../stages/job.ts';
import { type Discovered, runStages } from '../stages/run-stages.ts';
import { version } from '../version.ts';

/** One state of a workspace, after the whole pipeline. */
export interface CheckedSide {
  /** Before suppressions and baseline. */
  readonly report: Report;
  /** The files of each entry, where they were asked for. */
  readonly rendered: ReadonlyMap<string, RenderedEntry>;
}

interface SideOptions {
  readonly workers: number | undefined;
  readonly onProgress: (done: number, all: number) => void;
}

/** Renders what was discovered in a workspace, runs the stages in workers and assembles the report. */
export async function checkSide(
  workspace: Workspace,
  config: Config,
  discovered: Discovered,
  pool: WorkerPool<Job, Answer>,
  { workers, onProgress }: SideOptions,
): Promise<CheckedSide> {
  const outcome = await runStages(pool, discovered, {
    workers: workers ?? config.limits.workers,
    timeoutSeconds: config.limits.timeoutSeconds,
    onProgress,
  });
  const seen = new Set(outcome.files);
  const leftOut = outcome.leftOut.filter((one) => !isRenderedTemplate(one, seen));
  const readFile = (file: string) => readText(workspace, file);
  const report = assembleReport({ ...outcome, version, leftOut, readText: readFile });
  return { report, rendered: outcome.rendered.entries() };
}
