import type { MatrixEntry } from '../model/rendered-cluster.ts';
import type { Ignition, IgnitionUnit } from './ignition.ts';
import type { FileSubject, UnitSubject } from './subjects.ts';
import { type UnitAtPath, unitAtPath } from './systemd/unit-path.ts';
import { parseUnitFile } from './unit-file.ts';

/**
 * The unit files, drop-ins, quadlets and networkd files that are written as plain files of the machine, such as
 * `/etc/systemd/system/foo.service`. Ignition neither enables nor masks these.
 */
export function placedUnits(
  entry: MatrixEntry,
  files: readonly FileSubject[],
  ignition: Ignition,
): UnitSubject[] {
  const placed = files.flatMap((file): Placed[] => {
    const at = file.language === 'unit' ? unitAtPath(file.path) : undefined;
    return at ? [{ file, at }] : [];
  });
  const byUnit = new Map<string, Placed[]>();
  for (const each of placed) {
    const same = byUnit.get(keyOf(each.at));
    if (same) same.push(each);
    else byUnit.set(keyOf(each.at), [each]);
  }
  return [...byUnit.values()].flatMap((same) => {
    const merged = mergePlaced(same, ignition);
    return same.map(({ file: { text, locate, path }, at }): UnitSubject => {
      return { text, locate, path, ...at, parsed: parseUnitFile(text), merged, entry };
    });
  });
}

/** A file, and the unit or drop-in that its path makes of it. */
interface Placed {
  readonly file: FileSubject;
  readonly at: UnitAtPath;
}

/** The unit that all these files belong to, with what Ignition's own list says of it. */
function mergePlaced(same: readonly Placed[], ignition: Ignition): IgnitionUnit {
  const name = same[0]?.at.name ?? '';
  const listed =
    same[0]?.at.readBy === 'systemd' ? ignition.units.find((unit) => unit.name === name) : undefined;
  return {
    name,
    enabled: listed?.enabled,
    mask: listed?.mask ?? false,
    contents: same.find(({ at }) => at.dropin === undefined)?.file.text ?? listed?.contents,
    dropins: [
      ...(listed?.dropins ?? []),
      ...same.flatMap(({ file, at }) =>
        at.dropin === undefined ? [] : [{ name: at.dropin, contents: file.text }],
      ),
    ],
  };
}

function keyOf({ readBy, name }: UnitAtPath): string {
  return `${readBy} ${name}`;
}
