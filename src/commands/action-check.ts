import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import type * as Toolkit from '@actions/core';
import { exec } from '@actions/exec';
import { distFile } from '../core/dist-file.ts';
import { exitCodes } from '../model/exit-code.ts';
import { type ActionInputs, readInputs } from './action-inputs.ts';
import { UsageError } from './usage-error.ts';

/** What the runner gives a step. */
export interface ActionIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The step's log, in which the runner looks for workflow commands. */
  readonly stdout: Writable;
}

/** Files that the child writes for the Action. */
interface StepFiles {
  readonly report: string;
  readonly summary: string;
  readonly annotations: string;
}

/**
 * The Action: runs `windtunnel check` in a process of its own and hands its reports to the runner. The child
 * reads untrusted files, so it gets neither the job's tokens nor the runner's command files.
 *
 * Gives the exit code of the step.
 */
export async function actionCheck(core: typeof Toolkit, io: ActionIo): Promise<number> {
  try {
    return await run(core, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    core.error(error.message);
    return finish(core, exitCodes.usage.code);
  }
}

async function run(core: typeof Toolkit, io: ActionIo): Promise<number> {
  const inputs = readInputs(core);
  const workspace = openStepWorkspace(io.env);
  const folder = mkdtempSync(path.join(io.env['RUNNER_TEMP'] ?? tmpdir(), 'windtunnel-'));
  const files = {
    report: path.join(folder, 'report.json'),
    summary: path.join(folder, 'summary.md'),
    annotations: path.join(folder, 'annotations.txt'),
  };
  const { code, stderr } = await runChild(checkArguments(inputs, files), workspace, io);
  if (code === exitCodes.usage.code) core.error(stderr.trim());
  if (!existsSync(files.report)) {
    // Node itself ends with 1 on a crash, which must not be taken for findings.
    return finish(core, code === exitCodes.usage.code ? code : exitCodes.failed.code);
  }
  setReportOutputs(core, files.report);
  const written = inputs.reports.filter(({ file }) => existsSync(path.resolve(workspace, file)));
  core.setOutput('reports', written.map(({ file }) => file).join('\n'));
  if (inputs.annotations) io.stdout.write(readFileSync(files.annotations));
  const summary = io.env['GITHUB_STEP_SUMMARY'];
  if (inputs.summary && summary) appendFileSync(summary, readFileSync(files.summary));
  return finish(core, code);
}

/** Absolute path of what the job has checked out. */
function openStepWorkspace(env: ActionIo['env']): string {
  const workspace = env['GITHUB_WORKSPACE'] || process.cwd();
  if (existsSync(workspace) && readdirSync(workspace).length > 0) return workspace;
  throw new UsageError('the workspace is empty: a step with actions/checkout has to come before this one');
}

function checkArguments(inputs: ActionInputs, files: StepFiles): string[] {
  const { report, summary, annotations } = files;
  const reports = inputs.reports.map(({ format, file }) => `${format}=${file}`);
  const formats = ['terminal', `json=${report}`, `markdown=${summary}`, `github=${annotations}`, ...reports];
  return [
    ...formats.map((format) => `--format=${format}`),
    ...(inputs.config ? [`--config=${inputs.config}`] : []),
    ...(inputs.failOn ? [`--fail-on=${inputs.failOn}`] : []),
    // A path may start with a dash; it is a path all the same.
    '--',
    ...inputs.paths,
  ];
}

/** Runs `check` with its output in the step's log, where nothing of it is taken for a workflow command. */
async function runChild(
  args: readonly string[],
  cwd: string,
  { env, stdout }: ActionIo,
): Promise<{ readonly code: number; readonly stderr: string }> {
  const errors: Buffer[] = [];
  const token = randomUUID();
  stdout.write(`::stop-commands::${token}\n`);
  try {
    const code = await exec(`"${process.execPath}"`, [distFile('cli.js'), 'check', ...args], {
      cwd,
      env: childEnvironment(env),
      outStream: stdout,
      ignoreReturnCode: true,
      listeners: { stderr: (data) => errors.push(data) },
    });
    return { code, stderr: Buffer.concat(errors).toString('utf8') };
  } finally {
    stdout.write(`\n::${token}::\n`);
  }
}

/** What a program needs to run at all, and git to fetch modules; no token that GitHub or the workflow put into the job. */
function childEnvironment(env: ActionIo['env']): Record<string, string> {
  const names = [
    ...['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'SystemRoot', 'NO_COLOR'],
    ...['XDG_CACHE_HOME', 'WINDTUNNEL_CACHE', 'SSH_AUTH_SOCK', 'GIT_SSH_COMMAND', 'GIT_CONFIG_GLOBAL'],
    ...['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'],
  ];
  const kept = names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
  return { FORCE_COLOR: '1', ...Object.fromEntries(kept) };
}

function setReportOutputs(core: typeof Toolkit, report: string): void {
  core.setOutput('report', report);
  // The report was written by the child just now, in the form of schemas/report-v1.schema.json.
  const { counts } = JSON.parse(readFileSync(report, 'utf8')) as { counts: Record<string, number> };
  core.setOutput('errors', counts['error']);
  core.setOutput('warnings', counts['warning']);
  core.setOutput('notes', counts['note']);
}

/** Says how it ended; an exit code that is not of the table means that the child did not end by itself. */
function finish(core: typeof Toolkit, code: number): number {
  const known = Object.entries(exitCodes).find(([, row]) => row.code === code);
  const [result, row] = known ?? (['failed', exitCodes.failed] as const);
  core.setOutput('result', result);
  core.setOutput('exit-code', row.code);
  return row.code;
}
