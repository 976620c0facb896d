import { configWithUnits } from '../../src/machine/example-config.ts';
import { unitNameMistake } from '../../src/machine/systemd/unit-name.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'unit/unit-name',
  title: 'Name that no unit can have',
  severity: 'error',
  stage: 'units',
  why: 'systemd does not load a unit file with such a name: the unit can be neither started nor enabled.',
  fix: 'Use letters, digits and ":", "-", "_", ".", "\\", "@" only, with a suffix that says the kind of unit, such as ".service". Names of mount units are printed by `systemd-escape --path --suffix=mount`.',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html'],
  on: 'unit',
  *run({ name, dropin, readBy }) {
    // The unit itself is reported once, not again for each of its drop-ins.
    if (readBy !== 'systemd' || dropin !== undefined) return;
    const mistake = unitNameMistake(name);
    if (mistake === undefined) return;
    yield {
      message: `${JSON.stringify(name)} is not a valid name for a unit: ${mistake}`,
      at: { line: 1, column: 1 },
    };
  },
  failing: { 'worker.yaml': config('nightly backup.service') },
  passing: { 'worker.yaml': config('nightly-backup@data.service') },
});

function config(name: string): string {
  return configWithUnits({ name, contents: '[Service]\nExecStart=/usr/bin/true\n' });
}
