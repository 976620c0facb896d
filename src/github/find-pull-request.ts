import type { GitHubApi, PullRequest } from './github-api.ts';
import { done, type Outcome } from './outcome.ts';
import { repeat } from './repeat.ts';
import type { TimeBudget } from './time-budget.ts';

/** What GitHub says of the run that a `workflow_run` event is about; nothing of it is from the run's artifacts. */
export interface RunHead {
  /** `owner/name` of the repository that the head commit was pushed to; undefined once that is deleted. */
  readonly repository: string | undefined;
  readonly branch: string | undefined;
  readonly commit: string;
}

/**
 * - `none`: no open pull request comes from that branch.
 * - `stale`: there is one, and its head is another commit by now.
 * - `ambiguous`: the branch has several, into different bases, and which of them the run was for cannot be told.
 */
export type FoundPullRequest =
  | { readonly status: 'found'; readonly pullRequest: PullRequest }
  | { readonly status: 'none' | 'stale' | 'ambiguous' };

/**
 * The pull request that a run was for. GitHub names none in the event of a run from a fork
 * (https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run).
 */
export function findPullRequest(
  api: GitHubApi,
  { repository, branch, commit }: RunHead,
  budget: TimeBudget,
): Promise<Outcome<FoundPullRequest>> {
  if (repository === undefined || branch === undefined) return Promise.resolve(done({ status: 'none' }));
  return repeat<FoundPullRequest>(budget, async () => {
    const [owner = ''] = repository.split('/');
    const listed = await api.pullRequestsFrom(owner, branch);
    if (!listed.ok) return listed;
    // Of one owner there may be several forks.
    const fromHere = listed.value.filter((pull) => isSameRepository(pull.headRepository, repository));
    const [first, ...others] = fromHere.filter(({ head }) => head === commit);
    if (first === undefined) return done({ status: fromHere.length > 0 ? 'stale' : 'none' });
    return done(others.length > 0 ? { status: 'ambiguous' } : { status: 'found', pullRequest: first });
  });
}

/** GitHub tells names of repositories apart regardless of case. */
function isSameRepository(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}
