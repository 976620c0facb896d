import type { CommitStatus, GitHubApi, PostedStatus } from './github-api.ts';
import { done, type Outcome } from './outcome.ts';
import { repeat } from './repeat.ts';
import type { TimeBudget } from './time-budget.ts';

/**
 * Posts the statuses that do not stand there yet. GitHub keeps all that were ever posted, and takes at most 1,000 of
 * one context and commit: a job that is run again must not add to them.
 */
export function postStatuses(
  api: GitHubApi,
  commit: string,
  wanted: readonly CommitStatus[],
  budget: TimeBudget,
): Promise<Outcome<void>> {
  return repeat(budget, async () => {
    const posted = await api.statuses(commit);
    if (!posted.ok) return posted;
    for (const status of wanted) {
      if (posted.value.some((other) => isSame(other, status))) continue;
      const created = await api.createStatus(commit, status);
      if (!created.ok) return created;
    }
    return done(undefined);
  });
}

function isSame(posted: PostedStatus, status: CommitStatus): boolean {
  return (['context', 'state', 'description', 'url'] as const).every((key) => posted[key] === status[key]);
}
