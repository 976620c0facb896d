import type { Origin } from './origin.ts';
import type { MatrixEntry } from './rendered-cluster.ts';

/**
 * Says that a report is one of several parts of a run, made by jobs of their own. A part is no verdict: suppressions
 * decide on the findings of all parts together, so each carries what they need.
 */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
  /** What each part has to check, the first one first: a part that never came is told by it. */
  readonly plan: readonly (readonly MatrixEntry[])[];
  readonly suppressions: OpenSuppressions;
}

/** What is to be taken out of a run's findings, not yet done. */
export interface OpenSuppressions {
  /** Whether all of the configuration's folder is checked: otherwise none of its rules is unused. */
  readonly isWholeWorkspace: boolean;
  /** The configuration's folder, which the patterns of its rules are relative to. */
  readonly folder: string;
  readonly rules: readonly OpenRule[];
  /** Fingerprints of the baseline; undefined without one. */
  readonly baseline: readonly string[] | undefined;
  /** The lines that rules and comments stand on, and those that an excerpt of them shows. */
  readonly lines: readonly SourceLine[];
}

/** A rule of `suppressions:` in `windtunnel.yaml`. */
export interface OpenRule {
  readonly check: string;
  /** Patterns; undefined for all. */
  readonly paths: readonly string[] | undefined;
  readonly entries: readonly string[] | undefined;
  readonly reason: string;
  /** `YYYY-MM-DD` */
  readonly until: string | undefined;
  readonly origin: Origin;
  readonly untilOrigin: Origin;
}

export interface SourceLine {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** `2/7` */
export function shardName({ index, of }: Pick<Shard, 'index' | 'of'>): string {
  return `${index}/${of}`;
}
