import { failureNotice, type Outcome, readOnlyNotice } from './outcome.ts';
import type { CommentResult } from './post-comment.ts';

/** What became of a posting. That something could not be posted changes nothing about the verdict of the check. */
export interface PostOutcome {
  readonly comment: CommentResult['status'] | 'failed' | 'not-asked';
  /** `none`: not asked for, or no entry has a platform. */
  readonly statuses: 'posted' | 'failed' | 'none';
  /** For the job's log, one sentence each, as plain text: what was not posted, why, and what to do. */
  readonly notices: readonly string[];
  /** The same, of what is as it should be: the pull request is closed, or its token may only read. */
  readonly remarks: readonly string[];
}

/** What became of the comment; besides, the pull request may be closed, or not to be told from another. */
export type CommentOutcome = Outcome<CommentResult | { readonly status: 'closed' | 'ambiguous' }>;

interface Remark {
  readonly text: string;
  /** False for what somebody should mend. */
  readonly isExpected: boolean;
}

/** How each ending of a comment is called, and what people are told of it. */
const endings: Readonly<
  Record<'closed' | 'ambiguous' | CommentResult['status'], Partial<Remark> & Pick<PostOutcome, 'comment'>>
> = {
  posted: { comment: 'posted' },
  'not-needed': { comment: 'not-needed' },
  closed: {
    comment: 'not-needed',
    text: 'No comment was posted: no open pull request comes from that branch.',
    isExpected: true,
  },
  stale: {
    comment: 'stale',
    text: 'No comment was posted: the pull request has another commit by now, or a later run has written.',
    isExpected: true,
  },
  ambiguous: {
    comment: 'failed',
    text: 'The comment was not posted: several open pull requests come from that commit and branch, and which of them was checked cannot be told.',
  },
};

/**
 * Says what became of both; undefined for what was not asked for.
 *
 * @param isReadOnly true where the token could not be given a permission that writes
 */
export function postOutcome(
  comment: CommentOutcome | undefined,
  statuses: Outcome<void> | undefined,
  isReadOnly: boolean,
): PostOutcome {
  const ending = comment?.ok ? endings[comment.value.status] : undefined;
  const { text, isExpected = false } = ending ?? {};
  const remarks: readonly Remark[] = [
    ...(text === undefined ? [] : [{ text, isExpected }]),
    ...failure(comment, 'The comment was not posted', 'pull-requests: write', isReadOnly),
    ...failure(statuses, 'The commit statuses were not posted', 'statuses: write', isReadOnly),
  ];
  return {
    comment: comment === undefined ? 'not-asked' : (ending?.comment ?? 'failed'),
    statuses: statuses === undefined ? 'none' : statuses.ok ? 'posted' : 'failed',
    notices: remarks.filter((remark) => !remark.isExpected).map((remark) => remark.text),
    remarks: remarks.filter((remark) => remark.isExpected).map((remark) => remark.text),
  };
}

function failure(
  outcome: Outcome<unknown> | undefined,
  what: string,
  permission: string,
  isReadOnly: boolean,
): Remark[] {
  if (outcome === undefined || outcome.ok) return [];
  const isExpected = isReadOnly && outcome.failure.kind === 'forbidden';
  const text = isExpected
    ? readOnlyNotice(what, permission)
    : failureNotice(what, outcome.failure, permission);
  return [{ text, isExpected }];
}
