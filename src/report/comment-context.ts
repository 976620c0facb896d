import type { Marker } from './comment-marker.ts';
import type { ReporterOptions } from './reporter.ts';

/** What the comment on a pull request says besides the report; all of it is passed in, so that it stays pure. */
export interface CommentContext extends Pick<ReporterOptions, 'failOn' | 'describe'> {
  readonly marker: Marker;
  /** Address of the repository that holds the head commit, `https://github.com/octo-org/octo-repo`. */
  readonly repositoryUrl: string;
  /** Folder of the workspace in the repository, with `/`; absent where they are the same. */
  readonly folder?: string;
  /** Address of the page with the whole report. */
  readonly reportUrl?: string;
  /** How long the run took, in milliseconds. */
  readonly duration?: number;
  /** When it is posted: a minute of UTC as ISO 8601 has it, `2026-11-21T22:07Z`. */
  readonly postedAt?: string;
}
