import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobToken, newerHead } from '../github/posting.ts';
import { server, serverForEachTest } from '../github/server/for-each-test.ts';
import { workspaceWith } from '../support/workspace.ts';
import { dispatch, forkRepository, mergeGroup, pullRequest, push, schedule } from './events.ts';
import { clean, withFindings } from './posted-reports.ts';
import { annotated, messages, runReportStep } from './report-step.ts';

serverForEachTest();

const titles = ['unit/unknown-directive', 'machine/duplicate-unit', 'machine/mixed-variants'];
const page = 'https://github.example/octo-org/clusters';

/** Takes all permissions from the job's token. */
function makeReadOnly(): void {
  const account = server.state.accounts.get(jobToken);
  if (account) server.state.accounts.set(jobToken, { ...account, permissions: new Set() });
}

describe('pull_request', () => {
  test('of this repository: a comment, statuses, annotations, a summary, the verdict', async () => {
    const step = await runReportStep(server, pullRequest(), { inputs: { statuses: 'true' } });
    expect(step.code).toBe(1);
    expect(step.outputs).toMatchObject({
      result: 'findings',
      'exit-code': '1',
      errors: '2',
      warnings: '1',
      notes: '1',
      reports: '',
      comment: 'posted',
      statuses: 'posted',
    });
    expect(readFileSync(step.outputs['report'] ?? '', 'utf8')).toBe(withFindings);
    expect(server.state.comments).toMatchObject([{ pull: 7, login: 'github-actions[bot]' }]);
    const [{ body } = { body: '' }] = server.state.comments;
    expect(body.split('\n')[0]).toMatch(new RegExp(` head=${newerHead} run=31\\.1 -->$`));
    expect(body).toContain('2 errors, 1 warning, 1 note');
    expect(body).toContain(`](${page}/blob/${newerHead}/configs/controller.yaml?plain=1#L9)`);
    expect(body).toContain(`[Full report](${page}/actions/runs/7001)`);
    expect(server.state.statuses).toEqual([
      {
        sha: newerHead,
        context: 'windtunnel / aws',
        state: 'failure',
        description: '2 errors, 1 warning, 1 note in 1 entry',
        target_url: `${page}/actions/runs/7001`,
      },
    ]);
    expect(new Set(annotated(step))).toEqual(new Set(titles));
    expect(messages(step)).toEqual([]);
    expect(step.summary).toContain('2 errors, 1 warning, 1 note');
    expect(step.otherFiles).toBe('');
  });

  test('the comment is brought up to date by the next run, and the token is masked before all else', async () => {
    await runReportStep(server, pullRequest());
    const step = await runReportStep(server, pullRequest(), {
      artifact: { 'a/report.json': clean },
      env: { GITHUB_RUN_NUMBER: '32' },
    });
    expect(step.code).toBe(0);
    expect(server.state.comments).toMatchObject([{ id: 1, body: expect.stringContaining('all clean') }]);
    expect(step.commands[0]).toMatchObject({ name: 'add-mask', data: jobToken });
    expect(step.log.replace(`::add-mask::${jobToken}`, '') + step.summary).not.toContain(jobToken);
  });

  test('a clean first run posts nothing', async () => {
    const step = await runReportStep(server, pullRequest(), { artifact: { 'report.json': clean } });
    expect(step).toMatchObject({ code: 0, outputs: { result: 'clean', comment: 'not-needed' } });
    expect(server.state.comments).toEqual([]);
  });

  test('comment: false asks GitHub for nothing', async () => {
    const step = await runReportStep(server, pullRequest(), { inputs: { comment: 'false' } });
    expect(step).toMatchObject({ code: 1, outputs: { comment: 'not-asked', statuses: 'none' } });
    expect(server.asked).toEqual([]);
  });

  test('from a fork: a notice and the summary name the permission, and the verdict stands', async () => {
    makeReadOnly();
    const step = await runReportStep(server, pullRequest({ from: forkRepository }), {
      inputs: { statuses: 'true' },
    });
    expect(step).toMatchObject({
      code: 1,
      outputs: { result: 'findings', comment: 'failed', statuses: 'failed' },
    });
    expect(messages(step)).toEqual([
      expect.stringMatching(/^notice: The comment was not posted: .*`permissions: pull-requests: write`/),
      expect.stringMatching(/^notice: The commit statuses were not posted: .*`permissions: statuses: write`/),
    ]);
    expect(step.summary).toContain('pull-requests: write');
    expect(new Set(annotated(step))).toEqual(new Set(titles));
    expect(server.state.comments).toEqual([]);
  });

  test('of this repository without the permission: a warning names it, and the verdict stands', async () => {
    makeReadOnly();
    const step = await runReportStep(server, pullRequest());
    expect(step).toMatchObject({ code: 1, outputs: { comment: 'failed' } });
    expect(messages(step)).toEqual([
      expect.stringMatching(/^warning: The comment was not posted: .*`permissions: pull-requests: write`/),
    ]);
    expect(step.summary).toContain('pull-requests: write');
  });

  test('with a newer commit by now: nothing is posted, and the verdict stands', async () => {
    for (const pull of server.state.pulls) pull.head = 'a'.repeat(40);
    const step = await runReportStep(server, pullRequest());
    expect(step).toMatchObject({ code: 1, outputs: { comment: 'stale' } });
    expect(messages(step)).toEqual([expect.stringMatching(/^notice: .*another commit by now/)]);
    expect(server.state.comments).toEqual([]);
  });
});

describe.each([
  ['push', push('a'.repeat(40))],
  ['merge_group', mergeGroup()],
  ['workflow_dispatch', dispatch],
  ['schedule', schedule],
])('%s', (_, event) => {
  test('statuses on the commit, no comment', async () => {
    const step = await runReportStep(server, event, { inputs: { statuses: 'true' } });
    expect(step).toMatchObject({ code: 1, outputs: { comment: 'not-asked', statuses: 'posted' } });
    expect(server.state.statuses).toMatchObject([{ sha: newerHead, state: 'failure' }]);
    expect(server.state.comments).toEqual([]);
    expect(messages(step)).toEqual([]);
    expect(new Set(annotated(step))).toEqual(new Set(titles));
  });
});

describe('pull_request_target', () => {
  test.each(['check', 'matrix', 'report'])('is refused in mode %s, with what to do instead', async (mode) => {
    const step = await runReportStep(
      server,
      { ...pullRequest({ from: forkRepository }), name: 'pull_request_target' },
      {
        workspace: workspaceWith({ 'a.bu': 'variant: fcos\nversion: 1.5.0\n' }),
        inputs: { mode, reports: '' },
      },
    );
    expect(step).toMatchObject({ code: 2, outputs: { result: 'usage', 'exit-code': '2' } });
    expect(messages(step)).toEqual([expect.stringMatching(/^error: .*pull_request_target.*workflow_run/)]);
    expect(server.asked).toEqual([]);
  });
});

test('formats are written into the workspace, though nothing was checked out', async () => {
  const workspace = workspaceWith({});
  const step = await runReportStep(server, push(), {
    workspace,
    inputs: { formats: 'sarif=out/windtunnel.sarif\nhtml=report.html' },
  });
  expect(step.outputs['reports']).toBe('out/windtunnel.sarif\nreport.html');
  expect(readFileSync(path.join(workspace, 'out/windtunnel.sarif'), 'utf8')).toContain(
    'unit/unknown-directive',
  );
  expect(readFileSync(path.join(workspace, 'report.html'), 'utf8')).toContain('ExecStrat');
});
