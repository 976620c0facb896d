import { setTimeout as sleep } from 'node:timers/promises';
import type { FailOn } from '../model/exit-code.ts';
import type { Report } from '../model/report.ts';
import { commentIdentity } from '../report/comment/marker.ts';
import type { ReporterOptions } from '../report/reporter.ts';
import type { PostOutcome } from './post-outcome.ts';
import { type PostContext, type PostIo, postReport } from './post-report.ts';
import type { PostTarget } from './post-target.ts';

/** A report that a job posts. */
export interface PostRequest {
  readonly report: Report;
  readonly failOn: FailOn;
  readonly describe: ReporterOptions['describe'];
  readonly target: PostTarget;
  readonly token: string;
  /** Whether a comment is wanted, and statuses. */
  readonly comment: boolean;
  readonly statuses: boolean;
  /** What tells apart the checks of one job, such as the path of a config; empty for one check. */
  readonly config: string;
}

/** What posts, for those who do not load it themselves. */
export type Post = (request: PostRequest) => Promise<PostOutcome>;

/** Time as it goes. */
const systemClock: PostIo['clock'] = { now: Date.now, sleep: (milliseconds) => sleep(milliseconds) };

/** Posts what a run has found, as the job that this process is part of. Never throws for what GitHub answers. */
export async function postRun(
  request: PostRequest,
  io: PostIo = { clock: systemClock },
): Promise<PostOutcome> {
  const { report, target, token, config } = request;
  const { addresses, workflow, job, run, head, pull } = target;
  if (head === undefined) return { comment: 'not-asked', statuses: 'none', notices: [], remarks: [noCommit] };
  const context: PostContext = {
    ...addresses,
    token,
    statuses: request.statuses,
    isReadOnly: target.isFork,
    ...(request.comment && pull !== undefined && { pull }),
    comment: {
      failOn: request.failOn,
      describe: request.describe,
      marker: { identity: commentIdentity({ workflow, job, config }), head, run },
      repositoryUrl: target.headUrl,
      reportUrl: target.runUrl,
      postedAt: minuteOf(io.clock.now()),
    },
  };
  return postReport(report, context, io);
}

/** `2026-11-21 22:07 UTC` */
function minuteOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

const noCommit = 'Nothing was posted: the event is about no commit.';
