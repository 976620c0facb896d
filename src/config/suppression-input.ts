import type { Check } from '../model/check.ts';
import type { Baseline } from './baseline.ts';
import type { Config } from './config.ts';

/** What decides on the findings of a run, besides the comments in its files. */
export interface SuppressionInput {
  readonly config: Config;
  readonly baseline: Baseline | undefined;
  /** All checks: which may be named, and at which stage each would have found something. */
  readonly checks: readonly Check[];
  /** The text of a file of the workspace; undefined when it cannot be read as text. */
  readonly readText: (file: string) => string | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Whether all of the configuration's folder was looked at: otherwise none of its suppressions is unused. */
  readonly isWholeWorkspace: boolean;
}
