import { describe, expect, it } from 'vitest';
import { allClean, jobToken, newerHead, post } from './posting.ts';
import { refusal } from './server/answers.ts';
import type { Fault } from './server/deliver.ts';
import { server, serverForEachTest } from './server/for-each-test.ts';

serverForEachTest();

function answer(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Fault {
  return { kind: 'answer', answer: refusal(status, message, headers) };
}

const secondary = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

/** What goes away by itself. */
const passing: readonly (readonly [string, Fault])[] = [
  ['500', answer(500, 'Server Error')],
  ['502', answer(502, 'Bad Gateway')],
  ['503', answer(503, 'Service Unavailable')],
  ['a connection that breaks off', { kind: 'cut', done: false }],
  ['half a body', { kind: 'half', done: false }],
  ['429 with Retry-After', answer(429, 'Too many requests', { 'retry-after': '7' })],
  ['403 for a secondary limit with Retry-After', answer(403, secondary, { 'retry-after': '9' })],
];

/** The same after the deed: the comment is there though the client has not heard of it. */
const unheard: readonly (readonly [string, Fault])[] = [
  ['an answer that is lost', { kind: 'cut', done: true }],
  ['an answer of which half is lost', { kind: 'half', done: true }],
];

const reading = ['users/get-authenticated', 'issues/list-comments', 'pulls/get'];

describe.each(reading)('when %s meets', (operation) => {
  it.each(passing)('%s, the comment is posted once', async (_, fault) => {
    server.misbehave(operation, fault, fault);
    expect(await post(server)).toMatchObject({ comment: 'posted', notices: [] });
    expect(server.state.comments).toHaveLength(1);
  });
});

describe.each([...passing, ...unheard])('when writing meets %s', (_, fault) => {
  it('the comment is created once', async () => {
    server.misbehave('issues/create-comment', fault, fault);
    expect(await post(server)).toMatchObject({ comment: 'posted', notices: [] });
    expect(server.state.comments).toHaveLength(1);
  });

  it('the comment is brought up to date', async () => {
    await post(server);
    server.misbehave('issues/update-comment', fault);
    expect(await post(server, { report: allClean, run: 2 })).toMatchObject({
      comment: 'posted',
      notices: [],
    });
    expect(server.state.comments).toMatchObject([{ body: expect.stringContaining('all clean') }]);
  });

  it('a second comment is deleted', async () => {
    await post(server);
    const [first] = server.state.comments;
    if (first) server.state.comments.push({ ...first, id: 90 });
    server.misbehave('issues/delete-comment', fault);
    expect(await post(server, { run: 2 })).toMatchObject({ comment: 'posted', notices: [] });
    expect(server.state.comments).toHaveLength(1);
  });

  it('each status is posted once', async () => {
    server.misbehave('repos/create-commit-status', fault);
    expect(await post(server, { statuses: true })).toMatchObject({ statuses: 'posted', notices: [] });
    expect(server.state.statuses.map(({ context }) => context)).toEqual([
      'windtunnel / aws',
      'windtunnel / azure',
    ]);
  });
});

describe('a list of which one page is cut off', () => {
  it('is not taken for the whole list', async () => {
    await post(server);
    const [ours] = server.state.comments.splice(0);
    for (let id = 1000; id < 1150; id += 1) {
      server.state.comments.push({ id, pull: 7, login: 'octocat', body: 'I think so, too.' });
    }
    if (ours) server.state.comments.push({ ...ours, id: 2000 });
    // The first page is whole.
    server.before('issues/list-comments', () =>
      server.before('issues/list-comments', () =>
        server.misbehave('issues/list-comments', ...Array<Fault>(20).fill({ kind: 'half', done: true })),
      ),
    );
    expect(await post(server, { report: allClean, run: 2 })).toMatchObject({
      comment: 'failed',
      notices: [expect.stringContaining('GitHub could not be reached')],
    });
    expect(server.state.comments).toHaveLength(151);
  });
});

describe('what does not go away is told, and nothing is written', () => {
  it.each<[string, string, Fault, string]>([
    ['401', 'users/get-authenticated', answer(401, 'Bad credentials'), 'does not accept the token (401)'],
    ['404', 'issues/list-comments', answer(404, 'Not Found'), '(404)'],
    [
      '422',
      'issues/create-comment',
      answer(422, 'Validation Failed'),
      'GitHub refuses it: Validation Failed',
    ],
    [
      'a locked conversation',
      'issues/create-comment',
      answer(403, 'Unable to create comment because issue is locked.'),
      'it is locked',
    ],
    ['500', 'pulls/get', answer(500, 'Server Error'), 'could not be reached (it answers 500)'],
    ['502', 'issues/create-comment', answer(502, 'Bad Gateway'), 'could not be reached (it answers 502)'],
    [
      'cut connections',
      'issues/create-comment',
      { kind: 'cut', done: false },
      'could not be reached (the connection broke off',
    ],
    [
      'a limit of an hour',
      'issues/create-comment',
      answer(429, 'Too many', { 'retry-after': '3600' }),
      'limit on requests',
    ],
    [
      'a limit of an hour on reading',
      'pulls/get',
      answer(403, secondary, { 'retry-after': '3600' }),
      'limit on requests',
    ],
  ])('%s of %s', async (_, operation, fault, words) => {
    server.misbehave(operation, ...Array<Fault>(40).fill(fault));
    const outcome = await post(server);
    expect(outcome).toMatchObject({ comment: 'failed', notices: [expect.stringContaining(words)] });
    expect(outcome.notices[0]).toMatch(/^The comment was not posted: /);
    expect(server.state.comments).toEqual([]);
    expect(outcome.waited.reduce((sum, seconds) => sum + seconds, 0)).toBeLessThan(180);
    expect(server.asked.length).toBeLessThanOrEqual(4 * 4 * 3);
  });

  it('a server that never answers', async () => {
    server.misbehave('pulls/get', ...Array<Fault>(40).fill({ kind: 'silent', done: false }));
    const limits = { tries: 2, total: 180_000, answer: 300 };
    expect(await post(server, { limits })).toMatchObject({
      comment: 'failed',
      notices: [expect.stringContaining('no answer in time')],
    });
  });

  it('a server that is not there', async () => {
    await server.close();
    expect(await post(server)).toMatchObject({
      comment: 'failed',
      notices: [expect.stringContaining('ECONNREFUSED')],
    });
  });
});

describe('a token without a permission', () => {
  it.each([
    ['pull-requests: write', 'comment'],
    ['statuses: write', 'statuses'],
  ] as const)('%s is told which, and the other is posted', async (missing, part) => {
    const account = server.state.accounts.get(jobToken);
    const kept = [...(account?.permissions ?? [])].filter((permission) => permission !== missing);
    if (account) server.state.accounts.set(jobToken, { ...account, permissions: new Set(kept) });
    const outcome = await post(server, { statuses: true });
    expect({ comment: outcome.comment, statuses: outcome.statuses }).toEqual({
      comment: 'posted',
      statuses: 'posted',
      [part]: 'failed',
    });
    expect(outcome.notices).toEqual([expect.stringContaining(`\`permissions: ${missing}\``)]);
  });
});

describe('limits on requests', () => {
  it('are waited for as long as GitHub says', async () => {
    server.misbehave('issues/create-comment', answer(403, secondary, { 'retry-after': '41' }));
    expect(await post(server)).toMatchObject({ comment: 'posted', waited: expect.arrayContaining([41]) });
  });

  it('that name no time are waited for a minute', async () => {
    server.misbehave('issues/create-comment', answer(429, secondary));
    expect(await post(server)).toMatchObject({ comment: 'posted', waited: expect.arrayContaining([60]) });
  });

  it('of the hour are waited for when they end soon', async () => {
    server.state.remaining = 0;
    server.state.reset = Math.floor(Date.now() / 1000) + 30;
    server.before('users/get-authenticated', () =>
      server.before('users/get-authenticated', () => {
        server.state.remaining = 5000;
      }),
    );
    const outcome = await post(server);
    expect(outcome).toMatchObject({ comment: 'posted', notices: [] });
    expect(outcome.waited.some((seconds) => seconds >= 29 && seconds <= 32)).toBe(true);
  });

  it('of the hour that end too late are told', async () => {
    server.state.remaining = 0;
    server.state.reset = Math.floor(Date.now() / 1000) + 3000;
    expect(await post(server)).toMatchObject({
      comment: 'failed',
      notices: [expect.stringContaining('limit on requests')],
      waited: [],
    });
  });
});

it('spaces what it writes', async () => {
  const { waited } = await post(server, { statuses: true });
  expect(server.state.statuses.every(({ sha }) => sha === newerHead)).toBe(true);
  expect(waited).toEqual([1, 1]);
});
