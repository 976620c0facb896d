import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { jobToken } from '../github/posting.ts';
import { server, serverForEachTest } from '../github/server/for-each-test.ts';
import { matrixWorkspace } from '../report-file/matrix-workspace.ts';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';
import { eventVariables, pullRequest } from './events.ts';
import { messages } from './report-step.ts';
import { runAction } from './run-action.ts';

serverForEachTest();

interface Job {
  readonly shard: string;
  readonly entries: readonly string[];
}

/** The jobs of a workflow: one makes the matrix, one for each part checks it, with a folder for what they upload. */
async function runParts(workspace: string, shards: string) {
  const env = eventVariables(server, pullRequest());
  const matrix = await runAction({ workspace, inputs: { mode: 'matrix', shards }, env });
  const { include }: { include: Job[] } = JSON.parse(matrix.outputs['matrix'] ?? '');
  const downloaded = workspaceWith({});
  const parts = [];
  for (const [index, { shard }] of include.entries()) {
    const part = await runAction({ workspace, inputs: { shard, base: 'none' }, env });
    expect(part, part.log).toMatchObject({ outputs: { report: expect.any(String) } });
    mkdirSync(path.join(downloaded, `part-${index}`));
    cpSync(part.outputs['report'] ?? '', path.join(downloaded, `part-${index}/report.json`));
    parts.push(part);
  }
  return { matrix, include, parts, downloaded, count: matrix.outputs['count'] ?? '' };
}

test('matrix, parts and report: the verdict and the bytes of one run', async () => {
  const baseline = JSON.stringify({ version: 1, findings: [] });
  const workspace = workspaceWith({ ...matrixWorkspace(), 'baseline.json': baseline });
  const whole = await runCli(['check', '--quiet', '--format=json'], { cwd: workspace });
  const { matrix, include, parts, downloaded, count } = await runParts(workspace, '3');
  expect(matrix).toMatchObject({ code: 0, outputs: { result: 'clean', 'exit-code': '0', count: '3' } });
  expect(include.map(({ shard }) => shard)).toEqual(['1/3', '2/3', '3/3']);
  for (const [index, part] of parts.entries()) {
    expect(part).toMatchObject({ code: 0, outputs: { result: 'clean' }, summary: '', commands: [] });
    expect(part.log).toContain(`This is part ${index + 1}/3 of a run: mode report gives the verdict`);
  }
  const inputs = { mode: 'report', reports: downloaded, expect: count, token: jobToken };
  const env = eventVariables(server, pullRequest());
  const report = await runAction({ workspace: workspaceWith({}), inputs, env });
  expect(report).toMatchObject({ code: whole.code, outputs: { result: 'findings', comment: 'posted' } });
  expect(readFileSync(report.outputs['report'] ?? '', 'utf8')).toBe(whole.stdout);

  rmSync(path.join(downloaded, 'part-1'), { recursive: true });
  const lame = await runAction({ workspace: workspaceWith({}), inputs, env });
  expect(lame).toMatchObject({ code: 3, outputs: { result: 'failed', comment: 'posted' } });
  expect(server.state.comments).toMatchObject([
    { body: expect.stringContaining('part 2/3 of the run gave no report') },
  ]);
});

test('more parts than entries: those without one have no job, and are not missed', async () => {
  const workspace = workspaceWith({ 'a.bu': 'variant: fcos\nversion: 1.5.0\n' });
  const { include, downloaded, count } = await runParts(workspace, '4');
  expect(include.map(({ shard }) => shard)).toEqual(['1/4']);
  const report = await runAction({
    workspace: workspaceWith({}),
    inputs: { mode: 'report', reports: downloaded, expect: count, token: jobToken },
    env: eventVariables(server, pullRequest()),
  });
  expect(report).toMatchObject({ code: 0, outputs: { result: 'clean' } });
});

test('all parts died: failed, and each is named', async () => {
  const report = await runAction({
    workspace: workspaceWith({}),
    inputs: { mode: 'report', reports: workspaceWith({}), expect: '2', token: jobToken },
    env: eventVariables(server, pullRequest()),
  });
  expect(report).toMatchObject({ code: 3, outputs: { result: 'failed', comment: 'posted' } });
  for (const part of ['part 1/2', 'part 2/2']) expect(server.state.comments[0]?.body).toContain(part);
});

test.each<[Readonly<Record<string, string>>, string]>([
  [{ mode: 'chekc' }, 'did you mean check?'],
  [{ reports: 'parts' }, 'reports goes with mode report, and this is mode check'],
  [{ statuses: 'true' }, 'statuses goes with mode report'],
  [{ mode: 'matrix', shard: '1/2' }, 'shard goes with mode check'],
  [{ mode: 'matrix', shards: '257' }, '257 is more than 256'],
  [{ mode: 'matrix', formats: 'sarif=a' }, 'formats goes with mode check or report'],
  [{ mode: 'matrix', paths: 'nowhere' }, 'nowhere does not exist'],
  [{ mode: 'report', reports: 'a.json', base: 'none' }, 'base goes with mode check'],
  [{ mode: 'report' }, 'reports: name the reports'],
  [{ mode: 'report', reports: 'a.json', expect: 'all' }, 'expect: all is not a whole number'],
  [{ mode: 'report', reports: 'a.json', 'fail-on': 'eror' }, 'did you mean error?'],
  [{ mode: 'report', reports: 'a.json', formats: 'sariff=a' }, 'did you mean sarif?'],
  [{ shard: '5/2' }, '5/2 is no part'],
  [{ shard: '1/2', formats: 'sarif=a' }, 'a part has no verdict, so there is no sarif'],
])('used wrongly: %o', async (inputs, words) => {
  const workspace = workspaceWith({ 'a.bu': 'variant: fcos\nversion: 1.5.0\n' });
  const step = await runAction({ workspace, inputs, env: eventVariables(server, pullRequest()) });
  expect(step).toMatchObject({ code: 2, outputs: { result: 'usage', 'exit-code': '2' } });
  const errors = messages(step).filter((each) => !each.startsWith('notice: '));
  expect(errors).toEqual([expect.stringMatching(/^error: /)]);
  expect(errors[0]).toContain(words);
  expect(server.asked).toEqual([]);
});

test('mode report outside of a job is told what it takes', async () => {
  const step = await runAction({
    workspace: workspaceWith({}),
    inputs: { mode: 'report', reports: 'a.json' },
  });
  expect(step.code).toBe(2);
  expect(messages(step)).toEqual([expect.stringContaining('a job of GitHub Actions')]);
});
