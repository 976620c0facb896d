import type { Report } from '../model/report.ts';
import type { CommentContext } from '../report/comment/context.ts';
import { comment, hasNews } from '../report/comment.ts';
import type { Access } from './client.ts';
import { findPullRequest, type RunHead } from './find-pull-request.ts';
import type { GitHubApi, Repository } from './github-api.ts';
import { openGitHub } from './open-github.ts';
import { done, type Outcome } from './outcome.ts';
import { ownAccount } from './own-account.ts';
import { platformStatuses } from './platform-statuses.ts';
import { postComment } from './post-comment.ts';
import { type CommentOutcome, type PostOutcome, postOutcome } from './post-outcome.ts';
import { postStatuses } from './post-statuses.ts';
import { type Clock, type Limits, TimeBudget, usualLimits } from './time-budget.ts';

/** What is posted, and where. */
export interface PostContext extends Access {
  /** The repository that the pull request is in. */
  readonly repository: Repository;
  /** Number of the pull request, or what it is found by; absent where only statuses are wanted. */
  readonly pull?: number | RunHead;
  readonly comment: CommentContext;
  /** Whether each platform gets a commit status. */
  readonly statuses: boolean;
  /** True for the token of a pull request from a fork, which may only read, whatever the workflow says. */
  readonly isReadOnly?: boolean;
}

export interface PostIo {
  readonly clock: Clock;
  readonly limits?: Limits;
}

/** Posts a report on the pull request and on its head commit. Never throws for what GitHub answers. */
export async function postReport(report: Report, context: PostContext, io: PostIo): Promise<PostOutcome> {
  const budget = new TimeBudget(io.clock, io.limits ?? usualLimits);
  const api = openGitHub(context, context.repository, budget);
  const posted =
    context.pull === undefined ? undefined : await tellPull(api, report, context, context.pull, budget);
  const { marker, failOn, reportUrl } = context.comment;
  const wanted = context.statuses ? platformStatuses(report, failOn, reportUrl) : [];
  const told = wanted.length > 0 ? await postStatuses(api, marker.head, wanted, budget) : undefined;
  return postOutcome(posted, told, context.isReadOnly ?? false);
}

async function tellPull(
  api: GitHubApi,
  report: Report,
  context: PostContext,
  pull: number | RunHead,
  budget: TimeBudget,
): Promise<CommentOutcome> {
  const found = typeof pull === 'number' ? done(pull) : await numberOf(api, pull, budget);
  if (!found.ok) return found;
  if (typeof found.value !== 'number') return done({ status: found.value });
  const author = await ownAccount(api, budget);
  if (!author.ok) return author;
  return postComment(
    api,
    {
      pull: found.value,
      author: author.value,
      marker: context.comment.marker,
      body: comment(report, context.comment),
      worthPosting: hasNews(report),
    },
    budget,
  );
}

/** The number of an open pull request that has this commit at its head, or why there is none. */
async function numberOf(
  api: GitHubApi,
  head: RunHead,
  budget: TimeBudget,
): Promise<Outcome<number | 'closed' | 'stale' | 'ambiguous'>> {
  const found = await findPullRequest(api, head, budget);
  if (!found.ok) return found;
  if (found.value.status === 'found') return done(found.value.pullRequest.number);
  return done(found.value.status === 'none' ? 'closed' : found.value.status);
}
