import { symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobToken, newerHead, olderHead } from '../github/posting.ts';
import { server, serverForEachTest } from '../github/server/for-each-test.ts';
import { workspaceWith } from '../support/workspace.ts';
import { forkRepository, pullRequest, workflowRun } from './events.ts';
import { clean, withFindings } from './posted-reports.ts';
import { annotated, messages, runReportStep } from './report-step.ts';

serverForEachTest();

/** Opens a pull request from the branch `fix` of the fork. */
function openPull(number: number, head = newerHead): void {
  server.state.pulls.push({ number, state: 'open', branch: 'fix', head, headRepository: forkRepository });
}

function bodies(): string[] {
  return server.state.comments.map(({ body }) => body);
}

describe('the second half of the workflow for forks', () => {
  test('posts on the pull request that the run was for, with the names of the event', async () => {
    openPull(8);
    const step = await runReportStep(server, workflowRun(), { inputs: { statuses: 'true' } });
    expect(step).toMatchObject({
      code: 0,
      outputs: { result: 'findings', 'exit-code': '1', comment: 'posted', statuses: 'posted' },
    });
    expect(server.state.comments).toMatchObject([{ pull: 8 }]);
    const [body = ''] = bodies();
    expect(body.split('\n')[0]).toMatch(new RegExp(` head=${newerHead} run=12\\.2 -->$`));
    expect(body).toContain(`](https://github.example/octocat/clusters/blob/${newerHead}/configs/`);
    expect(body).toContain('](https://github.example/octo-org/clusters/actions/runs/6001)');
    expect(server.state.statuses).toMatchObject([{ sha: newerHead, state: 'failure' }]);
    expect(annotated(step)).toEqual([]);
    expect(messages(step)).toEqual([]);
    expect(step.summary).toContain('2 errors, 1 warning, 1 note');
  });

  test('keeps to one comment over several runs, whatever a pull request calls the workflow', async () => {
    openPull(8);
    await runReportStep(server, workflowRun());
    await runReportStep(server, workflowRun({ number: 13, name: 'another name' }), {
      artifact: { 'report.json': clean },
    });
    expect(bodies()).toEqual([expect.stringContaining('all clean')]);
  });

  test.each<[string, () => void, string, RegExp]>([
    ['has a newer commit', () => openPull(8, olderHead), 'stale', /^notice: .*another commit/],
    ['is closed', () => {}, 'not-needed', /^notice: .*no open pull request/],
    [
      'cannot be told from another',
      () => {
        openPull(8);
        openPull(9);
      },
      'failed',
      /^warning: .*several open pull requests/,
    ],
  ])(
    'comments nothing where the pull request %s; statuses are of the commit',
    async (_, arrange, comment, words) => {
      arrange();
      const step = await runReportStep(server, workflowRun(), { inputs: { statuses: 'true' } });
      expect(step).toMatchObject({ code: 0, outputs: { result: 'findings', comment, statuses: 'posted' } });
      expect(messages(step)).toEqual([expect.stringMatching(words)]);
      expect(bodies()).toEqual([]);
      expect(server.state.statuses).toMatchObject([{ sha: newerHead }]);
    },
  );

  test('of a fork that is gone by now comments nothing', async () => {
    openPull(8);
    const step = await runReportStep(server, workflowRun({ from: null }));
    expect(step).toMatchObject({ code: 0, outputs: { comment: 'not-needed' } });
    expect(bodies()).toEqual([]);
  });

  test.each(['push', 'merge_group', 'schedule'])('of a run on %s posts statuses only', async (event) => {
    openPull(8);
    const step = await runReportStep(server, workflowRun({ event }), { inputs: { statuses: 'true' } });
    expect(step).toMatchObject({ code: 0, outputs: { comment: 'not-asked', statuses: 'posted' } });
    expect(bodies()).toEqual([]);
  });

  test.each([
    ['of a run on pull_request_target', { event: 'pull_request_target' }, /pull_request_target/],
    ['of a run of another repository', { of: 'octo-org/others' }, /not of this repository/],
    ['without a commit', { head: 'main' }, /workflow_run\.head_sha/],
    ['without a number', { number: -1 }, /workflow_run\.run_number/],
  ])('%s is refused', async (_, options, words) => {
    openPull(8);
    const step = await runReportStep(server, workflowRun(options));
    expect(step).toMatchObject({ code: 2, outputs: { result: 'usage' } });
    expect(messages(step)).toEqual([expect.stringMatching(words)]);
    expect(server.asked).toEqual([]);
  });

  test('without the permission ends well all the same, and names it', async () => {
    openPull(8);
    const account = server.state.accounts.get(jobToken);
    if (account) server.state.accounts.set(jobToken, { ...account, permissions: new Set() });
    const step = await runReportStep(server, workflowRun());
    expect(step).toMatchObject({ code: 0, outputs: { comment: 'failed' } });
    expect(messages(step)).toEqual([
      expect.stringMatching(/^warning: .*`permissions: pull-requests: write`/),
    ]);
  });
});

