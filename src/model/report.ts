import type { BaseReport } from './base-report.ts';
import type { Finding } from './finding.ts';
import type { Gap, MatrixEntry } from './rendered-cluster.ts';
import type { RenderedDifference, RenderedListing } from './rendered-difference.ts';
import type { Shard } from './shard.ts';
import type { StageResult } from './stage.ts';

/** The whole result of a run: the only thing reporters see. Holds no time and no path of the machine. */
export interface Report {
  readonly version: string;
  readonly entries: readonly MatrixEntry[];
  /** Every input file that a stage looked at: configs and snippets. */
  readonly files: readonly string[];
  readonly results: readonly StageResult[];
  /** How many Kubernetes objects the entries have, each with its own, those inside machine configs included. */
  readonly objects: number;
  readonly findings: readonly Finding[];
  /** Findings that a suppression or the baseline took out, and what did. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Files that were seen and not taken, with the reason: templates, links out of the workspace, huge files. */
  readonly leftOut: readonly LeftOut[];
  /** What rendering made up, or could not give; those of kind `missing` are among the results as well. */
  readonly gaps: readonly ReportGap[];
  /** Only in a part of a run: it has no verdict of its own. */
  readonly shard?: Shard;
  /** The commit that the change starts from; absent where nothing was compared. */
  readonly base?: BaseReport;
  /** Absent where nothing was compared. */
  readonly difference?: RenderedDifference;
  /** What was rendered, by machine and path; absent unless it was asked for. */
  readonly rendered?: readonly RenderedListing[];
}

/** One gap, however many entries have it. */
export interface ReportGap extends Gap {
  /** Sorted names of the entries that have it. */
  readonly entries: readonly string[];
}

export interface SuppressedFinding {
  readonly finding: Finding;
  readonly by: 'config' | 'comment' | 'baseline';
  readonly reason: string;
}

/** An input that no stage looked at. */
export interface LeftOut {
  readonly file: string;
  readonly status: 'skipped' | 'failed';
  readonly reason: string;
}
