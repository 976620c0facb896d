import { configWithUnits } from '../../src/machine/example-config.ts';
import { lastSetting, mergedUnit, standsIn } from '../../src/machine/systemd/merged-unit.ts';
import { serviceType } from '../../src/machine/systemd/service.ts';
import { placeInValue } from '../../src/machine/systemd/value-place.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'unit/oneshot-restart',
  title: 'Oneshot service that restarts after success',
  severity: 'error',
  stage: 'units',
  why: 'A oneshot service ends when its work is done. With Restart=always or Restart=on-success systemd refuses the unit.',
  fix: 'Use Restart=on-failure, or another Type= for a service that is to keep running.',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Restart='],
  on: 'unit',
  *run(unit) {
    const merged = unit.name.endsWith('.service') ? mergedUnit(unit) : undefined;
    const restart = merged && lastSetting(merged, 'Service', 'Restart');
    if (!restart || !standsIn(restart, unit)) return;
    const { value } = restart.assignment;
    if (serviceType(merged) !== 'oneshot' || (value !== 'always' && value !== 'on-success')) return;
    yield {
      message: `systemd refuses ${unit.name}: Type=oneshot does not go with Restart=${value}`,
      at: placeInValue(restart.assignment),
    };
  },
  failing: { 'worker.yaml': config('always') },
  passing: { 'worker.yaml': config('on-failure') },
});

function config(restart: string): string {
  const lines = ['Type=oneshot', 'ExecStart=/opt/bin/register', `Restart=${restart}`];
  return configWithUnits({ name: 'register.service', contents: ['[Service]', ...lines, ''].join('\n') });
}
