import type { Severity } from '../../model/finding.ts';
import type { ManifestCheckId } from '../problem.ts';

/** What is wrong with a word of a command line. */
export interface CommandProblem {
  readonly check: Extract<ManifestCheckId, `component/${string}`>;
  /** One sentence. */
  readonly message: string;
  readonly severity?: Severity;
  readonly fix?: string;
  /** Index of the word, and the range in it; UTF-16 code units. */
  readonly word: number;
  readonly start: number;
  readonly end: number;
}
