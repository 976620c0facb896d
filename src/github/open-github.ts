import { type Access, openClient } from './client.ts';
import { toComment, toPullRequest, toStatus } from './from-api.ts';
import type { GitHubApi, Repository } from './github-api.ts';
import { done, failed, type Outcome } from './outcome.ts';
import { readFailure } from './read-failure.ts';
import type { TimeBudget } from './time-budget.ts';

/** The most that a page holds. */
const pageSize = 100;
/** Writing is not tried again here, see `GitHubApi`. */
const once = { request: { retries: 0 } };

/** One repository at GitHub, over its REST API. */
export function openGitHub(access: Access, repository: Repository, budget: TimeBudget): GitHubApi {
  const client = openClient(access, budget);
  const { rest } = client;
  const ask = <T>(request: () => Promise<T>): Promise<Outcome<T>> =>
    request().then(done, (error: unknown) => failed(readFailure(error, budget.now(), access.token)));
  return {
    whoAmI: () => ask(async () => (await rest.users.getAuthenticated()).data.login),
    pullRequest: (number) =>
      ask(async () => toPullRequest((await rest.pulls.get({ ...repository, pull_number: number })).data)),
    pullRequestsFrom: (owner, branch) =>
      ask(async () => {
        const head = `${owner}:${branch}`;
        const query = { ...repository, head, state: 'open', per_page: pageSize } as const;
        return (await client.paginate(rest.pulls.list, query)).map(toPullRequest);
      }),
    comments: (pull) =>
      ask(async () => {
        const query = { ...repository, issue_number: pull, per_page: pageSize };
        return (await client.paginate(rest.issues.listComments, query)).map(toComment);
      }),
    createComment: (pull, body) =>
      ask(async () =>
        toComment(
          (await rest.issues.createComment({ ...repository, issue_number: pull, body, ...once })).data,
        ),
      ),
    updateComment: (id, body) =>
      ask(async () =>
        toComment((await rest.issues.updateComment({ ...repository, comment_id: id, body, ...once })).data),
      ),
    deleteComment: (id) =>
      ask(async () => {
        await rest.issues.deleteComment({ ...repository, comment_id: id, ...once });
      }),
    ...statusRequests(client, repository, ask),
  };
}

type Client = ReturnType<typeof openClient>;

function statusRequests(
  client: Client,
  repository: Repository,
  ask: <T>(request: () => Promise<T>) => Promise<Outcome<T>>,
): Pick<GitHubApi, 'statuses' | 'createStatus'> {
  const { repos } = client.rest;
  return {
    statuses: (commit) =>
      ask(async () => {
        const query = { ...repository, ref: commit, per_page: pageSize };
        const all = await client.paginate(repos.listCommitStatusesForRef, query);
        // GitHub lists the newest first.
        return [...new Map(all.reverse().map((status) => [status.context, toStatus(status)])).values()];
      }),
    createStatus: (commit, { url, ...status }) =>
      ask(async () => {
        const target = url === undefined ? {} : { target_url: url };
        await repos.createCommitStatus({ ...repository, ...status, ...target, sha: commit, ...once });
      }),
  };
}
