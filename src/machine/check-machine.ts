import type { Core } from '../core/host.ts';
import type { Validator } from '../kubernetes/validator.ts';
import type { Check } from '../model/check.ts';
import type { LocatedProblem } from '../model/finding.ts';
import { redactProblems } from '../model/redact-secrets.ts';
import type { MachineConfig, MatrixEntry } from '../model/rendered-cluster.ts';
import { machineStages, type Outcome, type Stage, type StageResult } from '../model/stage.ts';
import { type ContentsVerdict, checkKubernetes, noContents } from './check-kubernetes.ts';
import { findFiles } from './find-files.ts';
import { originOfMachine } from './find-item.ts';
import { findUnits } from './find-units.ts';
import { type Merged, mergeDocuments } from './merge.ts';
import { originInDocuments } from './merged-place.ts';
import { originOfEntry } from './place.ts';
import { placedUnits } from './placed-units.ts';
import { readIgnition } from './read-ignition.ts';
import { renderedApart } from './rendered-documents.ts';
import {
  documentProblems,
  fileProblems,
  machineProblems,
  translatorProblems,
  unitProblems,
} from './run-checks.ts';
import type { DocumentSubject, MachineSubject, TranslatorEntry } from './subjects.ts';
import { translateDocument } from './translate.ts';
import { userDataLimits } from './user-data-limits.ts';

export interface MachineVerdict {
  readonly results: readonly StageResult[];
  readonly problems: readonly LocatedProblem[];
  /** How many Kubernetes objects the machine holds. */
  readonly objects: number;
}

/** What the machine stages stand on, passed in. */
export interface MachineContext {
  readonly core: Core;
  readonly checks: readonly Check[];
  /** Refuse a document for any remark of its translator, as `butane --strict` does. */
  readonly strict: boolean;
  /** Asked for by machines that hold something of Kubernetes only. */
  readonly validator: () => Validator;
  /** Values that no problem may show. */
  readonly secrets?: readonly string[];
}

/**
 * Tries out one machine's config: translates the config and each snippet, merges, validates the merged result,
 * then looks inside the units and files that the machine receives. Places in rendered texts are given as places in
 * their templates.
 *
 * Throws `CoreFailure` when the core breaks on this input; all else that can go wrong is in the verdict.
 */
export function checkMachine(
  context: MachineContext,
  entry: MatrixEntry,
  machine: MachineConfig,
): MachineVerdict {
  const apart = renderedApart(machine);
  const verdict = tryMachine(context, entry, apart.machine);
  const problems = verdict.problems.map(apart.toTemplates);
  return { ...verdict, problems: redactProblems(problems, context.secrets ?? []) };
}

function tryMachine(context: MachineContext, entry: MatrixEntry, machine: MachineConfig): MachineVerdict {
  const documents = [machine.config, ...machine.snippets].map((config) =>
    translateDocument(context.core, config, machine.filesDir, entry.platform),
  );
  const problems = documents.flatMap((document) => [
    ...translatorProblems(
      context.checks,
      entry.name,
      'translate',
      document.entries,
      (said) => originOfEntry(document, said),
      machine.strict ?? context.strict,
    ),
    ...documentProblems(context.checks, entry.name, document),
  ]);
  const notReached = new Map<Stage, Outcome>();
  const others: StageResult[] = [];
  let objects = 0;
  if (documents.every((document) => document.ignition !== undefined)) {
    const merged = mergeDocuments(context.core, documents);
    others.push(...remoteResults(entry, merged.remote));
    const verdict = checkMerged(context, entry, machine, documents, merged, notReached);
    problems.push(...verdict.problems);
    objects = verdict.objects;
    for (const reason of verdict.unchecked) {
      const outcome: Outcome = { status: 'skipped', reason };
      others.push({ stage: 'kubernetes', entry: entry.name, subject: machine.name, outcome });
    }
  } else {
    skipFrom('merge', 'the config does not translate', notReached);
  }
  // Said of every machine alike, so that the report says it once, whatever else went wrong.
  if (entry.platform === undefined && entry.os === undefined) {
    const reason = 'no platform or OS named (--platform, --os)';
    notReached.set('user-data', { status: 'skipped', reason });
  }
  const results = machineStages.map((stage): StageResult => {
    const count = problems.filter((problem) => problem.stage === stage).length;
    const outcome: Outcome =
      count > 0 ? { status: 'findings', count } : (notReached.get(stage) ?? { status: 'passed' });
    return { stage, entry: entry.name, subject: machine.name, outcome };
  });
  return { results: [...results, ...others], problems, objects };
}

