/** Why a request came to nothing. Holds no text of the server but GitHub's own message on an invalid request. */
export type Failure =
  /** The token was refused. */
  | { readonly kind: 'unauthorised' }
  /** The token lacks a permission. */
  | { readonly kind: 'forbidden' }
  /** Not there, or not for this token to see. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly reason: string }
  /** Too many requests; `retryAfter` in seconds, as GitHub says. */
  | { readonly kind: 'rate-limited'; readonly retryAfter: number | undefined }
  /** No answer, half of one, or one of the server's own errors: what was asked for may have been done all the same. */
  | { readonly kind: 'unavailable'; readonly reason: string };

/** What a request gives, or why it gives nothing. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** The value of what went well. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** What came of a request that failed. */
export function failed(failure: Failure): Outcome<never> {
  return { ok: false, failure };
}

/**
 * One sentence for a person, with what to do about it.
 *
 * @param what the attempt, `The comment was not posted`
 * @param permission what it takes, in the words of a workflow: `pull-requests: write`
 */
export function failureNotice(what: string, failure: Failure, permission: string): string {
  switch (failure.kind) {
    case 'unauthorised':
      return `${what}: GitHub does not accept the token (401). Pass one that is still valid.`;
    case 'forbidden':
      return `${what}: the token may not do that (403). Give the job \`permissions: ${permission}\`.`;
    case 'not-found':
      return `${what}: GitHub knows no such pull request or commit, or the token may not see it (404). It takes \`permissions: ${permission}\`.`;
    case 'invalid':
      return `${what}: GitHub refuses it: ${failure.reason}`;
    case 'rate-limited':
      return `${what}: GitHub's limit on requests is reached, and waiting would take too long. Run the job again later.`;
    case 'unavailable':
      return `${what}: GitHub could not be reached (${failure.reason}). Run the job again later.`;
  }
}

/** The same for a token that can be given no permission. */
export function readOnlyNotice(what: string, permission: string): string {
  return `${what}: it takes \`permissions: ${permission}\`, and GitHub gives a pull request from a fork none that writes (403). A second workflow, on workflow_run, can post it: https://github.com/windtunnel/windtunnel/blob/main/docs/github.md`;
}
