import type { Outcome } from './outcome.ts';

/** `owner/name` of a repository, in its two parts. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** A comment in the conversation of a pull request. */
export interface PostedComment {
  readonly id: number;
  /** Name of the account; an app's ends with `[bot]`, which no person's can. */
  readonly author: string | undefined;
  readonly body: string;
}

/** A pull request, as far as posting needs it. */
export interface PullRequest {
  readonly number: number;
  /** The commit at its head. */
  readonly head: string;
  /** `owner/name` of the head's repository; undefined once that is deleted. */
  readonly headRepository: string | undefined;
}

/** https://docs.github.com/en/rest/commits/statuses */
export interface CommitStatus {
  /** Its name in the list of checks: `windtunnel / aws`. */
  readonly context: string;
  readonly state: 'success' | 'failure' | 'error';
  /** At most 140 characters. */
  readonly description: string;
  /** Where its link leads. */
  readonly url?: string;
}

/** A status as it stands, which others may have written too. */
export interface PostedStatus extends Omit<CommitStatus, 'state'> {
  readonly state: string;
}

/**
 * All that is asked of GitHub, for one repository. Every failure is a value. Reading is tried again by itself;
 * writing is not, because whoever writes has to look first whether it was done, and whether it still should be.
 */
export interface GitHubApi {
  /** Name of the account that the token posts as. */
  readonly whoAmI: () => Promise<Outcome<string>>;
  readonly pullRequest: (number: number) => Promise<Outcome<PullRequest>>;
  /** Open pull requests from a branch; `owner` is the one of the head's repository. */
  readonly pullRequestsFrom: (owner: string, branch: string) => Promise<Outcome<readonly PullRequest[]>>;
  /** All comments of a pull request. */
  readonly comments: (pull: number) => Promise<Outcome<readonly PostedComment[]>>;
  readonly createComment: (pull: number, body: string) => Promise<Outcome<PostedComment>>;
  readonly updateComment: (id: number, body: string) => Promise<Outcome<PostedComment>>;
  readonly deleteComment: (id: number) => Promise<Outcome<void>>;
  /** The newest status of each context. */
  readonly statuses: (commit: string) => Promise<Outcome<readonly PostedStatus[]>>;
  readonly createStatus: (commit: string, status: CommitStatus) => Promise<Outcome<void>>;
}
