import { configWithUnits } from '../../src/machine/example-config.ts';
import { mergedUnit, standsIn } from '../../src/machine/systemd/merged-unit.ts';
import { shippedUnit } from '../../src/machine/systemd/os-units.ts';
import { serviceType, startCommands } from '../../src/machine/systemd/service.ts';
import { placeInValue } from '../../src/machine/systemd/value-place.ts';
import { defineCheck } from '../../src/model/check.ts';

const resetFix = 'Put an empty line "ExecStart=" in front: it takes back the command of the unit.';

export const check = defineCheck({
  id: 'unit/multiple-exec-start',
  title: 'More than one ExecStart=',
  severity: 'error',
  stage: 'units',
  why: 'Only services of Type=oneshot may have several. systemd refuses the others, also when the second command comes from a drop-in that was meant to replace the first.',
  fix: `Keep one command. In a drop-in: ${resetFix}`,
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#ExecStart='],
  on: 'unit',
  *run(unit) {
    if (!unit.name.endsWith('.service')) return;
    const merged = mergedUnit(unit) ?? shippedUnit(unit);
    if (!merged || serviceType(merged) === 'oneshot') return;
    for (const { setting, start, end } of startCommands(merged).slice(1)) {
      if (!standsIn(setting, unit)) continue;
      yield {
        message: `systemd refuses ${unit.name}: this is a second ExecStart=, which only Type=oneshot may have`,
        at: placeInValue(setting.assignment, start, end),
        ...(unit.dropin === undefined ? {} : { fix: resetFix }),
      };
    }
  },
  failing: { 'worker.yaml': dropin('ExecStart=/opt/bin/web --verbose') },
  passing: { 'worker.yaml': dropin('ExecStart=\nExecStart=/opt/bin/web --verbose') },
});

function dropin(line: string): string {
  return configWithUnits({
    name: 'web.service',
    contents: '[Service]\nExecStart=/opt/bin/web\n',
    dropins: { '10-verbose.conf': `[Service]\n${line}\n` },
  });
}
