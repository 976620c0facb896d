import type { Octokit } from '@octokit/rest';
import type { TimeBudget } from './time-budget.ts';

type Plugin = Parameters<typeof Octokit.plugin>[0];

/** An answer that cannot be used, in the form of Octokit's own errors, for the plugins to treat it as one. */
class BrokenAnswer extends Error {
  readonly status = 502;
  readonly request: unknown;

  constructor(request: unknown) {
    super('the answer ended early');
    this.request = request;
  }
}

/**
 * Makes up for what Octokit passes over; it has to come before the other plugins, to be nearest to the request.
 *
 * - Half an answer would be taken for an empty page, and a comment on it never be found.
 * - `Retry-After` is kept on every refusal for too many requests, whatever its message
 *   (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit);
 *   the throttling plugin goes by the message.
 * - The waits of the retry plugin are done here, by the budget's clock, and end with the budget.
 */
export function wholeAnswers(budget: TimeBudget): Plugin {
  return (octokit) => {
    octokit.hook.after('request', (response, options) => {
      const hasBody = response.status === 200 || response.status === 201;
      if (hasBody && (typeof response.data !== 'object' || response.data === null)) {
        throw new BrokenAnswer(options);
      }
    });
    octokit.hook.error('request', async (error, { request }) => {
      const status = 'status' in error ? error.status : undefined;
      if ((status === 403 || status === 429) && hasRetryAfter(error))
        error.message += ' (secondary rate limit)';
      const tried = Number(request['retryCount'] ?? 0);
      const isTriedAgain =
        Number(status) >= 500 && request['retries'] !== 0 && tried < budget.limits.tries - 1;
      if (isTriedAgain && !(await budget.wait((tried + 1) ** 2 * 1000))) request['retries'] = 0;
      throw error;
    });
  };
}

function hasRetryAfter(error: Error): boolean {
  return responseHeaders(error)['retry-after'] !== undefined;
}

/** Headers of the answer that an error of Octokit stands for, by their names in lower case. */
export function responseHeaders(error: unknown): Readonly<Record<string, unknown>> {
  const response = property(error, 'response');
  const headers = property(response, 'headers');
  return typeof headers === 'object' && headers !== null ? { ...headers } : {};
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
