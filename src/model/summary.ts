import { exitCode, exitCodes, type FailOn } from './exit-code.ts';
import type { Severity } from './finding.ts';
import { minorOf } from './minor-version.ts';
import { compareText } from './origin.ts';
import type { Report, ReportGap, SuppressedFinding } from './report.ts';
import { type Stage, type StageResult, type Status, stages } from './stage.ts';

/** Statuses that mean: nobody looked, and somebody should. Worst first. */
const uncheckedStatuses = ['failed', 'skipped'] as const;

type UncheckedStatus = (typeof uncheckedStatuses)[number];

/** What all reporters say of a report as a whole. */
export interface Summary {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly files: number;
  readonly machines: number;
  readonly entries: number;
  readonly objects: number;
  /** What Kubernetes the objects are for, the newest first. */
  readonly kubernetes: readonly KubernetesTally[];
  readonly suppressed: Readonly<Record<SuppressedFinding['by'], number>>;
  /** How many stage results and inputs failed: what exit code 3 stands for. */
  readonly failed: number;
  readonly stages: readonly StageTally[];
  readonly notChecked: readonly NotChecked[];
  /** How many different values of each kind are made up. */
  readonly madeUp: Readonly<Record<'placeholder' | 'sample', number>>;
}

/** A version of Kubernetes that entries were checked for. */
export interface KubernetesTally {
  /** `1.36` */
  readonly version: string;
  /** Who says so, as in `MatrixEntry`. */
  readonly from: string;
  readonly entries: number;
}

/** How often a stage ended in each way. */
export interface StageTally {
  readonly stage: Stage;
  readonly results: Readonly<Record<Status, number>>;
}

/** Subjects or inputs that one thing kept from being checked. What does not apply to them is not among it. */
export interface NotChecked {
  readonly status: UncheckedStatus;
  /** In their order; empty for inputs that never reached a stage. */
  readonly stages: readonly Stage[];
  readonly reason: string;
  /** Machines (with their entry where it has another name) or files, in code unit order. */
  readonly names: readonly string[];
  /** True when it holds for every machine of the run: then nobody needs to be told their names. */
  readonly holdsForAll: boolean;
}

export function summarise(report: Report): Summary {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const finding of report.findings) counts[finding.severity] += 1;
  const suppressed = { config: 0, comment: 0, baseline: 0 };
  for (const { by } of report.suppressed) suppressed[by] += 1;
  const machines = machineNames(report);
  return {
    counts,
    files: report.files.length,
    machines: machines.size,
    entries: report.entries.length,
    objects: report.objects,
    kubernetes: kubernetesVersions(report),
    suppressed,
    failed: [...report.leftOut, ...report.results.map(({ outcome }) => outcome)].filter(
      ({ status }) => status === 'failed',
    ).length,
    stages: tally(report.results),
    notChecked: groupUnchecked(report, machines),
    madeUp: { placeholder: countGaps(report, 'placeholder'), sample: countGaps(report, 'sample') },
  };
}

function countGaps({ gaps }: Report, kind: ReportGap['kind']): number {
  return gaps.filter((gap) => gap.kind === kind).length;
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

/** The stages that had something to look at. */
export function triedStages({ stages }: Summary): StageTally[] {
  return stages.filter(({ results }) => Object.values(results).some((count) => count > 0));
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

function kubernetesVersions({ entries, results }: Report): KubernetesTally[] {
  const looked = new Set<string>();
  for (const { stage, entry, outcome } of results) {
    if (stage === 'kubernetes' && (outcome.status === 'passed' || outcome.status === 'findings'))
      looked.add(entry);
  }
  const tallies = new Map<string, KubernetesTally>();
  for (const { name, kubernetes: version, kubernetesFrom: from = '' } of entries) {
    if (version === undefined || !looked.has(name)) continue;
    const key = `${version} ${from}`;
    tallies.set(key, { version, from, entries: (tallies.get(key)?.entries ?? 0) + 1 });
  }
  return [...tallies.values()].sort(
    (a, b) => minorOf(b.version) - minorOf(a.version) || compareText(a.from, b.from),
  );
}

/** Every machine is translated; what it fetches at first boot is a subject, but no machine. */
function machineNames({ results }: Report): ReadonlySet<string> {
  return new Set(results.filter(({ stage }) => stage === 'translate').map(subjectName));
}

interface OpenGroup {
  readonly status: UncheckedStatus;
  readonly stage: Stage | undefined;
  readonly reason: string;
  readonly names: string[];
}

function groupUnchecked(report: Report, machines: ReadonlySet<string>): NotChecked[] {
  const groups = new Map<string, OpenGroup>();
  const add = (status: UncheckedStatus, stage: Stage | undefined, reason: string, name: string): void => {
    const key = `${status}\0${stage ?? ''}\0${reason}`;
    const group = groups.get(key);
    if (group) group.names.push(name);
    else groups.set(key, { status, stage, reason, names: [name] });
  };
  for (const { file, status, reason } of report.leftOut) add(status, undefined, reason, file);
  for (const result of report.results) {
    const { outcome } = result;
    if (outcome.status !== 'failed' && outcome.status !== 'skipped') continue;
    add(outcome.status, result.stage, outcome.reason, subjectName(result));
  }
  for (const group of groups.values()) group.names.sort(compareText);
  return mergeStages([...groups.values()], machines).sort(compareUnchecked);
}

/** One cause keeps a machine from several stages: it is told once. */
function mergeStages(groups: readonly OpenGroup[], machines: ReadonlySet<string>): NotChecked[] {
  const merged = new Map<string, NotChecked & { readonly stages: Stage[] }>();
  for (const { status, stage, reason, names } of groups) {
    const key = JSON.stringify([stage === undefined, status, reason, names]);
    const same = merged.get(key);
    if (same && stage) same.stages.push(stage);
    if (same) continue;
    const holdsForAll =
      stage !== undefined &&
      new Set(names).size === machines.size &&
      names.every((name) => machines.has(name));
    merged.set(key, { status, stages: stage ? [stage] : [], reason, names, holdsForAll });
  }
  for (const { stages: some } of merged.values()) some.sort((a, b) => stageRank(a) - stageRank(b));
  return [...merged.values()];
}

function compareUnchecked(a: NotChecked, b: NotChecked): number {
  return (
    uncheckedStatuses.indexOf(a.status) - uncheckedStatuses.indexOf(b.status) ||
    stageRank(a.stages[0]) - stageRank(b.stages[0]) ||
    compareText(a.reason, b.reason) ||
    compareText(a.names.join('\0'), b.names.join('\0'))
  );
}

function stageRank(stage: Stage | undefined): number {
  return stage === undefined ? -1 : stages.indexOf(stage);
}
