import type { MachineConfig, MatrixEntry } from '../model/rendered-cluster.ts';
import type { YamlNode, YamlPath } from '../yaml/document.ts';
import { itemsAt, textAt } from '../yaml/lookup.ts';
import { findText } from './find-texts.ts';
import type { Ignition, IgnitionUnit } from './ignition.ts';
import type { DocumentSubject, UnitSubject } from './subjects.ts';
import { parseUnitFile } from './unit-file.ts';

/** Every unit file and drop-in of the merged Ignition that somebody wrote, with the way back to its document. */
export function findUnits(
  entry: MatrixEntry,
  machine: MachineConfig,
  documents: readonly DocumentSubject[],
  ignition: Ignition,
): UnitSubject[] {
  return ignition.units.flatMap((unit) => [
    ...unitText(entry, machine, documents, unit),
    ...unit.dropins.flatMap((dropin) => dropinText(entry, machine, documents, unit, dropin)),
  ]);
}

function unitText(
  entry: MatrixEntry,
  machine: MachineConfig,
  documents: readonly DocumentSubject[],
  unit: IgnitionUnit,
): UnitSubject[] {
  const { name, contents } = unit;
  if (contents === undefined || contents === '') return [];
  const source = findText(machine, documents, contents, unitList, hasName(name), [
    { inline: ['contents'], local: ['contents_local'] },
  ]);
  return source ? [subject(entry, unit, undefined, source)] : [];
}

function dropinText(
  entry: MatrixEntry,
  machine: MachineConfig,
  documents: readonly DocumentSubject[],
  unit: IgnitionUnit,
  dropin: IgnitionUnit['dropins'][number],
): UnitSubject[] {
  const { name, contents } = dropin;
  if (contents === undefined || contents === '') return [];
  for (const document of documents.toReversed()) {
    const index = indexOfUnit(document, unit.name, name);
    if (index === undefined) continue;
    const list: YamlPath = [...unitList, index, 'dropins'];
    const source = findText(machine, [document], contents, list, hasName(name), [
      { inline: ['contents'], local: ['contents_local'] },
    ]);
    if (source) return [subject(entry, unit, name, source)];
  }
  return [];
}

const unitList: YamlPath = ['systemd', 'units'];

function subject(
  entry: MatrixEntry,
  merged: IgnitionUnit,
  dropin: string | undefined,
  source: Pick<UnitSubject, 'text' | 'locate'>,
): UnitSubject {
  return {
    ...source,
    name: merged.name,
    dropin,
    readBy: 'systemd',
    path: undefined,
    parsed: parseUnitFile(source.text),
    merged,
    entry,
  };
}

function indexOfUnit(document: DocumentSubject, unit: string, dropin: string): number | undefined {
  const root = document.yaml?.roots[0];
  const units = itemsAt(root, unitList);
  const index = units.findLastIndex(
    (item) => hasName(unit)(item) && itemsAt(item, ['dropins']).some(hasName(dropin)),
  );
  return index < 0 ? undefined : index;
}

function hasName(name: string): (item: YamlNode) => boolean {
  return (item) => textAt(item, ['name']) === name;
}
