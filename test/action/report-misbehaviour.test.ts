import { describe, expect, test } from 'vitest';
import { refusal } from '../github/server/answers.ts';
import type { Fault } from '../github/server/deliver.ts';
import { server, serverForEachTest } from '../github/server/for-each-test.ts';
import { pullRequest } from './events.ts';
import { withFindings } from './posted-reports.ts';
import { messages, runReportStep } from './report-step.ts';

serverForEachTest();

function answer(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Fault {
  return { kind: 'answer', answer: refusal(status, message, headers) };
}

const secondary = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
const hour = { 'retry-after': '3600' };

/** The waits here are real ones: each goes away after one. */
describe('what goes away by itself: one comment, no word about it, and the verdict', () => {
  test.each<[string, string, Fault]>([
    ['500', 'pulls/get', answer(500, 'Server Error')],
    ['502', 'issues/create-comment', answer(502, 'Bad Gateway')],
    [
      '429 with Retry-After',
      'issues/create-comment',
      answer(429, 'Too many requests', { 'retry-after': '1' }),
    ],
    ['a secondary limit', 'issues/list-comments', answer(403, secondary, { 'retry-after': '1' })],
    ['a connection that breaks off', 'issues/create-comment', { kind: 'cut', done: false }],
    ['an answer that is lost', 'issues/create-comment', { kind: 'cut', done: true }],
    ['half a body', 'issues/list-comments', { kind: 'half', done: true }],
    ['half a body after the deed', 'issues/create-comment', { kind: 'half', done: true }],
  ])('%s of %s', async (_, operation, fault) => {
    server.misbehave(operation, fault);
    const step = await runReportStep(server, pullRequest());
    expect(step).toMatchObject({ code: 1, outputs: { result: 'findings', comment: 'posted' } });
    expect(messages(step)).toEqual([]);
    expect(server.state.comments).toHaveLength(1);
  });
});

describe('what does not go away: a warning that says why, a line in the summary, and the verdict', () => {
  test.each<[string, string, Fault, string]>([
    ['401', 'users/get-authenticated', answer(401, 'Bad credentials'), 'does not accept the token (401)'],
    [
      '404',
      'issues/list-comments',
      answer(404, 'Not Found'),
      '(404). It takes `permissions: pull-requests: write`',
    ],
    [
      '422',
      'issues/create-comment',
      answer(422, 'Validation Failed\n::error::x'),
      'refuses it: Validation Failed',
    ],
    ['a limit of an hour', 'issues/create-comment', answer(429, 'Too many', hour), 'limit on requests'],
    ['a secondary limit of an hour', 'pulls/get', answer(403, secondary, hour), 'limit on requests'],
  ])('%s of %s', async (_, operation, fault, words) => {
    server.misbehave(operation, ...Array<Fault>(40).fill(fault));
    const step = await runReportStep(server, pullRequest());
    expect(step).toMatchObject({ code: 1, outputs: { result: 'findings', comment: 'failed' } });
    expect(messages(step)).toEqual([expect.stringContaining(words)]);
    expect(messages(step)[0]).toMatch(/^warning: The comment was not posted: /);
    expect(step.summary).toContain('The comment was not posted: ');
    expect(server.state.comments).toEqual([]);
  });

  test('a comment that was refused leaves the statuses as they should be', async () => {
    server.misbehave('issues/create-comment', answer(422, 'Validation Failed'));
    const step = await runReportStep(server, pullRequest(), { inputs: { statuses: 'true' } });
    expect(step).toMatchObject({ code: 1, outputs: { comment: 'failed', statuses: 'posted' } });
    expect(server.state.statuses).toHaveLength(1);
  });
});

describe('two jobs at once, each a process', () => {
  test('leave one comment, of the later run', async () => {
    // Neither creates one before both have looked whether there is one.
    let arrived = 0;
    let letGo: () => void = () => {};
    const both = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const wait = (): Promise<void> => {
      arrived += 1;
      if (arrived === 2) letGo();
      return both;
    };
    server.before('issues/create-comment', wait);
    server.before('issues/create-comment', wait);
    const steps = await Promise.all(
      ['31', '32'].map((number) =>
        runReportStep(server, pullRequest(), { env: { GITHUB_RUN_NUMBER: number } }),
      ),
    );
    expect(arrived).toBe(2);
    for (const step of steps) expect(step).toMatchObject({ code: 1, outputs: { comment: 'posted' } });
    expect(server.state.comments).toHaveLength(1);
    expect(server.state.comments[0]?.body).toContain('2 errors');
  });

  test('of which one is of an older commit leave that of the newer one', async () => {
    await runReportStep(server, pullRequest(), { env: { GITHUB_RUN_NUMBER: '32' } });
    const [before] = server.state.comments.map(({ body }) => body);
    const step = await runReportStep(server, pullRequest({ head: 'a'.repeat(40) }), {
      artifact: { 'report.json': withFindings.replaceAll('ExecStrat', 'ExecStrut') },
    });
    expect(step).toMatchObject({ code: 1, outputs: { comment: 'stale' } });
    expect(server.state.comments.map(({ body }) => body)).toEqual([before]);
  });

  test('for two checks of one job leave a comment each', async () => {
    for (const config of ['', 'edge/windtunnel.yaml', ''])
      await runReportStep(server, pullRequest(), { inputs: { config } });
    await runReportStep(server, pullRequest(), { inputs: { paths: 'edge\nlab' } });
    await runReportStep(server, pullRequest(), { env: { GITHUB_JOB: 'another' } });
    expect(server.state.comments).toHaveLength(4);
  });
});
