import quadlet from '../../../schemas/quadlet-keys.json' with { type: 'json' };
import systemd from '../../../schemas/systemd-directives.json' with { type: 'json' };

/** Type of a directive's value: systemd's own word for it, or one of `scripts/systemd-later.json`. */
export type ValueType = string;

/** Directive name to type of value, by section. */
export type Directives = ReadonlyMap<string, ReadonlyMap<string, ValueType>>;

/** Every directive of systemd's unit files. [Target] and [Device] have none of their own. */
const systemdDirectives: Directives = new Map([
  ...Object.entries(systemd.sections).map(
    ([section, types]) => [section, new Map(Object.entries(types))] as const,
  ),
  ['Target', new Map()],
  ['Device', new Map()],
]);

const quadletKeys: Directives = new Map(
  Object.entries(quadlet.sections).map(([section, keys]) => [
    section,
    new Map(keys.split(' ').map((key) => [key, 'OTHER'])),
  ]),
);

/** systemd's and quadlet's sections together, for whoever looks where a directive belongs. */
export const allDirectives: Directives = new Map([...systemdDirectives, ...quadletKeys]);

/** Sections that a unit of this type may have: `service` has [Unit], [Install] and [Service]. */
export function sectionsOf(unitType: string): Directives {
  const own = `${unitType.charAt(0).toUpperCase()}${unitType.slice(1)}`;
  return pick(systemdDirectives, ['Unit', 'Install', own]);
}

/** Sections that a quadlet file of this type may have; podman copies [Service] to the service that it makes. */
export function quadletSectionsOf(type: string): Directives {
  const own = `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
  return new Map([
    ...pick(systemdDirectives, ['Unit', 'Install', 'Service']),
    ...pick(quadletKeys, ['Quadlet', own]),
  ]);
}

function pick(from: Directives, sections: readonly string[]): Directives {
  return new Map([...from].filter(([section]) => sections.includes(section)));
}
