import { exitCode, exitCodes, type FailOn } from './exit-code.ts';
import type { Severity } from './finding.ts';
import { compareText } from './origin.ts';
import type { Report, SuppressedFinding } from './report.ts';
import { type Stage, type StageResult, type Status, stages } from './stage.ts';

/** Statuses that mean: nobody looked. Worst first. */
const uncheckedStatuses = ['failed', 'skipped', 'not-applicable'] as const;

type UncheckedStatus = (typeof uncheckedStatuses)[number];

/** What all reporters say of a report as a whole. */
export interface Summary {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly files: number;
  readonly machines: number;
  readonly entries: number;
  readonly suppressed: Readonly<Record<SuppressedFinding['by'], number>>;
  /** How many stage results and inputs failed: what exit code 3 stands for. */
  readonly failed: number;
  readonly stages: readonly StageTally[];
  readonly notChecked: readonly NotChecked[];
}

/** How often a stage ended in each way. */
export interface StageTally {
  readonly stage: Stage;
  readonly results: Readonly<Record<Status, number>>;
}

/** Subjects or inputs that one thing kept from being checked. */
export interface NotChecked {
  readonly status: UncheckedStatus;
  /** Undefined for an input that never reached a stage. */
  readonly stage: Stage | undefined;
  readonly reason: string;
  /** Machines (with their entry where it has another name) or files, in code unit order. */
  readonly names: readonly string[];
}

export function summarise(report: Report): Summary {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const finding of report.findings) counts[finding.severity] += 1;
  const suppressed = { config: 0, comment: 0, baseline: 0 };
  for (const { by } of report.suppressed) suppressed[by] += 1;
  const notChecked = groupUnchecked(report);
  return {
    counts,
    files: report.files.length,
    machines: new Set(report.results.map(({ entry, subject }) => JSON.stringify([entry, subject]))).size,
    entries: report.entries.length,
    suppressed,
    failed: notChecked.reduce((sum, { status, names }) => sum + (status === 'failed' ? names.length : 0), 0),
    stages: tally(report.results),
    notChecked,
  };
}

/** The word for a run's exit code: `clean`, `findings` or `failed`. */
export function resultWord(report: Report, failOn: FailOn): keyof typeof exitCodes {
  const code = exitCode(report, failOn);
  if (code === exitCodes.failed.code) return 'failed';
  return code === exitCodes.findings.code ? 'findings' : 'clean';
}

/** The name a reader knows a result's subject by. */
export function subjectName({ entry, subject }: Pick<StageResult, 'entry' | 'subject'>): string {
  return subject === entry ? entry : `${subject} in ${entry}`;
}

function tally(results: readonly StageResult[]): StageTally[] {
  const tallies = new Map(
    stages.map((stage) => [stage, { passed: 0, findings: 0, skipped: 0, 'not-applicable': 0, failed: 0 }]),
  );
  for (const { stage, outcome } of results) {
    const counts = tallies.get(stage);
    if (counts) counts[outcome.status] += 1;
  }
  return [...tallies].map(([stage, counts]) => ({ stage, results: counts }));
}

function groupUnchecked(report: Report): NotChecked[] {
  const groups = new Map<string, NotChecked & { readonly names: string[] }>();
  const add = (status: UncheckedStatus, stage: Stage | undefined, reason: string, name: string): void => {
    const key = `${status}\0${stage ?? ''}\0${reason}`;
    const group = groups.get(key);
    if (group) group.names.push(name);
    else groups.set(key, { status, stage, reason, names: [name] });
  };
  for (const { file, status, reason } of report.leftOut) add(status, undefined, reason, file);
  for (const result of report.results) {
    const { outcome } = result;
    if (outcome.status === 'passed' || outcome.status === 'findings') continue;
    add(outcome.status, result.stage, outcome.reason, subjectName(result));
  }
  for (const group of groups.values()) group.names.sort(compareText);
  return [...groups.values()].sort(compareUnchecked);
}

function compareUnchecked(a: NotChecked, b: NotChecked): number {
  return (
    uncheckedStatuses.indexOf(a.status) - uncheckedStatuses.indexOf(b.status) ||
    stageRank(a.stage) - stageRank(b.stage) ||
    compareText(a.reason, b.reason)
  );
}

function stageRank(stage: Stage | undefined): number {
  return stage === undefined ? -1 : stages.indexOf(stage);
}
