import { compareOrigins, compareText, type Origin } from './origin.ts';
import type { Stage } from './stage.ts';

export const severities = ['error', 'warning', 'note'] as const;

export type Severity = (typeof severities)[number];

/** What a check says of one place; the report adds what is the same for every problem of that check. */
export interface Problem {
  readonly check: string;
  /** Whose outcome it counts for: not always the check's own, since a merge repeats what translation looks for. */
  readonly stage: Stage;
  readonly severity: Severity;
  /** One sentence, without the place. Untrusted text may stand in it: every reporter escapes it. */
  readonly message: string;
  readonly origin: Origin;
  /** Other places that belong to it, such as the first of two duplicates. */
  readonly related?: readonly RelatedOrigin[];
  /** What to do in this very case, where that is more than the check's own advice. */
  readonly fix?: string;
  /** The lines around it hold secrets: no report may show them. */
  readonly confidential?: boolean;
}

export interface RelatedOrigin {
  readonly origin: Origin;
  readonly message: string;
}

/** A problem in one matrix entry, with the place it has in what the machine receives. */
export interface LocatedProblem extends Problem {
  readonly entry: string;
  /** `kubelet.service line 7`, `/etc/hosts line 2`: the place on the machine, where it differs from the origin. */
  readonly rendered?: string;
}

/** One defect, however many matrix entries it shows in. */
export interface Finding extends Problem {
  /** Sorted names of the entries that it holds for. */
  readonly entries: readonly string[];
  readonly rendered?: string;
  /** Stable when lines move: SARIF, baselines and comments recognise a finding by it. 32 hex digits. */
  readonly fingerprint: string;
  /** Fingerprint of the first finding about the same text of the same file; absent where it is the first. */
  readonly repeats?: string;
  /** The lines around the origin, for reporters that show them. */
  readonly excerpt?: Excerpt;
}

/** Lines of the source around a finding, without their line ends; very long ones are cut around the origin. */
export interface Excerpt {
  readonly firstLine: number;
  /** Column of the first character of every line; present where the lines are cut at the left. */
  readonly firstColumn?: number;
  readonly lines: readonly string[];
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Worst first, for places with room for a few only. */
export function compareSeverity(a: Severity, b: Severity): number {
  return rank[a] - rank[b];
}

/** True when `severity` is at or over `threshold`. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return rank[severity] <= rank[threshold];
}

/** The one total order of findings: by place, then severity, check and message. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareOrigins(a.origin, b.origin) ||
    compareSeverity(a.severity, b.severity) ||
    compareText(a.check, b.check) ||
    compareText(a.message, b.message)
  );
}
