import { describe, expect, it } from 'vitest';
import type { PostOutcome } from '../../src/github/post-outcome.ts';
import { allClean, jobToken, newerHead, olderHead, type Post, post } from './posting.ts';
import type { Fault } from './server/deliver.ts';
import { server, serverForEachTest } from './server/for-each-test.ts';

serverForEachTest();

function bodies(): string[] {
  return server.state.comments.map(({ body }) => body);
}

describe('the comment', () => {
  const behind = { kind: 'answer', answer: { status: 200, body: [] } } as const;

  it('is posted once, and brought up to date after that', async () => {
    expect(await post(server)).toMatchObject({ comment: 'posted', notices: [] });
    expect(bodies()).toEqual([expect.stringContaining('2 errors, 1 warning, 1 note')]);
    expect(await post(server, { report: allClean, run: 2 })).toMatchObject({ comment: 'posted' });
    expect(bodies()).toEqual([expect.stringContaining('✅ windtunnel: all clean')]);
    expect(server.state.comments[0]?.id).toBe(1);
  });

  it('is not written again when nothing has changed', async () => {
    await post(server);
    await post(server);
    expect(server.asked.filter((id) => /create|update/.test(id))).toEqual(['issues/create-comment']);
  });

  it('is not made for a pull request that has always been clean', async () => {
    expect(await post(server, { report: allClean })).toMatchObject({ comment: 'not-needed', notices: [] });
    expect(bodies()).toEqual([]);
  });

  it('is found on the third page', async () => {
    await post(server);
    const [ours] = server.state.comments.splice(0);
    for (let id = 1000; id < 1250; id += 1) {
      server.state.comments.push({ id, pull: 7, login: 'octocat', body: 'I think so, too.' });
    }
    if (ours) server.state.comments.push({ ...ours, id: 2000 });
    await post(server, { report: allClean, run: 2 });
    expect(server.state.comments).toHaveLength(251);
    expect(server.state.comments.at(-1)).toMatchObject({
      id: 2000,
      body: expect.stringContaining('all clean'),
    });
  });

  it('of each job is its own', async () => {
    await post(server, { job: 'check' });
    await post(server, { job: 'nightly' });
    expect(bodies()).toHaveLength(2);
  });

  it('is not taken from a person who has copied the marker', async () => {
    await post(server);
    const [copied = ''] = bodies();
    server.state.comments.splice(0);
    server.state.comments.push({ id: 1, pull: 7, login: 'mallory', body: copied });
    server.state.nextId = 2;
    await post(server, { run: 2 });
    expect(server.state.comments).toMatchObject([
      { id: 1, login: 'mallory', body: copied },
      { id: 2, login: 'github-actions[bot]' },
    ]);
  });

  it('of a person is found by that person', async () => {
    server.state.accounts.set('ghp_person', {
      login: 'octocat',
      isApp: false,
      permissions: new Set(['pull-requests: write']),
    });
    await post(server, { token: 'ghp_person' });
    await post(server, { token: 'ghp_person', report: allClean, run: 2 });
    expect(server.state.comments).toMatchObject([
      { login: 'octocat', body: expect.stringContaining('all clean') },
    ]);
  });

  it('that was left twice is one again after the next run', async () => {
    await post(server);
    const [first = ''] = bodies();
    server.state.comments.push({ id: 90, pull: 7, login: 'github-actions[bot]', body: first });
    await post(server, { report: allClean, run: 2 });
    expect(server.state.comments).toMatchObject([{ id: 1, body: expect.stringContaining('all clean') }]);
  });

  it('is one though the list of comments is behind', async () => {
    server.misbehave('issues/list-comments', behind, behind);
    expect(await post(server)).toMatchObject({ comment: 'posted', notices: [] });
    expect(bodies()).toHaveLength(1);
  });

  it('is one though looking again after it was posted fails', async () => {
    const broken = { kind: 'answer', answer: { status: 502, body: { message: 'Bad Gateway' } } } as const;
    server.before('issues/create-comment', () =>
      server.misbehave('issues/list-comments', ...Array<Fault>(4).fill(broken), behind, behind),
    );
    expect(await post(server)).toMatchObject({ comment: 'posted', notices: [] });
    expect(bodies()).toHaveLength(1);
  });

  it('that somebody deletes while it is written is posted anew', async () => {
    await post(server);
    server.before('issues/update-comment', () => void server.state.comments.splice(0));
    expect(await post(server, { run: 2 })).toMatchObject({
      comment: 'posted',
    });
    expect(bodies()).toHaveLength(1);
  });
});

