import type { ReporterOptions } from '../reporter.ts';
import type { Marker } from './marker.ts';

/** What the comment on a pull request says besides the report; all of it is passed in, so that it stays pure. */
export interface CommentContext extends Pick<ReporterOptions, 'failOn' | 'describe'> {
  readonly marker: Marker;
  /** Address of the repository that holds the head commit, `https://github.com/octo-org/octo-repo`. */
  readonly repositoryUrl: string;
  /** Folder of the workspace in the repository, with `/`; absent where they are the same. */
  readonly folder?: string;
  /** Address of the page with the whole report. */
  readonly reportUrl?: string;
  /** When it is posted, to the minute: `2026-11-21 22:07 UTC`. */
  readonly postedAt?: string;
}
