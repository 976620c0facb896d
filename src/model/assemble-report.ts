import { LineMap } from '../yaml/line-map.ts';
import { excerptAt } from './excerpt.ts';
import { compareProblems, type Finding, type LocatedProblem } from './finding.ts';
import { Fingerprints, firstFingerprint } from './fingerprint.ts';
import { type EntryGap, groupGaps } from './group-gaps.ts';
import { groupProblems, type ProblemGroup } from './group-problems.ts';
import { compareText } from './origin.ts';
import type { MatrixEntry } from './rendered-cluster.ts';
import type { LeftOut, Report } from './report.ts';
import { type StageResult, stages } from './stage.ts';

/** What a run gathered, in any order. */
export interface RunOutcome {
  /** Version of windtunnel. */
  readonly version: string;
  readonly entries: readonly MatrixEntry[];
  /** Every input file that a stage looked at; repeats do no harm. */
  readonly files: readonly string[];
  readonly results: readonly StageResult[];
  /** How many Kubernetes objects the entries have, each with its own. */
  readonly objects: number;
  readonly problems: Iterable<LocatedProblem>;
  readonly leftOut: readonly LeftOut[];
  readonly gaps: readonly EntryGap[];
  /** Text of an input file, for excerpts and fingerprints; undefined when it cannot be read as text. */
  readonly readText: (file: string) => string | undefined;
}

/** Turns what a run gathered into its report, not yet suppressed. The same set gives the same report. */
export function assembleReport(run: RunOutcome): Report {
  return {
    version: run.version,
    entries: run.entries.toSorted((a, b) => compareText(a.name, b.name)),
    files: [...new Set(run.files)].sort(compareText),
    results: run.results.toSorted(compareResults),
    objects: run.objects,
    findings: toFindings(groupProblems(run.problems), run.readText),
    suppressed: [],
    leftOut: run.leftOut.toSorted(compareLeftOut),
    gaps: groupGaps(run.gaps),
  };
}

function toFindings(groups: readonly ProblemGroup[], readText: RunOutcome['readText']): Finding[] {
  const fingerprints = new Fingerprints();
  const sources = new Map<string, LineMap | undefined>();
  const sourceOf = (file: string): LineMap | undefined => {
    if (!sources.has(file)) {
      const text = readText(file);
      sources.set(file, text === undefined ? undefined : new LineMap(text));
    }
    return sources.get(file);
  };
  return groups
    .map((group) => {
      const source = sourceOf(group.problem.origin.file);
      // Not even the hash of a secret gets out.
      const line = group.problem.confidential ? undefined : source?.line(group.problem.origin.line);
      const first = firstFingerprint(group.problem, line);
      return toFinding(group, source, first, fingerprints.next(first));
    })
    .sort((a, b) => compareProblems(a, b) || compareText(a.fingerprint, b.fingerprint));
}

function toFinding(
  group: ProblemGroup,
  source: LineMap | undefined,
  first: string,
  fingerprint: string,
): Finding {
  const { check, stage, severity, message, origin, related, fix, confidential } = group.problem;
  const excerpt = source && confidential !== true ? excerptAt(source, origin) : undefined;
  return {
    check,
    stage,
    severity,
    message,
    origin,
    ...(related !== undefined && { related }),
    ...(fix !== undefined && { fix }),
    entries: group.entries,
    ...(group.rendered !== undefined && { rendered: group.rendered }),
    fingerprint,
    ...(fingerprint !== first && { repeats: first }),
    ...(excerpt !== undefined && { excerpt }),
  };
}

export function compareResults(a: StageResult, b: StageResult): number {
  return (
    compareText(a.entry, b.entry) ||
    stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
    compareText(a.subject, b.subject) ||
    compareText(a.outcome.status, b.outcome.status) ||
    compareText(reasonOf(a), reasonOf(b))
  );
}

function reasonOf({ outcome }: StageResult): string {
  return 'reason' in outcome ? outcome.reason : '';
}

export function compareLeftOut(a: LeftOut, b: LeftOut): number {
  return compareText(a.file, b.file) || compareText(a.status, b.status) || compareText(a.reason, b.reason);
}
