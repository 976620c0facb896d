import type { Failure, Outcome } from './outcome.ts';
import type { TimeBudget } from './time-budget.ts';

/**
 * GitHub asks for at least a minute after a secondary limit without a time of its own
 * (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately).
 */
const usualRetryAfter = 60;

/**
 * Runs a round until it is settled. A round looks at what is there before it writes, so that one whose answer was
 * lost finds its work done, and one that had to wait finds out whether it still is to be done.
 */
export async function repeat<T>(budget: TimeBudget, round: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  for (let tried = 1; ; tried += 1) {
    const outcome = await round();
    if (outcome.ok || tried >= budget.limits.tries) return outcome;
    const delay = delayAfter(outcome.failure, tried);
    if (delay === undefined || !(await budget.wait(delay))) return outcome;
  }
}

/** Milliseconds to wait before another try; undefined where another would fail the same way. */
function delayAfter(failure: Failure, tried: number): number | undefined {
  if (failure.kind === 'rate-limited') return (failure.retryAfter ?? usualRetryAfter) * 1000;
  return failure.kind === 'unavailable' ? tried * tried * 1000 : undefined;
}
