import table from '../../../schemas/os-units.json' with { type: 'json' };
import type { UnitSubject } from '../subjects.ts';
import { type MergedUnit, mergeUnit } from './merged-unit.ts';
import { isInstance, templateOf } from './unit-name.ts';

const shipped = new Set(table.units);
const oneCommand = new Set(table.oneCommand);

/** True for a unit that the OS is known to ship, and for an instance of such a template. */
export function isShippedUnit(name: string): boolean {
  // systemd's own targets are many, and nobody else's can be told from them.
  if (name.endsWith('.target') || table.prefixes.some((prefix) => name.startsWith(prefix))) return true;
  return shipped.has(name) || (isInstance(name) && isShippedUnit(templateOf(name)));
}

/**
 * What the drop-ins make of a unit of the OS. Only for services that are known to have one ExecStart= and not to
 * be oneshot; what else the OS's file says is left out.
 */
export function shippedUnit({ name, readBy, merged }: UnitSubject): MergedUnit | undefined {
  const written = merged.contents !== undefined && merged.contents !== '';
  if (written || readBy !== 'systemd' || !oneCommand.has(name)) return undefined;
  return mergeUnit({ ...merged, contents: '[Service]\nExecStart=/usr/bin/shipped\n' });
}
