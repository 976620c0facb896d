import { appendFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as Toolkit from '@actions/core';
import { exec } from '@actions/exec';
import { distFile } from '../core/dist-file.ts';
import { exitCodes } from '../model/exit-code.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The Action: runs `windtunnel check` in a process of its own and hands its reports to the runner. The child
 * reads untrusted files, so it gets neither the job's tokens nor the runner's command files.
 *
 * Gives the exit code of the step.
 */
export async function actionCheck(core: typeof Toolkit, env: Environment): Promise<number> {
  const folder = mkdtempSync(path.join(env['RUNNER_TEMP'] ?? tmpdir(), 'windtunnel-'));
  const report = path.join(folder, 'report.json');
  const summary = path.join(folder, 'summary.md');
  const formats = core.getMultilineInput('formats');
  const outputs = ['terminal', `json=${report}`, `markdown=${summary}`, ...formats];
  if (core.getBooleanInput('annotations')) outputs.push('github');
  const code = await exec(process.execPath, [distFile('cli.js'), 'check', ...checkArguments(core, outputs)], {
    env: childEnvironment(env),
    silent: false,
    ignoreReturnCode: true,
  });
  core.setOutput('exit-code', code);
  core.setOutput('result', Object.entries(exitCodes).find(([, row]) => row.code === code)?.[0] ?? 'failed');
  core.setOutput('reports', formats.map((format) => format.slice(format.indexOf('=') + 1)).join('\n'));
  if (existsSync(report)) setCounts(core, report);
  if (core.getBooleanInput('summary') && env['GITHUB_STEP_SUMMARY'] && existsSync(summary)) {
    appendFileSync(env['GITHUB_STEP_SUMMARY'], readFileSync(summary));
  }
  return code;
}

function checkArguments(core: typeof Toolkit, outputs: readonly string[]): string[] {
  const config = core.getInput('config');
  const failOn = core.getInput('fail-on');
  return [
    ...outputs.flatMap((output) => ['--format', output]),
    ...(config ? ['--config', config] : []),
    ...(failOn ? ['--fail-on', failOn] : []),
    // A path may start with a dash; it is a path all the same.
    '--',
    ...core.getMultilineInput('paths'),
  ];
}

function setCounts(core: typeof Toolkit, report: string): void {
  core.setOutput('report', report);
  // The report was written by the child just now, in the form of schemas/report-v1.schema.json.
  const { counts } = JSON.parse(readFileSync(report, 'utf8')) as { counts: Record<string, number> };
  core.setOutput('errors', counts['error']);
  core.setOutput('warnings', counts['warning']);
  core.setOutput('notes', counts['note']);
}

/** What a program needs to run at all; nothing that GitHub or the workflow's author put into the job. */
function childEnvironment(env: Environment): Record<string, string> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'SystemRoot', 'NO_COLOR'];
  const kept = names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
  return { FORCE_COLOR: '1', ...Object.fromEntries(kept) };
}
