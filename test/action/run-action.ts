import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { RunnerCommand } from '../report/runner-command.ts';
import { metadata, root } from './action-metadata.ts';
import { commandsOf } from './runner-log.ts';

/** What a step left behind for the runner. */
export interface StepResult {
  readonly code: number | null;
  readonly log: string;
  readonly commands: readonly RunnerCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What stands in GITHUB_ENV, GITHUB_PATH and GITHUB_STATE, which the Action has no business with. */
  readonly otherFiles: string;
}

interface StepOptions {
  readonly workspace: string;
  /** The step's `with:`; the runner adds the defaults of action.yml. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly withDefaults?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly action?: string;
  /** Called as soon as the process runs. */
  readonly onStart?: (pid: number) => void;
}

/** Tokens that a job has; they must not get any further than the Action. */
export const tokens = {
  GITHUB_TOKEN: 'token-of-the-job',
  ACTIONS_RUNTIME_TOKEN: 'token-of-the-runtime',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'token-of-the-identity',
  INPUT_TOKEN: 'token-of-an-input',
  DEPLOY_KEY: 'secret-of-the-author',
} as const;

/** Runs the Action's bundle with the environment and the files that the runner gives to a step. */
export async function runAction(options: StepOptions): Promise<StepResult> {
  const runner = mkdtempSync(path.join(tmpdir(), 'windtunnel-runner-'));
  onTestFinished(() => rmSync(runner, { recursive: true, force: true }));
  const file = (name: string) => path.join(runner, name);
  for (const name of ['output', 'summary', 'env', 'path', 'state']) writeFileSync(file(name), '');
  mkdirSync(file('temp'));
  const inputs = { ...(options.withDefaults === false ? {} : defaultInputs()), ...options.inputs };
  const { code, log } = await start(options, {
    PATH: process.env['PATH'] ?? '',
    HOME: runner,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: options.workspace,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path'),
    GITHUB_STATE: file('state'),
    RUNNER_TEMP: file('temp'),
    ...tokens,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [inputVariable(name), value])),
    ...options.env,
  });
  const read = (name: string) => readFileSync(file(name), 'utf8');
  return {
    code,
    log,
    commands: commandsOf(log),
    outputs: parseFileCommands(read('output')),
    summary: read('summary'),
    otherFiles: read('env') + read('path') + read('state'),
  };
}

function start(
  { workspace, cwd, action, onStart }: StepOptions,
  env: Record<string, string>,
): Promise<{ readonly code: number | null; readonly log: string }> {
  return new Promise((resolve, reject) => {
    const bundle = action ?? path.join(root, metadata.runs.main);
    const child = spawn(process.execPath, [bundle], { cwd: cwd ?? workspace, env });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, log }));
    if (child.pid !== undefined) onStart?.(child.pid);
  });
}

function defaultInputs(): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata.inputs).map(([name, input]) => [name, input.default]));
}

// https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs
function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

/**
 * Reads a file of outputs as the runner does: `name=value`, or `name<<delimiter`, lines, `delimiter`
 * (https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs).
 */
function parseFileCommands(text: string): Record<string, string> {
  const lines = text.split(/\r?\n/);
  const values: Record<string, string> = {};
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue;
    const [, name = '', mark, rest = ''] = /^(.+?)(=|<<)(.*)$/.exec(line) ?? [];
    if (mark === undefined) throw new Error(`the runner refuses the line ${line}`);
    if (mark === '=') {
      values[name] = rest;
      continue;
    }
    const end = lines.indexOf(rest);
    if (end === -1) throw new Error(`the runner misses the end of ${name}`);
    values[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n');
  }
  return values;
}
