import type { FailOn } from '../model/exit-code.ts';
import type { Excerpt, Severity } from '../model/finding.ts';
import type { Origin } from '../model/origin.ts';
import type { RenderedChange } from '../model/rendered-difference.ts';
import type { LeftOut, SuppressedFinding } from '../model/report.ts';
import type { OpenSuppressions } from '../model/shard.ts';
import type { Status } from '../model/stage.ts';
import type { RawNames } from './raw-names.ts';

/**
 * A report file as `schemas/report-v1.schema.json` allows it; the schema is what decides. What a later version may name
 * (stages, platforms, operating systems) is any text here.
 */
export interface RawReport {
  readonly version: string;
  readonly result: string;
  readonly exitCode: number;
  readonly failOn: FailOn;
  readonly shard?: RawShard;
  readonly counts: { readonly objects: number };
  readonly stages: unknown;
  readonly files: readonly string[];
  readonly entries: readonly RawEntry[];
  readonly results: readonly RawResult[];
  readonly names?: readonly string[];
  readonly findings: readonly RawFinding[];
  readonly suppressed: readonly (Omit<SuppressedFinding, 'finding'> & { readonly finding: RawFinding })[];
  readonly leftOut: readonly LeftOut[];
  readonly gaps: readonly RawGap[];
  readonly notChecked: unknown;
  readonly base?: RawBase;
  readonly difference?: RawDifference;
  readonly rendered?: readonly RawListing[];
}

export interface RawBase {
  readonly commit: string;
  readonly isComplete: boolean;
  readonly findings: readonly RawFinding[];
}

export interface RawDifference {
  readonly entries: readonly {
    readonly name: string;
    readonly status: 'same' | 'changed' | 'added' | 'removed' | 'unknown';
    readonly reason?: string;
  }[];
  readonly changes: readonly (Omit<RenderedChange, 'machines' | 'entries'> & RawReach)[];
}

/** What has a file. */
interface RawReach {
  readonly machines: RawNames;
  readonly entries: RawNames;
}

export interface RawListing extends RawReach {
  readonly path: string;
  readonly text: string;
  readonly leftOut?: number;
}

export interface RawShard {
  readonly index: number;
  readonly of: number;
  readonly plan: readonly (readonly RawEntry[])[];
  readonly suppressions: Omit<OpenSuppressions, 'rules' | 'baseline'> & {
    readonly rules: readonly RawRule[];
    readonly baseline?: readonly string[];
  };
}

export interface RawRule {
  readonly check: string;
  readonly paths?: readonly string[];
  readonly entries?: readonly string[];
  readonly reason: string;
  readonly until?: string;
  readonly origin: Origin;
  readonly untilOrigin: Origin;
}

export interface RawEntry {
  readonly name: string;
  readonly source: 'files' | 'terraform';
  readonly platform?: string;
  readonly os?: string;
  readonly osVersion?: string;
  readonly networking?: string;
  readonly arch?: string;
  readonly controllers?: number;
  readonly kubernetes?: string;
  readonly kubernetesFrom?: string;
}

export interface RawResult {
  readonly entry: string;
  readonly stage: string;
  readonly subject: string;
  readonly status: Status;
  readonly count?: number;
  readonly reason?: string;
}

export interface RawFinding {
  readonly check: string;
  readonly stage: string;
  readonly severity: Severity;
  readonly message: string;
  readonly origin: Origin;
  readonly rendered?: string;
  readonly entries: RawNames;
  readonly related?: readonly { readonly origin: Origin; readonly message: string }[];
  readonly fix: string;
  readonly ownFix?: true;
  readonly fingerprint: string;
  readonly repeats?: string;
  readonly excerpt?: Excerpt;
}

export interface RawGap {
  readonly kind: 'placeholder' | 'sample' | 'missing';
  readonly what: string;
  readonly why: string;
  readonly origin?: Origin;
  readonly entries: RawNames;
}
