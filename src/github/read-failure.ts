import type { Failure } from './outcome.ts';
import { responseHeaders } from './whole-answers.ts';

const longestReason = 200;

/**
 * What an error of Octokit means. Of its message only GitHub's own words on an invalid request are kept: those of
 * the network code may quote a header, and so the token.
 */
export function readFailure(error: unknown, now: number, token: string): Failure {
  const status = statusOf(error);
  if (status === undefined) return { kind: 'unavailable', reason: 'the request could not be sent' };
  const headers = responseHeaders(error);
  if (status === 429 || (status === 403 && isLimit(error, headers))) {
    return { kind: 'rate-limited', retryAfter: retryAfter(headers, now) };
  }
  if (status === 401) return { kind: 'unauthorised' };
  if (status === 403)
    return isLocked(error) ? { kind: 'invalid', reason: 'it is locked' } : { kind: 'forbidden' };
  if (status === 404 || status === 410) return { kind: 'not-found' };
  if (status >= 500) return { kind: 'unavailable', reason: unavailableReason(error, status) };
  return { kind: 'invalid', reason: invalidReason(error, status, token) };
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

function isLimit(error: unknown, headers: Readonly<Record<string, unknown>>): boolean {
  if (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0') return true;
  return error instanceof Error && /\brate limit\b/i.test(error.message);
}

/** A locked conversation is answered with 403 as well, and no permission of a job helps there. */
function isLocked(error: unknown): boolean {
  return error instanceof Error && /\bis locked\b/i.test(error.message);
}

/** Seconds, by one of the two headers (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api). */
function retryAfter(headers: Readonly<Record<string, unknown>>, now: number): number | undefined {
  const seconds = Number(headers['retry-after']);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds;
  const reset = Number(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] !== '0' || !Number.isFinite(reset)) return undefined;
  return Math.max(0, Math.ceil(reset - now / 1000)) + 1;
}

function unavailableReason(error: unknown, status: number): string {
  if (error instanceof Error && 'response' in error && error.response !== undefined)
    return `it answers ${status}`;
  const cause = error instanceof Error ? error.cause : undefined;
  if (isTimeout(cause)) return 'no answer in time';
  const code = codeOf(cause);
  return code === undefined ? 'the connection broke off' : `the connection broke off, ${code}`;
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'TimeoutError';
}

/** `ECONNRESET` and the like, of the error or of the one behind it. */
function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  const own = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return /^[A-Z_]+$/.test(own ?? '') ? own : codeOf(cause.cause);
}

function invalidReason(error: unknown, status: number, token: string): string {
  const message = error instanceof Error ? error.message : '';
  // A server behind GITHUB_API_URL might answer with what it was sent.
  const shown = token === '' ? message : message.replaceAll(token, '***');
  return shown === '' ? `it answers ${status}` : shown.slice(0, longestReason);
}
