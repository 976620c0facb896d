import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { spacing } from './spacing.ts';
import type { TimeBudget } from './time-budget.ts';
import { wholeAnswers } from './whole-answers.ts';

/** Which GitHub, and as whom. */
export interface Access {
  /** Address of the API, as `GITHUB_API_URL` has it: `https://api.github.com`, `https://ghe.example/api/v3`. */
  readonly apiUrl: string;
  readonly token: string;
}

/** Limits are left to the throttling plugin: this one would not heed how long GitHub says to wait. */
const doNotRetry = [400, 401, 403, 404, 410, 422, 429, 451];

/**
 * Octokit with its plugins. They decide what is tried again; all waiting is done by the budget's clock, so theirs is
 * set to nothing.
 */
export function openClient({ apiUrl, token }: Access, budget: TimeBudget): Octokit {
  const { tries, answer } = budget.limits;
  const onLimit = async (seconds: number, method: string, tried: number): Promise<boolean> =>
    method === 'GET' && tried < tries - 1 && (await budget.wait(seconds * 1000));
  const WithPlugins = Octokit.plugin(wholeAnswers(budget), retry, throttling);
  return new WithPlugins({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'windtunnel',
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    request: {
      fetch: (url: string, init: RequestInit) =>
        fetch(url, { ...init, signal: AbortSignal.timeout(Math.max(1, Math.min(answer, budget.left()))) }),
    },
    retry: { doNotRetry, retries: tries - 1, retryAfterBaseValue: 0 },
    throttle: {
      retryAfterBaseValue: 0,
      write: spacing(budget, 1000),
      notifications: spacing(budget, 3000),
      onRateLimit: (seconds, { method }, _, tried) => onLimit(seconds, method, tried),
      onSecondaryRateLimit: (seconds, { method }, _, tried) => onLimit(seconds, method, tried),
    },
  });
}

/** Octokit logs addresses, and headers that are deprecated; none of it concerns the reader of a job's log. */
function ignore(): void {}