function checkMerged(
  context: MachineContext,
  entry: MatrixEntry,
  machine: MachineConfig,
  documents: readonly DocumentSubject[],
  merged: Merged,
  notReached: Map<Stage, Outcome>,
): ContentsVerdict {
  const { core, checks } = context;
  const locate = (said: TranslatorEntry) =>
    originInDocuments(documents, merged.ignition, said) ?? originOfMachine(documents);
  const mergeProblems = translatorProblems(checks, entry.name, 'merge', merged.entries, locate, true);
  if (merged.ignition === undefined) {
    skipFrom('user-data', 'the config and its snippets do not merge', notReached);
    const nothing = { ignition: readIgnition('{}'), size: 0, units: [], files: [] };
    // Documents of two dialects do not merge, and the check on that says so in better words.
    const known = machineProblems(checks, { entry, machine, documents, ...nothing });
    return { ...noContents, problems: known.length > 0 ? known : mergeProblems };
  }
  const ignition = readIgnition(merged.ignition);
  const files = findFiles(core, machine, documents, ignition);
  const subject: MachineSubject = {
    entry,
    machine,
    documents,
    ignition,
    size: Buffer.byteLength(merged.ignition),
    units: [...findUnits(entry, machine, documents, ignition), ...placedUnits(entry, files, ignition)],
    files,
  };
  explainEmptyStages(subject, notReached);
  const kubernetes = checkKubernetes(context, subject);
  if (kubernetes.isEmpty) {
    const reason = 'no manifest, no kubeconfig and no command line of a component in it';
    notReached.set('kubernetes', { status: 'not-applicable', reason });
  }
  const problems = [
    ...mergeProblems,
    ...machineProblems(checks, subject),
    ...subject.units.flatMap((unit) => unitProblems(checks, unit)),
    ...subject.files.flatMap((file) => fileProblems(checks, entry.name, file)),
    ...kubernetes.problems,
  ];
  return { ...kubernetes, problems };
}

function skipFrom(first: Stage, reason: string, notReached: Map<Stage, Outcome>): void {
  for (const stage of machineStages.slice(machineStages.indexOf(first)))
    notReached.set(stage, { status: 'skipped', reason });
}

/** A stage with nothing to look at did not pass: it does not apply, and the report says why. */
function explainEmptyStages(subject: MachineSubject, notReached: Map<Stage, Outcome>): void {
  const { entry, machine } = subject;
  const isLimited = machine.delivery === 'user-data' && entry.platform && userDataLimits[entry.platform];
  if (!isLimited && entry.os === undefined) {
    const reason = 'it has no limit of size there, and no OS is named';
    notReached.set('user-data', { status: 'not-applicable', reason });
  }
  const written = subject.ignition.units.some((unit) => unit.contents || unit.dropins.length > 0);
  if (!written && subject.units.length === 0) {
    notReached.set('units', { status: 'not-applicable', reason: 'no unit has contents' });
  }
  if (!subject.files.some((file) => file.language !== 'text' && file.language !== 'unit')) {
    const reason = 'no script and no JSON, TOML or YAML file among its files';
    notReached.set('contents', { status: 'not-applicable', reason });
  }
}

/** Configs that only the machine can fetch are named, so that nobody takes them for checked. */
function remoteResults(entry: MatrixEntry, remote: readonly string[]): StageResult[] {
  const outcome: Outcome = { status: 'skipped', reason: 'fetched by the machine itself at first boot' };
  return remote.map((url) => ({ stage: 'merge', entry: entry.name, subject: withoutSecrets(url), outcome }));
}

/** Credentials travel in the user part and in the query of an address. */
function withoutSecrets(url: string): string {
  return url.replace(/^([a-z0-9+.-]+:\/\/)[^/@]*@/i, '$1').replace(/[?#].*$/s, '');
}
