import { appendFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exitCodes } from '../../model/exit-code.ts';
import type { Toolkit } from '../toolkit.ts';
import type { CheckInputs, ReportInputs } from './inputs.ts';
import type { ActionIo, Step } from './io.ts';

/** Files that are written for the runner. */
export interface StepFiles {
  readonly report: string;
  readonly summary: string;
  readonly annotations: string;
}

/** Makes a folder for them, outside the workspace. */
export function makeStepFiles(env: ActionIo['env']): StepFiles {
  const folder = mkdtempSync(path.join(env['RUNNER_TEMP'] ?? tmpdir(), 'windtunnel-'));
  return {
    report: path.join(folder, 'report.json'),
    summary: path.join(folder, 'summary.md'),
    annotations: path.join(folder, 'annotations.txt'),
  };
}

/** The formats that a step writes, as `--format` takes them: into the log, for the runner, and those asked for. */
export function stepFormats(
  { report, summary, annotations }: StepFiles,
  inputs: CheckInputs | ReportInputs,
): string[] {
  const asked = inputs.formats.map(({ format, file }) => `${format}=${file}`);
  return ['terminal', `json=${report}`, `markdown=${summary}`, `github=${annotations}`, ...asked];
}

/** Hands on what was written: outputs, annotations and summary. */
export function showFiles(
  { core, io }: Step,
  files: StepFiles,
  inputs: Pick<ReportInputs, 'formats' | 'annotations' | 'summary'>,
  folder: string,
): void {
  setReportOutputs(core, files.report);
  setReports(core, inputs.formats, folder);
  if (inputs.annotations) io.stdout.write(readFileSync(files.annotations));
  if (inputs.summary) addSummary(io.env, readFileSync(files.summary, 'utf8'));
}

export function setReports(core: Toolkit, formats: ReportInputs['formats'], folder: string): void {
  const written = formats.filter(({ file }) => existsSync(path.resolve(folder, file)));
  core.setOutput('reports', written.map(({ file }) => file).join('\n'));
}

/** Adds Markdown to the page of the job. */
export function addSummary(env: ActionIo['env'], text: string): void {
  const summary = env['GITHUB_STEP_SUMMARY'];
  if (summary) appendFileSync(summary, text);
}

function setReportOutputs(core: Toolkit, report: string): void {
  core.setOutput('report', report);
  // The report was written by us just now, in the form of schemas/report-v1.schema.json.
  const { counts } = JSON.parse(readFileSync(report, 'utf8')) as { counts: Record<string, number> };
  core.setOutput('errors', counts['error']);
  core.setOutput('warnings', counts['warning']);
  core.setOutput('notes', counts['note']);
}

/**
 * Says how it ended; an exit code that is not of the table means that the child did not end by itself. Gives the exit
 * code.
 */
export function finish(core: Toolkit, code: number): number {
  const known = Object.entries(exitCodes).find(([, row]) => row.code === code);
  const [result, row] = known ?? (['failed', exitCodes.failed] as const);
  core.setOutput('result', result);
  core.setOutput('exit-code', row.code);
  return row.code;
}
