import type { Report } from '../model/report.ts';
import { comment, isAllClean } from '../report/comment.ts';
import type { CommentContext } from '../report/comment-context.ts';
import type { Access } from './client.ts';
import type { GitHubApi, Repository } from './github-api.ts';
import { openGitHub } from './open-github.ts';
import { failureNotice, type Outcome } from './outcome.ts';
import { ownAccount } from './own-account.ts';
import { platformStatuses } from './platform-statuses.ts';
import { type CommentResult, postComment } from './post-comment.ts';
import { postStatuses } from './post-statuses.ts';
import { type Clock, type Limits, TimeBudget, usualLimits } from './time-budget.ts';

/** What is posted, and where. */
export interface PostContext extends Access {
  /** The repository that the pull request is in. */
  readonly repository: Repository;
  /** Number of the pull request; absent where only statuses are wanted. */
  readonly pull?: number;
  readonly comment: CommentContext;
  /** Whether each platform gets a commit status. */
  readonly statuses: boolean;
}

export interface PostIo {
  readonly clock: Clock;
  readonly limits?: Limits;
}

/** What became of it. That something could not be posted changes nothing about the verdict of the check. */
export interface PostOutcome {
  readonly comment: CommentResult['status'] | 'failed' | 'not-asked';
  /** `none`: not asked for, or no entry has a platform. */
  readonly statuses: 'posted' | 'failed' | 'none';
  /** For the job's log, one sentence each, as plain text: what was not posted, why, and what to do. */
  readonly notices: readonly string[];
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
  return {
    comment: posted === undefined ? 'not-asked' : posted.ok ? posted.value.status : 'failed',
    statuses: told === undefined ? 'none' : told.ok ? 'posted' : 'failed',
    notices: [
      ...notice(posted, 'The comment was not posted', 'pull-requests: write'),
      ...notice(told, 'The commit statuses were not posted', 'statuses: write'),
    ],
  };
}

async function tellPull(
  api: GitHubApi,
  report: Report,
  context: PostContext,
  pull: number,
  budget: TimeBudget,
): Promise<Outcome<CommentResult>> {
  const author = await ownAccount(api, budget);
  if (!author.ok) return author;
  return postComment(
    api,
    {
      pull,
      author: author.value,
      marker: context.comment.marker,
      body: comment(report, context.comment),
      worthPosting: !isAllClean(report),
    },
    budget,
  );
}

function notice(outcome: Outcome<unknown> | undefined, what: string, permission: string): string[] {
  return outcome === undefined || outcome.ok ? [] : [failureNotice(what, outcome.failure, permission)];
}
