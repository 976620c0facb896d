import type { Check, OriginProblem, TextPlace, TextProblem, TranslatorCheck } from '../model/check.ts';
import type { LocatedProblem, Severity } from '../model/finding.ts';
import type { Origin } from '../model/origin.ts';
import type { Stage } from '../model/stage.ts';
import type {
  DocumentSubject,
  FileSubject,
  MachineSubject,
  TextSource,
  TranslatorEntry,
  UnitSubject,
} from './subjects.ts';

/** Puts what a translator said under the checks that name it. `locate` gives the place of what it said. */
export function translatorProblems(
  checks: readonly Check[],
  entry: string,
  stage: Stage,
  entries: readonly TranslatorEntry[],
  locate: (said: TranslatorEntry) => Origin,
  strict: boolean,
): LocatedProblem[] {
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
        severity: severityOf(said, strict),
        message: check.rephrase?.(said.message) ?? said.message,
        origin: locate(said),
      },
    ];
  });
}

/** Runs the document checks on one document. */
export function documentProblems(
  checks: readonly Check[],
  entry: string,
  document: DocumentSubject,
): LocatedProblem[] {
  return checks.flatMap((check) =>
    check.on === 'document' ? Array.from(check.run(document), (found) => atOrigin(check, entry, found)) : [],
  );
}

/** Runs the checks on merged machines. */
export function machineProblems(checks: readonly Check[], machine: MachineSubject): LocatedProblem[] {
  return checks.flatMap((check) =>
    check.on === 'machine'
      ? Array.from(check.run(machine), (found) => atOrigin(check, machine.entry.name, found))
      : [],
  );
}

/** Runs the unit checks on one unit file or drop-in. */
export function unitProblems(checks: readonly Check[], unit: UnitSubject): LocatedProblem[] {
  return checks.flatMap((check) =>
    check.on === 'unit'
      ? Array.from(check.run(unit), (found) => inText(check, unit.entry.name, placeOfUnit(unit), unit, found))
      : [],
  );
}

/** What a unit file or drop-in is called on the machine: `kubelet.service.d/10-image.conf`. */
export function placeOfUnit({ name, dropin }: UnitSubject): string {
  return dropin === undefined ? name : `${name}.d/${dropin}`;
}

/** Runs the file checks on one file. */
export function fileProblems(checks: readonly Check[], entry: string, file: FileSubject): LocatedProblem[] {
  return checks.flatMap((check) =>
    check.on === 'file'
      ? Array.from(check.run(file), (found) => inText(check, entry, file.path, file, found))
      : [],
  );
}

function atOrigin(check: Check, entry: string, found: OriginProblem): LocatedProblem {
  return { ...found, check: check.id, stage: check.stage, severity: found.severity ?? check.severity, entry };
}

/** A problem in a text of the machine, with its place in what was written. `place`: what the text is called there. */
export function inText(
  check: Pick<Check, 'id' | 'stage' | 'severity'>,
  entry: string,
  place: string,
  source: TextSource,
  found: TextProblem,
): LocatedProblem {
  const { at, ...rest } = found;
  return {
    ...rest,
    check: check.id,
    stage: check.stage,
    entry,
    severity: found.severity ?? check.severity,
    origin: originInText(source, at),
    rendered: `${place} line ${at.line}`,
  };
}

function originInText({ locate }: TextSource, { line, column, endColumn }: TextPlace): Origin {
  const origin = locate(line, column);
  if (endColumn === undefined) return origin;
  if (endColumn <= column) return { ...origin, endLine: origin.line, endColumn: origin.column };
  const last = locate(line, endColumn - 1);
  const behind = locate(line, endColumn);
  // The next character may stand on another line of the file: then the range ends behind its last one.
  const end = behind.line === last.line ? behind.column : last.column + 1;
  return { ...origin, endLine: last.line, endColumn: end };
}

/** Strict translation refuses a config for any entry, so every entry is an error then. */
function severityOf({ kind, refused = false }: TranslatorEntry, strict: boolean): Severity {
  if (kind === 'error' || (strict && refused)) return 'error';
  return kind === 'warning' ? 'warning' : 'note';
}
