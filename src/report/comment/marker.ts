import { createHash } from 'node:crypto';

/** What the comment is for: each of them has a comment of its own on a pull request. */
export interface CommentIdentity {
  readonly workflow: string;
  readonly job: string;
  /** Path of the config, empty for none. */
  readonly config: string;
}

/** The run that wrote a comment. */
export interface Marker {
  /** 32 hex digits, see `commentIdentity`. */
  readonly identity: string;
  /** The commit that was checked: 40 hex digits, or 64. */
  readonly head: string;
  /** Number of the run among those of its workflow, and which attempt of it: later ones have greater numbers. */
  readonly run: { readonly number: number; readonly attempt: number };
}

const form =
  /^<!-- windtunnel comment=([0-9a-f]{32}) head=([0-9a-f]{40}|[0-9a-f]{64}) run=(\d{1,15})\.(\d{1,9}) -->(?:\r?\n|$)/;

/** A hash, because a workflow's name may hold `-->`. */
export function commentIdentity({ workflow, job, config }: CommentIdentity): string {
  return createHash('sha256')
    .update(JSON.stringify([workflow, job, config]))
    .digest('hex')
    .slice(0, 32);
}

/** The first line of a comment, which readers do not see. Throws on a marker that could not be read again. */
export function writeMarker(marker: Marker): string {
  const { identity, head, run } = marker;
  const line = `<!-- windtunnel comment=${identity} head=${head} run=${run.number}.${run.attempt} -->`;
  if (!form.test(line)) throw new Error('the marker of a comment has a part that is not of its form');
  return line;
}

/** The marker that a comment begins with; undefined for a comment that is not of this program. */
export function readMarker(body: string): Marker | undefined {
  const [, identity, head, number, attempt] = form.exec(body) ?? [];
  if (identity === undefined || head === undefined) return undefined;
  return { identity, head, run: { number: Number(number), attempt: Number(attempt) } };
}

/** True when `a` was written by a later run than `b`. */
export function isLaterRun(a: Marker, b: Marker): boolean {
  return (a.run.number - b.run.number || a.run.attempt - b.run.attempt) > 0;
}
