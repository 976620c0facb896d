import type { ThrottlingOptions } from '@octokit/plugin-throttling';
import type { TimeBudget } from './time-budget.ts';

type Group = NonNullable<ThrottlingOptions['write']>;

/**
 * Lets requests through with some time in between, as GitHub asks for
 * (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests).
 * It stands in for the throttling plugin's own, which would wait by a clock that nobody can pass in.
 *
 * @param milliseconds from one request to the next
 */
export function spacing(budget: TimeBudget, milliseconds: number): Group {
  let next = 0;
  const schedule = async (_: unknown, run: () => Promise<void>): Promise<void> => {
    const start = Math.max(budget.now(), next);
    next = start + milliseconds;
    await budget.wait(start - budget.now());
    return run();
  };
  // All that the plugin uses of a group is this one method of its member.
  return { key: () => ({ schedule }) } as unknown as Group;
}