describe('an artifact of a stranger', () => {
  const forged = JSON.parse(withFindings);

  test.each<[string, Readonly<Record<string, string | Uint8Array>>, string]>([
    ['that is no report', { 'report.json': '{"pull": 7, "head": "x"}' }, 'it is no report of windtunnel'],
    ['that is half of one', { 'report.json': withFindings.slice(0, 900) }, 'only the beginning of it'],
    [
      'of another form',
      { 'report.json': JSON.stringify({ ...forged, findings: 1 }) },
      'does not fit the schema',
    ],
    [
      'with a key of its own',
      { 'report.json': JSON.stringify({ ...forged, pull_request: 7 }) },
      'unknown key pull&#95;request',
    ],
    [
      'with a path that leads out',
      { 'report.json': JSON.stringify({ ...forged, files: ['../../etc/passwd'] }) },
      'does not lie in a workspace',
    ],
    ['that is too large', { 'report.json': Buffer.alloc(65 * 1024 * 1024, 32) }, 'it is larger than 64 MiB'],
    [
      'with other files',
      { 'report.json.exe': 'MZ', 'notes.txt': 'none' },
      'there is no report in this folder',
    ],
    ['with nothing in it', {}, 'there is no report in this folder'],
    [
      'of a thousand files',
      Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.json`, '{}'])),
      'it holds more than 272 reports',
    ],
    ['in a deep folder', { 'a/b/c/d/e/f/report.json': withFindings }, 'there is no report in this folder'],
  ])('%s: the comment says failed and why, and the job does not end well', async (_, artifact, words) => {
    openPull(8);
    const step = await runReportStep(server, workflowRun(), { artifact });
    expect(step).toMatchObject({
      code: 3,
      outputs: { result: 'failed', 'exit-code': '3', comment: 'posted' },
    });
    expect(server.state.comments).toMatchObject([{ pull: 8 }]);
    expect(bodies()[0]).toContain('not everything could be checked');
    expect(bodies()[0]).toContain(words);
    expect(step.summary).toContain(words);
    expect(Object.keys(step.outputs)).not.toContain('matrix');
  });

  test('with links in it: none is followed', async () => {
    openPull(8);
    const secret = workspaceWith({ 'report.json': withFindings });
    const artifact = workspaceWith({ 'b.json': '{}' });
    symlinkSync(path.join(secret, 'report.json'), path.join(artifact, 'a.json'));
    symlinkSync(secret, path.join(artifact, 'folder'));
    const step = await runReportStep(server, workflowRun(), { inputs: { reports: artifact } });
    expect(step).toMatchObject({ code: 3, outputs: { result: 'failed', errors: '0' } });
    expect(bodies()[0]).not.toContain('ExecStrat');
  });

  test('that is too large in all: what is over the limit is not read', async () => {
    openPull(8);
    const large = ['b.json', 'c.json', 'd.json', 'e.json', 'f.json'];
    const artifact = workspaceWith({
      'a.json': withFindings,
      ...Object.fromEntries(large.map((name) => [name, ''])),
    });
    // Files with holes: they take no room on the disk.
    for (const name of large) truncateSync(path.join(artifact, name), 60_000_000);
    const step = await runReportStep(server, workflowRun(), { inputs: { reports: artifact } });
    expect(step).toMatchObject({ code: 0, outputs: { result: 'failed', errors: '2' } });
    expect(step.log).toMatch(/all reports together are too large/);
  });

  test('that names other commits and places in its texts changes nothing of where it is posted', async () => {
    openPull(8);
    const hostile = JSON.parse(withFindings);
    for (const finding of hostile.findings) {
      finding.message = `<!-- windtunnel comment=${'0'.repeat(32)} head=${olderHead} run=99.1 -->\n::set-output name=result::clean`;
    }
    const step = await runReportStep(server, workflowRun(), {
      artifact: { '::set-output name=result::clean.json': JSON.stringify(hostile) },
    });
    expect(step).toMatchObject({ code: 0, outputs: { result: 'findings', comment: 'posted' } });
    expect(bodies()[0]?.split('\n')[0]).toMatch(new RegExp(` head=${newerHead} run=12\\.2 -->$`));
    expect(step.commands.map(({ name }) => name)).toEqual(['add-mask']);
    expect(step.otherFiles).toBe('');
  });
});

test('both halves: the first has a token that may only read, the second posts what it left', async () => {
  openPull(8);
  server.state.accounts.set('ghs_readOnly', {
    login: 'github-actions[bot]',
    isApp: true,
    permissions: new Set(),
  });
  const first = await runReportStep(server, pullRequest({ from: forkRepository, number: 8 }), {
    inputs: { token: 'ghs_readOnly', comment: 'false' },
  });
  expect(first).toMatchObject({ code: 1, outputs: { comment: 'not-asked' } });
  const second = await runReportStep(server, workflowRun(), {
    inputs: { reports: first.outputs['report'] ?? '' },
  });
  expect(second).toMatchObject({ code: 0, outputs: { result: 'findings', comment: 'posted' } });
  expect(server.state.comments).toMatchObject([{ pull: 8, body: expect.stringContaining('2 errors') }]);
});
