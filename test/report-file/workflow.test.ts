import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { codeBlocks } from '../support/markdown-pages.ts';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';

interface Job {
  readonly steps: readonly { readonly run?: string; readonly 'working-directory'?: string }[];
}

const root = path.resolve(import.meta.dirname, '../..');

/** Runs what a job runs in the folder of a runner, as its default shell does. */
function runJob({ steps }: Job, folder: string, env: Readonly<Record<string, string>>) {
  const [step] = steps.filter(({ run }) => run !== undefined);
  const cwd = path.join(folder, step?.['working-directory'] ?? '');
  const shell = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'exit 9'];
  const variables = { PATH: process.env['PATH'] ?? '', ...env };
  const { status, stdout, stderr } = spawnSync('bash', shell, { cwd, env: variables, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** What a runner has after the checkouts of the workflow. */
function runnerFolder(): string {
  const folder = workspaceWith({});
  cpSync(path.join(root, 'examples/quickstart'), path.join(folder, 'code'), { recursive: true });
  mkdirSync(path.join(folder, 'windtunnel'));
  for (const name of ['dist', 'schemas'])
    symlinkSync(path.join(root, name), path.join(folder, 'windtunnel', name));
  return folder;
}

test('the workflow of several jobs in docs/github.md ends as one job would', async () => {
  const [workflow] = codeBlocks('yaml').filter(
    ({ page, text }) => page === 'docs/github.md' && text.includes('matrix --json --shards'),
  );
  const { jobs } = load(workflow?.text ?? '') as { readonly jobs: Readonly<Record<string, Job>> };
  const { matrix, check, report } = jobs;
  if (!matrix || !check || !report) throw new Error('the workflow has three jobs');

  const output = path.join(workspaceWith({ output: '' }), 'output');
  expect(runJob(matrix, runnerFolder(), { GITHUB_OUTPUT: output }).status).toBe(0);
  const [, parts = ''] = /^parts=(.*)\n$/.exec(readFileSync(output, 'utf8')) ?? [];
  const { include }: { include: { shard: string }[] } = JSON.parse(parts);
  expect(include.length).toBeGreaterThan(1);

  const last = runnerFolder();
  for (const [index, { shard }] of include.entries()) {
    const folder = runnerFolder();
    expect(runJob(check, folder, { SHARD: shard })).toMatchObject({ status: 0, stdout: '' });
    cpSync(path.join(folder, 'part.json'), path.join(last, `parts/windtunnel-part-${index}/part.json`));
  }
  const summary = path.join(workspaceWith({}), 'summary.md');
  const { status, stdout } = runJob(report, last, { GITHUB_STEP_SUMMARY: summary });
  const formats = ['terminal', 'github', 'markdown=summary.md'].map((format) => `--format=${format}`);
  const cwd = path.join(runnerFolder(), 'code');
  const whole = await runCli(['check', '--quiet', ...formats], { cwd });
  expect({ status, stdout }).toEqual({ status: whole.code, stdout: whole.stdout });
  expect(readFileSync(summary, 'utf8')).toBe(readFileSync(path.join(cwd, 'summary.md'), 'utf8'));
});
