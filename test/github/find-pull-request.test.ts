import { expect, it } from 'vitest';
import { readAddresses } from '../../src/github/addresses.ts';
import { findPullRequest, type RunHead } from '../../src/github/find-pull-request.ts';
import { openGitHub } from '../../src/github/open-github.ts';
import type { Outcome } from '../../src/github/outcome.ts';
import { TimeBudget, usualLimits } from '../../src/github/time-budget.ts';
import { hostileTexts } from '../report/hostile-texts.ts';
import { clockOfWaits, jobToken, newerHead, olderHead, runnerVariables } from './posting.ts';
import { server, serverForEachTest } from './server/for-each-test.ts';

serverForEachTest();

const fork = { repository: 'octocat/clusters', branch: 'fix', commit: newerHead };

/** Adds an open pull request from the fork. */
function addPull(number: number, head: string, headRepository: string | undefined = fork.repository): void {
  server.state.pulls.push({ number, state: 'open', branch: 'fix', head, headRepository });
}

async function find(head: RunHead): Promise<Outcome<unknown>> {
  const addresses = readAddresses(runnerVariables(server));
  if (addresses === undefined) throw new Error('the server has a repository');
  const budget = new TimeBudget(clockOfWaits().clock, usualLimits);
  const api = openGitHub({ ...addresses, token: jobToken }, addresses.repository, budget);
  return findPullRequest(api, head, budget);
}

it('finds the pull request of a fork by its repository and commit', async () => {
  addPull(8, newerHead);
  expect(await find(fork)).toEqual({
    ok: true,
    value: {
      status: 'found',
      pullRequest: { number: 8, head: newerHead, headRepository: 'octocat/clusters' },
    },
  });
});

it.each<[string, () => void, RunHead, string]>([
  ['no pull request', () => {}, fork, 'none'],
  ['the same branch and commit of another fork', () => addPull(8, newerHead, 'octocat/copy'), fork, 'none'],
  [
    'a fork that was deleted',
    () => addPull(8, newerHead, undefined),
    { ...fork, repository: 'ghost/x' },
    'none',
  ],
  ['a newer head', () => addPull(8, olderHead), fork, 'stale'],
  [
    'two pull requests of one commit',
    () => {
      addPull(8, newerHead);
      addPull(9, newerHead);
    },
    fork,
    'ambiguous',
  ],
  [
    'a branch name full of signs',
    () => addPull(8, newerHead),
    { ...fork, branch: '&state=all#?x=[]%00/../' },
    'none',
  ],
])('for %s it says so', async (_, arrange, head, status) => {
  arrange();
  expect(await find(head)).toEqual({ ok: true, value: { status } });
});

// A name that git would not take may stand in a payload all the same. GitHub takes no branch without a name, and half a
// surrogate pair has no place in an address.
const branches = hostileTexts.filter((text) => text !== '' && !/\p{Cs}/u.test(text));

it.each(branches.map((text) => [text]))('the branch %j is one name among others', async (branch) => {
  addPull(7, newerHead);
  const headRepository = fork.repository;
  server.state.pulls.push({ number: 8, state: 'open', branch, head: newerHead, headRepository });
  expect(await find({ ...fork, branch })).toMatchObject({
    ok: true,
    value: { status: 'found', pullRequest: { number: 8 } },
  });
});

it('a branch that has no place in an address is not asked for', async () => {
  expect(await find({ ...fork, branch: 'half \ud800' })).toMatchObject({ ok: false });
  expect(server.asked).toEqual([]);
});

it('does not take a closed one', async () => {
  server.state.pulls.push({
    number: 8,
    state: 'closed',
    branch: 'fix',
    head: newerHead,
    headRepository: fork.repository,
  });
  expect(await find(fork)).toEqual({ ok: true, value: { status: 'none' } });
});

it('gives what GitHub refuses as a value', async () => {
  server.state.accounts.clear();
  expect(await find(fork)).toEqual({ ok: false, failure: { kind: 'unauthorised' } });
});
