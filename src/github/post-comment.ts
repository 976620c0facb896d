import { isLaterRun, type Marker, readMarker, writeMarker } from '../report/comment/marker.ts';
import type { GitHubApi, PostedComment } from './github-api.ts';
import { done, type Outcome } from './outcome.ts';
import { repeat } from './repeat.ts';
import type { TimeBudget } from './time-budget.ts';

/** A comment that is to stand on a pull request. */
export interface CommentDraft {
  readonly pull: number;
  readonly marker: Marker;
  /** Markdown that begins with the marker. */
  readonly body: string;
  /** The account that posts: comments of others are never taken for ours. */
  readonly author: string;
  /** Whether it is worth a comment where there is none yet: a clean first run is not. */
  readonly worthPosting: boolean;
}

/**
 * - `posted`: it stands there now.
 * - `not-needed`: there was none, and nothing to say.
 * - `stale`: the pull request has another head by now, or a later run has written: that comment is left as it is.
 */
export type CommentResult =
  | { readonly status: 'posted'; readonly id: number }
  | { readonly status: 'not-needed' }
  | { readonly status: 'stale' };

/**
 * Posts the one comment of its identity, or brings it up to date. However often it is tried, and whoever else does
 * so at the same time, one comment is left, and it is of the latest run.
 */
export function postComment(
  api: GitHubApi,
  draft: CommentDraft,
  budget: TimeBudget,
): Promise<Outcome<CommentResult>> {
  let created: PostedComment | undefined;
  return repeat(budget, async () => {
    const listed = await api.comments(draft.pull);
    if (!listed.ok) return listed;
    // The list may be a moment behind; what it has is newer all the same.
    const own = ownComments([...(created ? [created] : []), ...listed.value], draft);
    const current = await isCurrent(api, draft, own);
    if (!current.ok) return current;
    if (!current.value) return dropOurs(api, draft, own);
    if (own.length > 0) return keepOldest(api, draft, own);
    if (!draft.worthPosting) return done({ status: 'not-needed' });
    const answer = await api.createComment(draft.pull, draft.body);
    if (!answer.ok) return answer;
    created = answer.value;
    // Another run may have done the same in the meantime: both look again, and keep the older one.
    return settle(api, draft, created);
  });
}

async function settle(
  api: GitHubApi,
  draft: CommentDraft,
  created: PostedComment,
): Promise<Outcome<CommentResult>> {
  const listed = await api.comments(draft.pull);
  if (!listed.ok) return listed;
  const own = ownComments([created, ...listed.value], draft);
  return own.some(({ marker }) => supersedes(marker, draft.marker))
    ? dropOurs(api, draft, own)
    : keepOldest(api, draft, own);
}

interface OwnComment extends PostedComment {
  readonly marker: Marker;
}

/** Comments of the draft's author and identity, the oldest first, each once. */
function ownComments(comments: readonly PostedComment[], draft: CommentDraft): OwnComment[] {
  const byId = new Map(
    comments.flatMap((comment) => {
      const marker = comment.author === draft.author ? readMarker(comment.body) : undefined;
      return marker?.identity === draft.marker.identity
        ? [[comment.id, { ...comment, marker }] as const]
        : [];
    }),
  );
  return [...byId.values()].sort((a, b) => a.id - b.id);
}

/** Asked for last before writing, so that as little time as possible passes in between. */
async function isCurrent(
  api: GitHubApi,
  { pull, marker }: CommentDraft,
  own: readonly OwnComment[],
): Promise<Outcome<boolean>> {
  if (own.some((comment) => supersedes(comment.marker, marker))) return done(false);
  const pullRequest = await api.pullRequest(pull);
  return pullRequest.ok ? done(pullRequest.value.head === marker.head) : pullRequest;
}

/** Of one head, whoever comes last may write: that is somebody who ran an older run again. */
function supersedes(other: Marker, ours: Marker): boolean {
  return other.head !== ours.head && isLaterRun(other, ours);
}

async function keepOldest(
  api: GitHubApi,
  draft: CommentDraft,
  own: readonly OwnComment[],
): Promise<Outcome<CommentResult>> {
  const [oldest, ...others] = own;
  if (oldest === undefined) return done({ status: 'not-needed' });
  if (oldest.body !== draft.body) {
    const updated = await api.updateComment(oldest.id, draft.body);
    // Somebody has deleted it in the meantime: the next round looks for what is left.
    if (!updated.ok && updated.failure.kind === 'not-found') return vanished;
    if (!updated.ok) return updated;
  }
  const deleted = await deleteAll(api, others);
  return deleted.ok ? done({ status: 'posted', id: oldest.id }) : deleted;
}

const vanished: Outcome<never> = {
  ok: false,
  failure: { kind: 'unavailable', reason: 'the comment was deleted while it was written' },
};

/** Takes away what this very run has created. Never the oldest: the other run may be about to write to that one. */
async function dropOurs(
  api: GitHubApi,
  { marker }: CommentDraft,
  [, ...others]: readonly OwnComment[],
): Promise<Outcome<CommentResult>> {
  const ours = others.filter((comment) => writeMarker(comment.marker) === writeMarker(marker));
  const deleted = await deleteAll(api, ours);
  return deleted.ok ? done({ status: 'stale' }) : deleted;
}

async function deleteAll(api: GitHubApi, comments: readonly PostedComment[]): Promise<Outcome<void>> {
  for (const { id } of comments) {
    const deleted = await api.deleteComment(id);
    // Two runs that tidy up at once may both want it.
    if (!deleted.ok && deleted.failure.kind !== 'not-found') return deleted;
  }
  return done(undefined);
}
