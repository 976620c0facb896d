import { expect, test } from 'vitest';
import {
  dispatch,
  eventVariables,
  forkRepository,
  type JobEvent,
  pullRequest,
  workflowRun,
} from '../action/events.ts';
import { clean, withFindings } from '../action/posted-reports.ts';
import { jobToken, newerHead } from '../github/posting.ts';
import { server, serverForEachTest } from '../github/server/for-each-test.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';

serverForEachTest();

function report(
  event: JobEvent,
  args: readonly string[],
  { text = withFindings, token = jobToken } = {},
): Promise<CliResult> {
  const cwd = workspaceWith({ 'parts/report.json': text });
  return runCli(['report', 'parts', ...args], {
    cwd,
    env: { ...eventVariables(server, event), GITHUB_TOKEN: token },
  });
}

test('--post comments on the pull request, and the exit code is that of the report', async () => {
  const { code, stdout, stderr } = await report(pullRequest(), ['--post', '--statuses']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toContain('2 errors, 1 warning, 1 note');
  expect(server.state.comments).toMatchObject([
    { pull: 7, body: expect.stringContaining(`head=${newerHead}`) },
  ]);
  expect(server.state.statuses).toMatchObject([{ context: 'windtunnel / aws', state: 'failure' }]);
  expect((await report(pullRequest(), ['--post'], { text: clean })).code).toBe(0);
  expect(server.state.comments).toMatchObject([{ body: expect.stringContaining('all clean') }]);
});

test('without --post nothing is asked of GitHub', async () => {
  expect((await report(pullRequest(), [])).code).toBe(1);
  expect(server.asked).toEqual([]);
});

test('--no-comment --statuses: statuses only; --config: a comment of its own', async () => {
  await report(dispatch, ['--post', '--no-comment', '--statuses']);
  expect(server.state).toMatchObject({ comments: [], statuses: [{ sha: newerHead }] });
  for (const config of ['a.yaml', 'b.yaml', 'a.yaml'])
    await report(pullRequest(), ['--post', '--config', config]);
  expect(server.state.comments).toHaveLength(2);
});

test('what another run has found does not fail the job that posts it', async () => {
  server.state.pulls.push({
    number: 8,
    state: 'open',
    branch: 'fix',
    head: newerHead,
    headRepository: forkRepository,
  });
  expect((await report(workflowRun(), ['--post'])).code).toBe(0);
  expect(server.state.comments).toMatchObject([{ pull: 8 }]);
  expect((await report(workflowRun(), ['--post'], { text: '{}' })).code).toBe(3);
  expect(server.state.comments).toMatchObject([{ body: expect.stringContaining('no report of windtunnel') }]);
});

test('a token that is refused: a line that says so, and the exit code of the report', async () => {
  const { code, stderr } = await report(pullRequest(), ['--post'], { token: 'ghs_unknown' });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^windtunnel: The comment was not posted: .*\(401\).*\n$/);
  expect(stderr).not.toContain('ghs_unknown');
});

test.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
  ['--statuses without --post', ['--statuses'], {}, '--statuses goes with --post'],
  ['no token', ['--post'], { GITHUB_TOKEN: '' }, 'set GITHUB_TOKEN'],
  ['pull_request_target', ['--post'], { GITHUB_EVENT_NAME: 'pull_request_target' }, 'workflow_run'],
  ['no job', ['--post'], { GITHUB_RUN_ID: '' }, 'a job of GitHub Actions'],
  [
    'an event that is not there',
    ['--post'],
    { GITHUB_EVENT_PATH: '/nowhere' },
    'GITHUB_EVENT_PATH cannot be read',
  ],
  ['an event that is none', ['--post'], { GITHUB_EVENT_PATH: import.meta.filename }, 'it is not JSON'],
])('used wrongly: %s', async (_, args, env, words) => {
  const cwd = workspaceWith({ 'report.json': withFindings });
  const variables = { ...eventVariables(server, pullRequest()), GITHUB_TOKEN: jobToken, ...env };
  const { code, stdout, stderr } = await runCli(['report', 'report.json', ...args], { cwd, env: variables });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(words);
  expect(server.asked).toEqual([]);
});
