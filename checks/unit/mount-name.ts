import { configWithUnits } from '../../src/machine/example-config.ts';
import { lastSetting, mergedUnit, standsIn } from '../../src/machine/systemd/merged-unit.ts';
import { escapePath, unitTypeOf } from '../../src/machine/systemd/unit-name.ts';
import { placeInValue } from '../../src/machine/systemd/value-place.ts';
import { defineCheck } from '../../src/model/check.ts';

const sections: ReadonlyMap<string, string> = new Map([
  ['mount', 'Mount'],
  ['automount', 'Automount'],
]);

export const check = defineCheck({
  id: 'unit/mount-name',
  title: 'Mount unit whose name is not that of its path',
  severity: 'error',
  stage: 'units',
  why: 'The name of a mount or automount unit must be its path with "-" for "/", and "\\x2d" for "-". systemd refuses the unit otherwise, and the disk is not mounted.',
  fix: 'Rename the unit: `systemd-escape --path --suffix=mount PATH` prints the name.',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.mount.html'],
  on: 'unit',
  *run(unit) {
    const type = unitTypeOf(unit.name);
    const section = sections.get(type);
    const merged = section === undefined ? undefined : mergedUnit(unit);
    const where = merged && section ? lastSetting(merged, section, 'Where') : undefined;
    if (!where || !standsIn(where, unit)) return;
    const path = where.assignment.value;
    const names = path.split('/');
    // A path with ".." or a specifier is judged by systemd alone.
    if (!path.startsWith('/') || path.includes('%') || names.includes('..')) return;
    const wanted = `${escapePath(path)}.${type}`;
    if (unit.name === wanted) return;
    yield {
      message: `systemd refuses ${unit.name}: the unit for ${path} must be called ${wanted}`,
      at: placeInValue(where.assignment),
      fix: `Rename the unit to ${wanted}.`,
    };
  },
  failing: { 'worker.yaml': config('var-lib-container-data.mount') },
  passing: { 'worker.yaml': config('var-lib-container\\x2ddata.mount') },
});

function config(name: string): string {
  const lines = ['What=/dev/disk/by-label/data', 'Where=/var/lib/container-data'];
  return configWithUnits({ name, contents: ['[Mount]', ...lines, ''].join('\n') });
}
