import { compareText } from '../../model/origin.ts';
import type { IgnitionUnit } from '../ignition.ts';
import type { UnitSubject } from '../subjects.ts';
import { parseUnitFile, type UnitAssignment, type UnitFile } from '../unit-file.ts';

/** A unit as systemd loads it: the unit file, then its drop-ins in the order of their names. */
export interface MergedUnit {
  readonly parts: readonly { readonly dropin: string | undefined; readonly parsed: UnitFile }[];
}

/** An assignment, and which of the unit's files it stands in. */
export interface Setting {
  readonly assignment: UnitAssignment;
  /** Undefined for the unit file itself. */
  readonly dropin: string | undefined;
}

// The checks of one unit ask again and again; its drop-ins are subjects of their own with the same `merged`.
const mergedUnits = new WeakMap<IgnitionUnit, MergedUnit | undefined>();

/**
 * The merged unit. Undefined when it cannot be judged as a whole: it is not systemd that reads it, the OS ships
 * the unit file, it is masked, or systemd gives up on one of its files.
 */
export function mergedUnit(unit: UnitSubject): MergedUnit | undefined {
  if (unit.readBy !== 'systemd') return undefined;
  if (!mergedUnits.has(unit.merged)) mergedUnits.set(unit.merged, mergeUnit(unit.merged));
  return mergedUnits.get(unit.merged);
}

/** Merges a unit with its drop-ins, whatever reads it. Undefined when it is masked or has no contents. */
export function mergeUnit(unit: IgnitionUnit): MergedUnit | undefined {
  // Without contents Ignition writes no unit file: the unit is the OS's.
  if (unit.mask || unit.contents === undefined || unit.contents === '') return undefined;
  const dropins = unit.dropins
    .filter((dropin) => dropin.name.endsWith('.conf'))
    .toSorted((a, b) => compareText(a.name, b.name));
  const parts = [
    { dropin: undefined, parsed: parseUnitFile(unit.contents) },
    ...dropins.map(({ name, contents }) => ({ dropin: name, parsed: parseUnitFile(contents ?? '') })),
  ];
  return parts.some(({ parsed }) => parsed.mistakes.some((mistake) => mistake.fatal)) ? undefined : { parts };
}

/** The assignments of a directive that takes a list: an empty one takes back those before it. */
export function listSetting(merged: MergedUnit, section: string, key: string): Setting[] {
  let settings: Setting[] = [];
  for (const setting of assignmentsOf(merged, section, key)) {
    if (setting.assignment.value === '') settings = [];
    else settings.push(setting);
  }
  return settings;
}

/** The assignment that decides a directive with a single value. */
export function lastSetting(merged: MergedUnit, section: string, key: string): Setting | undefined {
  return assignmentsOf(merged, section, key).findLast(({ assignment }) => assignment.value !== '');
}

/** True when the setting stands in the very file that is looked at, which is where it is reported. */
export function standsIn(setting: Setting, unit: UnitSubject): boolean {
  return setting.dropin === unit.dropin;
}

/** The assignments of one file, whatever its sections are called again. */
function assignmentsIn(parsed: UnitFile, section: string, key: string): UnitAssignment[] {
  return parsed.sections
    .filter(({ name }) => name === section)
    .flatMap(({ assignments }) => assignments.filter((assignment) => assignment.key === key));
}

function assignmentsOf(merged: MergedUnit, section: string, key: string): Setting[] {
  return merged.parts.flatMap(({ dropin, parsed }) =>
    assignmentsIn(parsed, section, key).map((assignment) => ({ assignment, dropin })),
  );
}
