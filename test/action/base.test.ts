import { describe, expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.ts';
import { eventVariables, type JobEvent, mergeGroup, pullRequest, push } from './events.ts';
import { cloned, config, git, history } from './pull-history.ts';
import { messages } from './report-step.ts';
import { runAction } from './run-action.ts';

/** No test here asks GitHub for anything. */
const server = { url: 'http://127.0.0.1:9', state: { repository: 'octo-org/clusters' } };

/** Runs the Action; gives the commit that it has the command line compare with, and its messages. */
async function baseOn(workspace: string, event: JobEvent, base = 'auto') {
  const step = await runAction({ workspace, inputs: { base }, env: eventVariables(server, event) });
  const [, commit] = /^\[command\].* --base=(\S+)/m.exec(step.log) ?? [];
  return { commit, messages: messages(step), log: step.log };
}

const missing = [expect.stringMatching(/^notice: Nothing to compare with: .*`fetch-depth: 2`/)];

describe('pull_request', () => {
  test('merged by GitHub, fetch-depth 2: the first parent, whatever the event says of the base', async () => {
    const all = history();
    const event = pullRequest({ head: all.head, base: all.fork });
    const found = await baseOn(cloned(all, all.merge, 2), event);
    expect(found).toMatchObject({ commit: all.main, messages: [] });
  });

  test('merged by GitHub, fetch-depth 1: none, and a notice says what to set', async () => {
    const all = history();
    const found = await baseOn(cloned(all, all.merge, 1), pullRequest({ head: all.head, base: all.main }));
    expect(found).toMatchObject({ commit: undefined, messages: missing });
  });

  test('its head checked out, all fetched: where its branch left the base', async () => {
    const all = history();
    git(all.folder, 'checkout', '--quiet', all.head);
    const found = await baseOn(all.folder, pullRequest({ head: all.head, base: all.main }));
    expect(found).toMatchObject({ commit: all.fork, messages: [] });
  });

  test('its head checked out, and nothing else: none, and a notice', async () => {
    const all = history();
    const found = await baseOn(cloned(all, all.head, 1), pullRequest({ head: all.head, base: all.main }));
    expect(found).toMatchObject({ commit: undefined, messages: missing });
  });

  test('a merge of somebody else is not taken for that of GitHub', async () => {
    const all = history();
    const event = pullRequest({ head: all.merge, base: all.fork });
    expect(await baseOn(all.folder, event)).toMatchObject({ commit: all.fork });
  });

  test('base: none and a commit win over the event', async () => {
    const all = history();
    const event = pullRequest({ head: all.head, base: all.main });
    expect(await baseOn(all.folder, event, 'none')).toMatchObject({ commit: undefined, messages: [] });
    expect(await baseOn(all.folder, event, all.fork)).toMatchObject({ commit: all.fork });
  });

  test('without a repository: none, and a line in the log only', async () => {
    const found = await baseOn(workspaceWith({ 'a.bu': config }), pullRequest());
    expect(found).toMatchObject({ commit: undefined, messages: [] });
    expect(found.log).toContain('Nothing to compare with: ');
  });
});

describe('merge_group', () => {
  test('the commit that the group starts from', async () => {
    const all = history();
    expect(await baseOn(all.folder, mergeGroup(all.fork))).toMatchObject({ commit: all.fork, messages: [] });
  });

  test('or else the first parent', async () => {
    const all = history();
    const clone = cloned(all, all.merge, 2);
    expect(await baseOn(clone, mergeGroup(all.fork))).toMatchObject({ commit: all.main, messages: [] });
    expect(await baseOn(cloned(all, all.merge, 1), mergeGroup(all.fork))).toMatchObject({
      commit: undefined,
      messages: missing,
    });
  });
});

describe('push', () => {
  test('what was there before, where it was fetched; no word where it was not', async () => {
    const all = history();
    expect(await baseOn(all.folder, push(all.main))).toMatchObject({ commit: all.main, messages: [] });
    expect(await baseOn(cloned(all, all.main, 1), push(all.fork))).toMatchObject({
      commit: undefined,
      messages: [],
    });
  });

  test('of a new branch: none', async () => {
    expect(await baseOn(history().folder, push())).toMatchObject({ commit: undefined, messages: [] });
  });
});
