import type { IgnitionUnit } from '../../src/machine/ignition.ts';
import type { UnitSubject } from '../../src/machine/subjects.ts';
import type { UnitReader } from '../../src/machine/systemd/unit-path.ts';
import { parseUnitFile } from '../../src/machine/unit-file.ts';
import type { UnitCheck } from '../../src/model/check.ts';

interface Given {
  readonly readBy?: UnitReader;
  /** Of a unit that is a plain file of the machine. */
  readonly path?: string;
  readonly enabled?: boolean;
  readonly mask?: boolean;
  readonly dropins?: Readonly<Record<string, string>>;
}

/** A unit and its drop-ins as the unit checks see them; `contents` undefined for a unit that the OS ships. */
export function unitSubjects(name: string, contents: string | undefined, given: Given = {}): UnitSubject[] {
  const dropins = Object.entries(given.dropins ?? {});
  const merged: IgnitionUnit = {
    name,
    enabled: given.enabled,
    mask: given.mask ?? false,
    contents,
    dropins: dropins.map(([dropin, text]) => ({ name: dropin, contents: text })),
  };
  const texts: readonly (readonly [string | undefined, string])[] = [
    ...(contents === undefined ? [] : [[undefined, contents] as const]),
    ...dropins,
  ];
  return texts.map(([dropin, text]) => ({
    name,
    dropin,
    readBy: given.readBy ?? 'systemd',
    path: given.path,
    text,
    locate: (line, column) => ({ file: dropin ?? name, line, column }),
    parsed: parseUnitFile(text),
    merged,
    entry: { name: 'worker', source: 'files' },
  }));
}

/** What a check says of a unit and its drop-ins: `line:column severity message`, behind the drop-in's name. */
export function verdicts(check: UnitCheck, subjects: readonly UnitSubject[]): string[] {
  return subjects.flatMap((subject) =>
    Array.from(check.run(subject), ({ at, severity, message }) => {
      const file = subject.dropin === undefined ? '' : `${subject.dropin}:`;
      return `${file}${at.line}:${at.column} ${severity ?? check.severity} ${message}`;
    }),
  );
}
