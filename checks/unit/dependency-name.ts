import { configWithUnits } from '../../src/machine/example-config.ts';
import { knownSections } from '../../src/machine/systemd/known-sections.ts';
import { quadletTypes, unitNameMistake, unitTypeOf } from '../../src/machine/systemd/unit-name.ts';
import { placeInValue } from '../../src/machine/systemd/value-place.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'unit/dependency-name',
  title: 'Dependency on a name that no unit can have',
  severity: 'warning',
  stage: 'units',
  why: 'Unit files must name other units in full, with their suffix; only systemctl adds ".service" by itself. systemd ignores the dependency, and a unit with such a name in WantedBy= cannot be enabled.',
  fix: 'Write the whole name, such as docker.service or network-online.target.',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html'],
  on: 'unit',
  *run(unit) {
    const known = knownSections(unit);
    for (const section of unit.parsed.sections) {
      for (const assignment of section.assignments) {
        const type = known?.get(section.name)?.get(assignment.key);
        if (type !== 'UNIT' && type !== 'UNIT [...]') continue;
        // Names keep their escapes such as \x20: they are part of the name.
        for (const { 0: word, index } of assignment.value.matchAll(/[^ \t\r\n]+/g)) {
          const text = word.replace(/^(["'])(.*)\1$/, '$2');
          const mistake = unitNameMistake(text);
          // Specifiers are for systemd to expand; quadlet files may name each other.
          if (mistake === undefined || text.includes('%') || isQuadlet(unit.readBy, text)) continue;
          yield {
            message: `${assignment.key}= names ${JSON.stringify(text)}, which is no unit: ${mistake}`,
            at: placeInValue(assignment, index, index + word.length),
          };
        }
      }
    }
  },
  failing: { 'worker.yaml': config('docker') },
  passing: { 'worker.yaml': config('docker.service') },
});

function isQuadlet(readBy: string, name: string): boolean {
  return readBy === 'quadlet' && name.includes('.') && quadletTypes.includes(unitTypeOf(name));
}

function config(after: string): string {
  return configWithUnits({
    name: 'web.service',
    contents: `[Unit]\nAfter=network-online.target ${after}\n[Service]\nExecStart=/opt/bin/web\n`,
  });
}
