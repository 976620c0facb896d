import type { UnitSubject } from '../subjects.ts';
import { type Directives, quadletSectionsOf, sectionsOf } from './directives.ts';
import { quadletTypes, unitTypeOf, unitTypes } from './unit-name.ts';

const cache = new Map<string, Directives>();

/**
 * The sections and directives that the unit's reader knows in a file of this type. Undefined where they are not
 * listed: networkd's files, and names that are no unit's.
 */
export function knownSections(unit: UnitSubject): Directives | undefined {
  const type = unitTypeOf(unit.name);
  if (unit.readBy === 'networkd') return undefined;
  const isQuadlet = unit.readBy === 'quadlet';
  if (!(isQuadlet ? quadletTypes : unitTypes).includes(type)) return undefined;
  const key = `${unit.readBy} ${type}`;
  const known = cache.get(key) ?? (isQuadlet ? quadletSectionsOf(type) : sectionsOf(type));
  cache.set(key, known);
  return known;
}

/** Names that systemd leaves to other programs: it reads neither these sections nor these keys. */
export function isExtension(name: string): boolean {
  return name.startsWith('X-');
}
