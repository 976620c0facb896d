import type { GitHubApi } from './github-api.ts';
import { done, type Outcome } from './outcome.ts';
import { repeat } from './repeat.ts';
import type { TimeBudget } from './time-budget.ts';

/** Whose the token of a job is. No person can have brackets in a name. */
const actionsBot = 'github-actions[bot]';

/**
 * The account that comments are posted as. The token of a job is an app's, which may not ask who it is
 * (https://docs.github.com/en/rest/users/users#get-the-authenticated-user): then it is the one of GitHub Actions.
 */
export function ownAccount(api: GitHubApi, budget: TimeBudget): Promise<Outcome<string>> {
  return repeat(budget, async () => {
    const account = await api.whoAmI();
    if (account.ok || account.failure.kind !== 'forbidden') return account;
    return done(actionsBot);
  });
}
