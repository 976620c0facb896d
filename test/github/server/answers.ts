import { example } from './description.ts';
import type { State, StoredComment, StoredPull, StoredStatus } from './state.ts';

/** What goes back: JSON, or nothing. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A refusal in GitHub's form. */
export function refusal(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, headers, body: { message, documentation_url: 'https://docs.github.com/rest' } };
}

/** GitHub's own example of a comment, with the values of this one. */
export function commentBody({ id, login, body }: StoredComment): object {
  const shape = example('issue-comment');
  return { ...shape, id, body, user: { ...objectAt(shape, 'user'), login } };
}

export function statusBody({ sha: _, ...status }: StoredStatus): object {
  return { ...example('status'), ...status };
}

export function userBody(login: string): object {
  return { ...example('private-user-response-with-public-profile-information'), login };
}

/** The examples of the list and of the single pull request have other properties. */
export function pullBody(name: 'pull-request' | 'pull-request-simple', pull: StoredPull): object {
  const found = name === 'pull-request' ? example(name) : firstOf(example('pull-request-simple-items'));
  const head = objectAt(found, 'head');
  const repo = pull.headRepository === undefined ? null : repositoryBody(head, pull.headRepository);
  return {
    ...found,
    // The example has a team without the type that the schema asks for.
    requested_teams: [],
    number: pull.number,
    state: pull.state,
    head: { ...head, ref: pull.branch, sha: pull.head, repo },
  };
}

function repositoryBody(head: Readonly<Record<string, unknown>>, name: string): object {
  return { ...objectAt(head, 'repo'), full_name: name, name: name.split('/')[1] };
}

/** Headers of GitHub's limit on requests, which every answer has. */
export function limitHeaders({ remaining, reset }: State): Record<string, string> {
  return { 'x-ratelimit-remaining': String(Math.max(0, remaining)), 'x-ratelimit-reset': String(reset) };
}

function firstOf(list: unknown): Readonly<Record<string, unknown>> {
  return Array.isArray(list) ? list[0] : {};
}

function objectAt(value: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> {
  const found = value[key];
  return typeof found === 'object' && found !== null ? { ...found } : {};
}
