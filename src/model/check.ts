import type { DocumentSubject, FileSubject, MachineSubject, UnitSubject } from '../machine/subjects.ts';
import type { Severity } from './finding.ts';
import type { Origin } from './origin.ts';
import type { Stage } from './stage.ts';

/** Files of a small workspace, by path. A `windtunnel.yaml` among them is the configuration. */
export type ExampleFiles = Readonly<Record<string, string>>;

interface CheckFacts {
  /** `family/name`: the file's path under `checks/`. For ever: suppressions and baselines hold it. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly stage: Stage;
  /** What goes wrong on a machine, in a sentence or two. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
  /** The version of windtunnel that first had it. */
  readonly since: string;
  /** Documentation or source of the rule. */
  readonly links: readonly string[];
  /** Must give a finding of this check; the test runs it. */
  readonly failing: ExampleFiles;
  /** Must give no finding of this check; the test runs it. */
  readonly passing: ExampleFiles;
}

/** A place in the text of the subject: lines and columns from 1, columns in Unicode code points. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  /** Column just behind the last character, on the same line. */
  readonly endColumn?: number;
}

/** What a check on a text answers; the stage turns its place into an origin in what the person edits. */
export interface TextProblem {
  readonly message: string;
  readonly at: TextPlace;
  /** Only where it differs from the check's. */
  readonly severity?: Severity;
  readonly fix?: string;
  /** The lines around it hold secrets. */
  readonly confidential?: boolean;
}

/** What a check on documents and machines answers: its places are origins already. */
export interface OriginProblem {
  readonly message: string;
  readonly origin: Origin;
  readonly severity?: Severity;
  readonly fix?: string;
  readonly related?: readonly { readonly origin: Origin; readonly message: string }[];
}

/**
 * Names what an upstream translator says. The first check whose `matches` fits a message takes it; the one
 * without `matches` takes what no other took.
 */
export interface TranslatorCheck extends CheckFacts {
  readonly on: 'translator';
  readonly matches?: RegExp;
  /** Words for a message that is hard to understand as it is. */
  readonly rephrase?: (message: string) => string;
}

/** Looks at one document (a config or a snippet) and its translation. */
export interface DocumentCheck extends CheckFacts {
  readonly on: 'document';
  readonly run: (document: DocumentSubject) => Iterable<OriginProblem>;
}

/** Looks at the merged Ignition of a machine. */
export interface MachineCheck extends CheckFacts {
  readonly on: 'machine';
  readonly run: (machine: MachineSubject) => Iterable<OriginProblem>;
}

/** Looks at one systemd unit file or drop-in that the machine receives. */
export interface UnitCheck extends CheckFacts {
  readonly on: 'unit';
  readonly run: (unit: UnitSubject) => Iterable<TextProblem>;
}

/** Looks at one other file that the machine receives. */
export interface FileCheck extends CheckFacts {
  readonly on: 'file';
  readonly run: (file: FileSubject) => Iterable<TextProblem>;
}

/**
 * Names what validation of Kubernetes objects finds. Validation itself is one piece, `src/kubernetes`: its rules need
 * each other, and each problem says which check it belongs to.
 */
export interface ManifestCheck extends CheckFacts {
  readonly on: 'manifest';
}

/** Names what rendering finds: each diagnostic of the evaluator says which check it belongs to. */
export interface RenderCheck extends CheckFacts {
  readonly on: 'render';
}

/** Found by the program itself while it puts the report together, such as a suppression that is not needed. */
export interface RunCheck extends CheckFacts {
  readonly on: 'run';
}

export type Check =
  | RunCheck
  | RenderCheck
  | TranslatorCheck
  | DocumentCheck
  | MachineCheck
  | UnitCheck
  | FileCheck
  | ManifestCheck;

/** Types a check; gives it back unchanged. */
export function defineCheck<C extends Check>(check: C): C {
  return check;
}

/** Anchor of a check's section in docs/checks.md, as GitHub makes it of the heading. */
export function checkAnchor(id: string): string {
  return id.replace(/[^a-z0-9-]/g, '');
}

/** Lines of an example's file as a page shows them: examples of limits hold lines of thousands of characters. */
export function exampleText(text: string): string[] {
  const lines = text.trimEnd().split('\n');
  return lines.map((line) =>
    line.length > 160 ? `${line.slice(0, 80)} … (${line.length} characters)` : line,
  );
}
