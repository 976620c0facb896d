import type { RunnerEvent } from '../github/event.ts';
import type { PostOutcome } from '../github/post-outcome.ts';
import type { Post, PostRequest } from '../github/post-run.ts';
import { type PostTarget, postTarget } from '../github/post-target.ts';
import { exitCodes } from '../model/exit-code.ts';
import { UsageError } from './usage-error.ts';

/** Where this job posts; throws a {@link UsageError} that says why it must not, or cannot. */
export function targetOf(event: RunnerEvent, env: Readonly<Record<string, string | undefined>>): PostTarget {
  const target = postTarget(event, env);
  if ('unusable' in target) throw new UsageError(target.unusable);
  return target;
}

/** Posts what is wanted; what nobody wants asks GitHub for nothing. */
export async function postJoined(request: PostRequest, post: Post): Promise<PostOutcome> {
  if (request.comment || request.statuses) return post(request);
  return { comment: 'not-asked', statuses: 'none', notices: [], remarks: [] };
}

/**
 * How a job ends that has joined reports. One that posts for another run (`workflow_run`) does not fail for what that
 * run has found, which has failed itself: only where there was nothing to read.
 *
 * @param verdict the exit code of the joined report
 */
export function postedExitCode(
  verdict: number,
  event: RunnerEvent | undefined,
  { isReadable }: { readonly isReadable: boolean },
): number {
  return event?.kind === 'workflow-run' && isReadable ? exitCodes.clean.code : verdict;
}
