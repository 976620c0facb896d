import type { Check, OriginProblem, TextProblem, TranslatorCheck } from '../model/check.ts';
import type { LocatedProblem, Severity } from '../model/finding.ts';
import type { Stage } from '../model/stage.ts';
import { originOfEntry } from './place.ts';
import type {
  DocumentSubject,
  FileSubject,
  MachineSubject,
  TextSource,
  TranslatorEntry,
  UnitSubject,
} from './subjects.ts';

/** A problem, and the stage whose outcome it belongs to. */
export interface StagedProblem extends LocatedProblem {
  readonly stage: Stage;
}

/** Puts what the translator said of a document under the checks that name it. */
export function translatorProblems(
  checks: readonly Check[],
  entry: string,
  stage: Stage,
  document: DocumentSubject,
  entries: readonly TranslatorEntry[],
  strict: boolean,
): StagedProblem[] {
  const named = checks.filter((check): check is TranslatorCheck => check.on === 'translator');
  return entries.flatMap((said) => {
    const check =
      named.find((each) => each.matches?.test(said.message)) ?? named.find((each) => !each.matches);
    if (!check) return [];
    return [
      {
        check: check.id,
        stage,
        entry,
        severity: severityOf(said.kind, strict),
        message: check.rephrase?.(said.message) ?? said.message,
        origin: originOfEntry(document, said),
      },
    ];
  });
}

/** Runs the document checks on one document. */
export function documentProblems(
  checks: readonly Check[],
  entry: string,
  document: DocumentSubject,
): StagedProblem[] {
  return checks.flatMap((check) =>
    check.on === 'document' ? Array.from(check.run(document), (found) => atOrigin(check, entry, found)) : [],
  );
}

/** Runs the checks on merged machines. */
export function machineProblems(checks: readonly Check[], machine: MachineSubject): StagedProblem[] {
  return checks.flatMap((check) =>
    check.on === 'machine'
      ? Array.from(check.run(machine), (found) => atOrigin(check, machine.entry.name, found))
      : [],
  );
}

/** Runs the unit checks on one unit file or drop-in. */
export function unitProblems(checks: readonly Check[], unit: UnitSubject): StagedProblem[] {
  const place = unit.dropin === undefined ? unit.name : `${unit.name}.d/${unit.dropin}`;
  return checks.flatMap((check) =>
    check.on === 'unit'
      ? Array.from(check.run(unit), (found) => inText(check, unit.entry.name, place, unit, found))
      : [],
  );
}

/** Runs the file checks on one file. */
export function fileProblems(checks: readonly Check[], entry: string, file: FileSubject): StagedProblem[] {
  return checks.flatMap((check) =>
    check.on === 'file'
      ? Array.from(check.run(file), (found) => inText(check, entry, file.path, file, found))
      : [],
  );
}

function atOrigin(check: Check, entry: string, found: OriginProblem): StagedProblem {
  return { ...found, check: check.id, stage: check.stage, severity: found.severity ?? check.severity, entry };
}

function inText(
  check: Check,
  entry: string,
  place: string,
  source: TextSource,
  found: TextProblem,
): StagedProblem {
  const { at, ...rest } = found;
  const origin = source.locate(at.line, at.column);
  const end = at.endColumn === undefined ? undefined : source.locate(at.line, at.endColumn);
  return {
    ...rest,
    check: check.id,
    stage: check.stage,
    entry,
    severity: found.severity ?? check.severity,
    origin: end ? { ...origin, endLine: end.line, endColumn: end.column } : origin,
    rendered: `${place} line ${at.line}`,
  };
}

/** Strict translation refuses a config for any entry, so every entry is an error then. */
function severityOf(kind: TranslatorEntry['kind'], strict: boolean): Severity {
  if (strict || kind === 'error') return 'error';
  return kind === 'warning' ? 'warning' : 'note';
}
