import { writeFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hasGo } from '../../scripts/build-go-program.ts';
import { forkWorkflow, pullRequestWorkflow } from '../../src/commands/init-workflows.ts';
import { givenWorkflows } from '../support/workflows.ts';
import { type ActGitHub, mayRead, mayWrite, startActGitHub } from './act-github.ts';
import { forkRepository, ourRepository, pullRequest, workflowRun } from './events.ts';
import { type ActRun, buildAct, commitFiles, headOf, repositoryWith } from './run-act.ts';

const right = 'variant: fcos\nversion: 1.5.0\n';
const oldMistake = `${right}stroage: {}\n`;
const newMistake = `${right}pasword: {}\n`;

let act = '';
let github: ActGitHub;

beforeAll(() => {
  if (hasGo) act = buildAct();
});

beforeEach(async () => {
  github = await startActGitHub();
});

afterEach(async () => {
  await github.server.close();
  expect(github.server.violations).toEqual([]);
});

describe.skipIf(!hasGo)('the called workflow, through act (skipped without Go)', () => {
  const checkInJobs = (env: Readonly<Record<string, string>> = {}): Promise<ActRun> => {
    const { repository, base, head } = pullRequestRepository(ourRepository);
    const { payload } = pullRequest({ head, base });
    const workflow = '.github/workflows/many-jobs.yaml';
    return github.run(act, repository, { event: 'pull_request', payload, workflow, token: mayWrite, env });
  };

  test('shares out, joins, compares with the base, and posts one comment', async () => {
    const run = await checkInJobs();
    expect(run.jobs).toEqual(['matrix success', ...Array(3).fill('check success'), 'report failure']);
    expect(run.status).toBe(1);
    expect(github.artifacts()).toEqual([
      'windtunnel-report',
      'windtunnel-report-0',
      'windtunnel-report-1',
      'windtunnel-report-2',
      'windtunnel-report.html',
    ]);
    expect(github.report().findings).toHaveLength(2);
    const [comment, ...others] = github.server.state.comments;
    expect(others).toEqual([]);
    expect(comment?.body).toContain('2 errors (1 new, 1 old)');
    expect(comment?.body).toMatch(/unknown key pasword.*that the base has as well.*unknown key stroage/s);
  });

  test('a part that is lost has failed: it is named, and the rest is posted', async () => {
    const run = await checkInJobs({ LOST_ARTIFACT: 'windtunnel-report-2' });
    expect(run.jobs.toSorted()).toEqual([
      'check failure',
      'check success',
      'check success',
      'matrix success',
      'report failure',
    ]);
    expect(github.report().result).toBe('failed');
    expect(github.server.state.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining('not everything could be checked'),
    ]);
    expect(github.server.state.comments[0]?.body).toContain('unknown key');
  });
});

describe.skipIf(!hasGo)('a pull request from a fork, through act (skipped without Go)', () => {
  async function check(from: string): Promise<{ readonly run: ActRun; readonly head: string }> {
    const { repository, base, head } = pullRequestRepository(from);
    const run = await github.run(act, repository, {
      event: 'pull_request',
      payload: pullRequest({ from, head, base }).payload,
      workflow: '.github/workflows/windtunnel.yaml',
      token: from === ourRepository ? mayWrite : mayRead,
    });
    return { run, head };
  }

  function post(head: string, from: string): Promise<ActRun> {
    const workflow = '.github/workflows/windtunnel-forks.yaml';
    return github.run(act, repositoryWith({ [workflow]: forkWorkflow }), {
      event: 'workflow_run',
      payload: workflowRun({ from, head }).payload,
      workflow,
      token: mayWrite,
      env: { GITHUB_RUN_ID: '7001' },
    });
  }

  test('its run may not post, says so, fails for what it found, and leaves the report', async () => {
    const { run } = await check(forkRepository);
    expect(run.jobs).toEqual(['check failure']);
    expect(github.server.state.comments).toEqual([]);
    expect(run.log).toContain('GitHub gives a pull request from a fork none that writes');
    expect(github.report().findings).toHaveLength(2);
  });

  test('the second workflow posts the report, on the pull request that has its commit', async () => {
    const { head } = await check(forkRepository);
    const run = await post(head, forkRepository);
    expect(run.jobs).toEqual(['report success']);
    expect(github.server.state.comments.map(({ pull }) => pull)).toEqual([7]);
    expect(github.server.state.comments[0]?.body).toContain('unknown key pasword');
    expect(run.status).toBe(0);
  });

  test('an artifact that is no report fails the second run, and says that nothing could be checked', async () => {
    const { head } = await check(forkRepository);
    writeFileSync(github.reportFile, '{"schema": 1, "findings": "::set-output name=result::clean"}');
    const run = await post(head, forkRepository);
    expect(run.jobs).toEqual(['report failure']);
    expect(github.server.state.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining('not everything could be checked'),
    ]);
    expect(github.server.state.comments[0]?.body).not.toContain('set-output');
  });

  test('one from the repository itself gets its comment at once, and none from the second workflow', async () => {
    const { run, head } = await check(ourRepository);
    expect(run.jobs).toEqual(['check failure']);
    expect(github.server.state.comments).toHaveLength(1);
    const before = github.server.asked.length;
    const second = await post(head, ourRepository);
    expect(second.jobs.filter((job) => !job.endsWith('skipped'))).toEqual([]);
    expect(github.server.asked).toHaveLength(before);
  });
});

/** A repository whose last commit is the head of pull request 7, which adds a mistake to an old one. */
function pullRequestRepository(from: string) {
  const called = givenWorkflows.find(({ name }) => name.startsWith('docs/github/many-jobs.md'))?.text ?? '';
  const repository = repositoryWith({
    'a.bu': oldMistake,
    'b.bu': right,
    'c.bu': right,
    '.github/workflows/windtunnel.yaml': pullRequestWorkflow,
    '.github/workflows/many-jobs.yaml': called.replace('shards: 8', 'shards: 3'),
  });
  const base = headOf(repository);
  const head = commitFiles(repository, { 'b.bu': newMistake });
  github.server.state.pulls.push({ number: 7, state: 'open', branch: 'fix', head, headRepository: from });
  return { repository, base, head };
}
