import type { PostedComment, PostedStatus, PullRequest } from './github-api.ts';

interface ApiPullRequest {
  readonly number: number;
  readonly head: { readonly sha: string; readonly repo?: { readonly full_name: string } | null };
}

interface ApiComment {
  readonly id: number;
  readonly body?: string;
  readonly user: { readonly login: string } | null;
}

interface ApiStatus {
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
  readonly target_url: string | null;
}

export function toPullRequest({ number, head }: ApiPullRequest): PullRequest {
  return { number, head: head.sha, headRepository: head.repo?.full_name };
}

/** The author of a comment is absent once the account is deleted. */
export function toComment({ id, body, user }: ApiComment): PostedComment {
  return { id, author: user?.login, body: body ?? '' };
}

export function toStatus({ context, state, description, target_url }: ApiStatus): PostedStatus {
  return { context, state, description: description ?? '', ...(target_url !== null && { url: target_url }) };
}
