import type { Finding } from '../model/finding.ts';
import type { Origin } from '../model/origin.ts';
import { type MatrixEntry, operatingSystems, platforms } from '../model/rendered-cluster.ts';
import type { Report, ReportGap } from '../model/report.ts';
import type { Shard } from '../model/shard.ts';
import { type Outcome, type Stage, type StageResult, stages } from '../model/stage.ts';
import { nameReader, type RawNames } from './raw-names.ts';
import type { RawEntry, RawFinding, RawGap, RawReport, RawResult, RawShard } from './raw-report.ts';
import { toComparison } from './to-comparison.ts';

/** Tells about a word that this version does not know. */
type Complain = (problem: string) => void;

/** What a file says, in the terms of the model. Nothing but what the schema names gets in. */
export function toReport(raw: RawReport, complain: Complain): Report {
  const knownStage = (word: string): Stage => known('stage', word, stages, complain) ?? 'render';
  const namesOf = nameReader(raw.names, complain);
  const toFinding = (finding: RawFinding) =>
    findingOf(finding, knownStage(finding.stage), namesOf(finding.entries));
  return {
    version: raw.version,
    entries: raw.entries.map((entry) => entryOf(entry, complain)),
    files: raw.files,
    results: raw.results.map((result) => resultOf(result, knownStage(result.stage))),
    objects: raw.counts.objects,
    findings: raw.findings.map(toFinding),
    suppressed: raw.suppressed.map(({ by, reason, finding }) => ({
      by,
      reason,
      finding: toFinding(finding),
    })),
    leftOut: raw.leftOut.map(({ file, status, reason }) => ({ file, status, reason })),
    gaps: raw.gaps.map((gap) => gapOf(gap, namesOf)),
    ...(raw.shard && { shard: shardOf(raw.shard, complain) }),
    ...toComparison(raw, { namesOf, toFinding }),
  };
}

function known<T extends string>(
  what: string,
  word: string | undefined,
  words: readonly T[],
  complain: Complain,
): T | undefined {
  const found = words.find((each) => each === word);
  if (found === undefined && word !== undefined) complain(`there is no ${what} ${word}`);
  return found;
}

function entryOf(raw: RawEntry, complain: Complain): MatrixEntry {
  const { name, source, platform, os, ...rest } = raw;
  const knownPlatform = known('platform', platform, platforms, complain);
  const knownOs = known('operating system', os, operatingSystems, complain);
  return {
    name,
    source,
    ...(knownPlatform !== undefined && { platform: knownPlatform }),
    ...(knownOs !== undefined && { os: knownOs }),
    ...rest,
  };
}

function resultOf(raw: RawResult, stage: Stage): StageResult {
  return { stage, entry: raw.entry, subject: raw.subject, outcome: outcomeOf(raw) };
}

function outcomeOf({ status, count = 0, reason = '' }: RawResult): Outcome {
  if (status === 'passed') return { status };
  return status === 'findings' ? { status, count } : { status, reason };
}

function findingOf(raw: RawFinding, stage: Stage, entries: readonly string[]): Finding {
  const { check, severity, message, origin, rendered, related, fix, ownFix } = raw;
  const { fingerprint, repeats, excerpt } = raw;
  return {
    check,
    stage,
    severity,
    message,
    origin: originOf(origin),
    ...(related !== undefined && {
      related: related.map((one) => ({ origin: originOf(one.origin), message: one.message })),
    }),
    ...(ownFix && { fix }),
    entries,
    ...(rendered !== undefined && { rendered }),
    fingerprint,
    ...(repeats !== undefined && { repeats }),
    ...(excerpt !== undefined && { excerpt }),
  };
}

function originOf({ file, line, column, endLine, endColumn }: Origin): Origin {
  return {
    file,
    line,
    column,
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  };
}

function gapOf(
  { kind, what, why, origin, entries }: RawGap,
  namesOf: (list: RawNames) => readonly string[],
): ReportGap {
  return { kind, what, why, ...(origin && { origin: originOf(origin) }), entries: namesOf(entries) };
}

function shardOf({ index, of, plan, suppressions }: RawShard, complain: Complain): Shard {
  return {
    index,
    of,
    plan: plan.map((entries) => entries.map((entry) => entryOf(entry, complain))),
    suppressions: {
      ...suppressions,
      baseline: suppressions.baseline,
      rules: suppressions.rules.map((rule) => ({
        ...rule,
        paths: rule.paths,
        entries: rule.entries,
        until: rule.until,
      })),
    },
  };
}
