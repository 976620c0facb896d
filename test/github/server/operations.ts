import { type Answer, commentBody, pullBody, refusal, statusBody, userBody } from './answers.ts';
import type { ApiRequest } from './judge.ts';
import type { Account, State } from './state.ts';

/** A request to one operation, with what its path says. */
export interface Call {
  readonly request: ApiRequest;
  readonly account: Account;
  readonly path: Readonly<Record<string, string>>;
  /** Properties of its body. */
  readonly body: Readonly<Record<string, unknown>>;
}

const notFound = refusal(404, 'Not Found');
const longestComment = 65_536;
const longestDescription = 140;

function forbidden(permission: string): Answer {
  return refusal(403, 'Resource not accessible by integration', {
    'x-accepted-github-permissions': permission,
  });
}

/** What the server does for each operation that it knows. */
export const operations: Readonly<Record<string, (state: State, call: Call) => Answer>> = {
  'users/get-authenticated': (_, { account }) =>
    account.isApp ? forbidden('') : { status: 200, body: userBody(account.login) },
  'pulls/get': ({ pulls }, { path }) => {
    const pull = pulls.find(({ number }) => String(number) === path['pull_number']);
    return pull === undefined ? notFound : { status: 200, body: pullBody('pull-request', pull) };
  },
  'pulls/list': ({ pulls }, { request }) => {
    const head = request.query.get('head');
    const state = request.query.get('state') ?? 'open';
    const found = pulls.filter(
      (pull) =>
        (state === 'all' || pull.state === state) &&
        (head === null || head === `${(pull.headRepository ?? 'ghost/x').split('/')[0]}:${pull.branch}`),
    );
    return { status: 200, body: found.map((pull) => pullBody('pull-request-simple', pull)) };
  },
  'issues/list-comments': ({ comments, pulls }, { path }) => {
    const pull = pulls.find(({ number }) => String(number) === path['issue_number']);
    if (pull === undefined) return notFound;
    return { status: 200, body: comments.filter((each) => each.pull === pull.number).map(commentBody) };
  },
  'issues/create-comment': (state, { account, path, body }) => {
    const pull = state.pulls.find(({ number }) => String(number) === path['issue_number']);
    if (pull === undefined) return notFound;
    if (!account.permissions.has('pull-requests: write'))
      return forbidden('issues=write; pull_requests=write');
    const text = String(body['body']);
    if (text.length > longestComment) return tooLong;
    const comment = { id: state.nextId++, pull: pull.number, login: account.login, body: text };
    state.comments.push(comment);
    return { status: 201, body: commentBody(comment) };
  },
  'issues/update-comment': ({ comments }, { account, path, body }) => {
    const comment = comments.find(({ id }) => String(id) === path['comment_id']);
    if (comment === undefined) return notFound;
    if (!account.permissions.has('pull-requests: write'))
      return forbidden('issues=write; pull_requests=write');
    const text = String(body['body']);
    if (text.length > longestComment) return tooLong;
    comment.body = text;
    return { status: 200, body: commentBody(comment) };
  },
  'issues/delete-comment': ({ comments }, { account, path }) => {
    const index = comments.findIndex(({ id }) => String(id) === path['comment_id']);
    if (index < 0) return notFound;
    if (!account.permissions.has('pull-requests: write'))
      return forbidden('issues=write; pull_requests=write');
    comments.splice(index, 1);
    return { status: 204 };
  },
  'repos/list-commit-statuses-for-ref': ({ statuses }, { path }) => {
    const found = statuses.filter(({ sha }) => sha === path['ref']).toReversed();
    return { status: 200, body: found.map(statusBody) };
  },
  'repos/create-commit-status': ({ statuses }, { account, path, body }) => {
    if (!account.permissions.has('statuses: write')) return forbidden('statuses=write');
    const description = body['description'] === undefined ? null : String(body['description']);
    if ((description ?? '').length > longestDescription) return tooLong;
    const status = {
      sha: path['sha'] ?? '',
      context: String(body['context'] ?? 'default'),
      state: String(body['state']),
      description,
      target_url: body['target_url'] === undefined ? null : String(body['target_url']),
    };
    statuses.push(status);
    return { status: 201, body: statusBody(status) };
  },
};

const tooLong: Answer = {
  status: 422,
  body: { message: 'Validation Failed', errors: [{ code: 'custom', field: 'body', message: 'is too long' }] },
};