describe('a run of an older head', () => {
  it('posts nothing', async () => {
    expect(await post(server, { head: olderHead })).toMatchObject({ comment: 'stale', notices: [] });
    expect(bodies()).toEqual([]);
  });

  it('leaves the comment of a newer one', async () => {
    await post(server, { run: 2 });
    const before = bodies();
    expect(await post(server, { head: olderHead, report: allClean, run: 1 })).toMatchObject({
      comment: 'stale',
    });
    expect(bodies()).toEqual(before);
  });

  it('leaves the comment of a later run even while GitHub still names the older head', async () => {
    await post(server, { run: 2 });
    const before = bodies();
    for (const pull of server.state.pulls) pull.head = olderHead;
    expect(await post(server, { head: olderHead, report: allClean, run: 1 })).toMatchObject({
      comment: 'stale',
    });
    expect(bodies()).toEqual(before);
  });

  it.each([
    ['an error', 502, {}],
    ['a limit on requests', 429, { 'retry-after': '60' }],
  ])('that becomes one while it waits after %s writes nothing', async (_, status, headers) => {
    server.misbehave('issues/create-comment', {
      kind: 'answer',
      answer: { status, headers, body: { message: 'Not now' } },
    });
    server.before('issues/create-comment', () => {
      for (const pull of server.state.pulls) pull.head = olderHead;
    });
    expect(await post(server)).toMatchObject({ comment: 'stale' });
    expect(bodies()).toEqual([]);
  });

  it('writes when the pull request was set back to it', async () => {
    await post(server, { run: 1 });
    for (const pull of server.state.pulls) pull.head = olderHead;
    await post(server, { head: olderHead, report: allClean, run: 2 });
    expect(bodies()).toEqual([expect.stringContaining('all clean')]);
  });
});

/** What waits, and what lets it go on. */
function gate(): readonly [Promise<void>, () => void] {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return [opened, () => open()];
}

describe('two runs at once', () => {
  function moveHead(head: string): void {
    for (const pull of server.state.pulls) pull.head = head;
  }

  /** Lets two runs look at the comments before either of them creates one. */
  async function together(older: Post, newer: Post): Promise<string[]> {
    const [arrived, arrive] = gate();
    let second: Promise<PostOutcome> | undefined;
    server.before('issues/create-comment', () => {
      moveHead(newerHead);
      second = post(server, newer);
      return arrived;
    });
    server.before('issues/create-comment', () => arrive());
    moveHead(older.head ?? newerHead);
    const first = await post(server, older);
    return [...first.notices, ...((await second)?.notices ?? ['the second run did not start'])];
  }

  it('of the same head leave one comment', async () => {
    expect(await together({ run: 1 }, { run: 2 })).toEqual([]);
    expect(bodies()).toEqual([expect.stringContaining(`head=${newerHead}`)]);
  });

  it('of which one has become stale leave one comment, of the newer head', async () => {
    expect(await together({ run: 1, head: olderHead }, { run: 2 })).toEqual([]);
    expect(bodies()).toEqual([expect.stringContaining(`head=${newerHead}`)]);
  });

  it('do not take away what the other one has just written to', async () => {
    const [bothLooked, releaseFirst] = gate();
    const [firstWrote, releaseSecond] = gate();
    const [bothWrote, releaseSettling] = gate();
    const [firstDone, releaseRest] = gate();
    let second: Promise<PostOutcome> | undefined;
    let isFirstDone = false;
    moveHead(olderHead);
    server.before('issues/create-comment', () => {
      moveHead(newerHead);
      second = post(server, { run: 2 });
      return bothLooked;
    });
    server.before('issues/create-comment', () => {
      releaseFirst();
      return firstWrote;
    });
    const looks = [
      () => {},
      () => {},
      () => {
        releaseSecond();
        return bothWrote;
      },
      () => {
        releaseSettling();
        return firstDone;
      },
    ];
    for (const look of looks) server.before('issues/list-comments', look);
    // Only a first run that deletes what it should leave gets here before it is done.
    server.before('issues/delete-comment', async () => {
      if (isFirstDone) return;
      releaseRest();
      await second;
    });
    expect(await post(server, { run: 1, head: olderHead })).toMatchObject({ comment: 'stale' });
    isFirstDone = true;
    releaseRest();
    expect(await second).toMatchObject({ comment: 'posted', notices: [] });
    expect(bodies()).toEqual([expect.stringContaining(`head=${newerHead}`)]);
  });

  it('leave the newer one when all of it falls between two steps of the older one', async () => {
    moveHead(olderHead);
    server.before('issues/create-comment', async () => {
      moveHead(newerHead);
      await post(server, { run: 2 });
    });
    expect(await post(server, { run: 1, head: olderHead })).toMatchObject({ comment: 'stale', notices: [] });
    expect(server.state.comments).toMatchObject([
      { id: 1, body: expect.stringContaining(`head=${newerHead}`) },
    ]);
  });

  it('tidy up the same comments without an error', async () => {
    await post(server);
    const [first = ''] = bodies();
    server.state.comments.push({ id: 90, pull: 7, login: 'github-actions[bot]', body: first });
    server.before('issues/delete-comment', () => void server.state.comments.splice(1));
    expect(await post(server, { report: allClean, run: 2 })).toMatchObject({
      comment: 'posted',
      notices: [],
    });
    expect(bodies()).toHaveLength(1);
  });
});

it('never has the token in what it says', async () => {
  for (const token of [`${jobToken}\nx`, 'ghs_unknown']) {
    const outcome = await post(server, { token, statuses: true });
    expect(outcome.comment).toBe('failed');
    expect(JSON.stringify(outcome)).not.toContain('ghs_');
  }
});
