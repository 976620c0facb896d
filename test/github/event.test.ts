import { describe, expect, it } from 'vitest';
import { readEvent } from '../../src/github/event.ts';
import { postTarget } from '../../src/github/post-target.ts';
import {
  dispatch,
  type JobEvent,
  mergeGroup,
  ourRepository,
  pullRequest,
  push,
  workflowRun,
} from '../action/events.ts';
import { newerHead } from './posting.ts';

const runner = {
  GITHUB_REPOSITORY: ourRepository,
  GITHUB_SERVER_URL: 'https://ghe.example',
  GITHUB_API_URL: 'https://ghe.example/api/v3',
  GITHUB_RUN_ID: '7001',
  GITHUB_RUN_NUMBER: '31',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_WORKFLOW: 'clusters',
  GITHUB_JOB: 'report',
};

function read({ name, sha = newerHead, payload }: JobEvent) {
  return readEvent({ ...runner, GITHUB_EVENT_NAME: name, GITHUB_SHA: sha }, payload);
}

/** The payload with another value at a path of it. */
function changed(event: JobEvent, path: readonly string[], value: unknown): JobEvent {
  const payload = structuredClone(event.payload);
  let target: unknown = payload;
  for (const name of path.slice(0, -1)) target = Object(target)[name];
  Object(target)[path.at(-1) ?? ''] = value;
  return { ...event, payload };
}

describe('an event whose payload is not of its form is malformed, and says where', () => {
  it.each<[string, JobEvent, readonly string[], unknown]>([
    ['pull_request.number', pullRequest(), ['pull_request', 'number'], '7/../8'],
    ['pull_request.number', pullRequest(), ['pull_request', 'number'], 1.5],
    ['pull_request.number', pullRequest(), ['pull_request', 'number'], 2 ** 60],
    ['pull_request.number', pullRequest(), ['pull_request'], []],
    ['pull_request.head.sha', pullRequest(), ['pull_request', 'head', 'sha'], 'HEAD'],
    ['pull_request.head.sha', pullRequest(), ['pull_request', 'head', 'sha'], '0'.repeat(40)],
    ['pull_request.head.sha', pullRequest(), ['pull_request', 'head', 'sha'], `${newerHead}\n`],
    ['workflow_run.head_sha', workflowRun(), ['workflow_run', 'head_sha'], newerHead.toUpperCase()],
    ['workflow_run.run_number', workflowRun(), ['workflow_run', 'run_attempt'], null],
    ['workflow_run.run_number', workflowRun(), ['workflow_run', 'id'], '12a'],
    ['workflow_run.event', workflowRun(), ['workflow_run', 'event'], 7],
    [
      'not of this repository',
      workflowRun(),
      ['workflow_run', 'repository', 'full_name'],
      'octo-org/clusters ',
    ],
    ['not of this repository', workflowRun(), ['workflow_run'], undefined],
  ])('%s (%#)', (words, event, path, value) => {
    expect(read(changed(event, path, value))).toEqual({
      kind: 'malformed',
      reason: expect.stringContaining(words),
    });
  });

  it('and so is one without a payload', () => {
    expect(read({ ...pullRequest(), payload: {} })).toMatchObject({ kind: 'malformed' });
    expect(read({ ...workflowRun(), payload: {} })).toMatchObject({ kind: 'malformed' });
  });
});

it('takes the head of a merge group and of a push from the runner where the payload has none', () => {
  expect(read({ ...mergeGroup(), payload: {} })).toEqual({
    kind: 'merge-group',
    head: newerHead,
    base: undefined,
  });
  expect(read({ ...push(), payload: {} })).toEqual({ kind: 'push', head: newerHead, before: undefined });
});

it('has no commit of an event that deletes one', () => {
  expect(read({ name: 'delete', payload: {}, sha: '' })).toEqual({
    kind: 'other',
    name: 'delete',
    head: undefined,
  });
});

describe('where a result is posted', () => {
  const target = (event: JobEvent, env: Readonly<Record<string, string | undefined>> = runner) =>
    postTarget(read(event), env);

  it('of a pull request: its number and head, and links into the repository of that', () => {
    expect(target(pullRequest({ from: 'octocat/clusters-2' }))).toMatchObject({
      pull: 7,
      head: newerHead,
      headUrl: 'https://ghe.example/octocat/clusters-2',
      runUrl: 'https://ghe.example/octo-org/clusters/actions/runs/7001',
      workflow: 'clusters',
      run: { id: 7001, number: 31, attempt: 2 },
      isFork: true,
    });
  });

  it('of a fork that was deleted: links into our repository, which keeps the commit', () => {
    expect(target(pullRequest({ from: null }))).toMatchObject({
      headUrl: 'https://ghe.example/octo-org/clusters',
      isFork: true,
    });
  });

  it('a name that is none gets into no link', () => {
    const event = changed(pullRequest(), ['pull_request', 'head', 'repo', 'full_name'], 'a/b/../../x?y=(z)');
    expect(target(event)).toMatchObject({ headUrl: 'https://ghe.example/octo-org/clusters' });
  });

  it('of another run: what the event says of that', () => {
    expect(target(workflowRun({ branch: '$(id)' }))).toMatchObject({
      pull: { repository: 'octocat/clusters', branch: '$(id)', commit: newerHead },
      workflow: 'check',
      job: 'report',
      run: { id: 6001, number: 12, attempt: 2 },
      runUrl: 'https://ghe.example/octo-org/clusters/actions/runs/6001',
      isFork: false,
    });
  });

  it.each(Object.keys(runner).filter((name) => !name.endsWith('_URL')))('takes %s', (name) => {
    expect(target(dispatch, { ...runner, [name]: undefined })).toEqual({
      unusable: expect.stringContaining('a job of GitHub Actions'),
    });
  });
});
