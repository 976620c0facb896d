import { configWithUnits } from '../../src/machine/example-config.ts';
import {
  lastSetting,
  listSetting,
  type MergedUnit,
  mergedUnit,
} from '../../src/machine/systemd/merged-unit.ts';
import { serviceType, startCommands } from '../../src/machine/systemd/service.ts';
import { isTrue } from '../../src/machine/systemd/value-forms.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'unit/no-exec-start',
  title: 'Service with nothing to start',
  severity: 'error',
  stage: 'units',
  why: 'systemd refuses a service that has no ExecStart=. Only a oneshot service that remains after it exits, or one with a SuccessAction=, can do without.',
  fix: 'Add ExecStart= to [Service]; look for a misspelt section or directive first.',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#ExecStart='],
  on: 'unit',
  *run(unit) {
    if (unit.dropin !== undefined || !unit.name.endsWith('.service')) return;
    const merged = mergedUnit(unit);
    const reason = merged && reasonToRefuse(merged);
    if (reason === undefined) return;
    const section = unit.parsed.sections.find(({ name }) => name === 'Service');
    yield {
      message: `systemd refuses ${unit.name}: it has no ExecStart=${reason}`,
      at: { line: section?.line ?? 1, column: section?.column ?? 1 },
    };
  },
  failing: { 'worker.yaml': config('Type=simple', 'User=core') },
  passing: { 'worker.yaml': config('RemainAfterExit=yes', 'ExecStop=/usr/bin/umount /mnt') },
});

/** What systemd's service_verify() refuses, in its order; undefined when it takes the service. */
function reasonToRefuse(merged: MergedUnit): string | undefined {
  if (startCommands(merged).length > 0) return undefined;
  const action = lastSetting(merged, 'Unit', 'SuccessAction')?.assignment.value ?? 'none';
  const stops = listSetting(merged, 'Service', 'ExecStop').length > 0;
  if (!stops && action === 'none') return ' and no ExecStop=';
  const remains = isTrue(lastSetting(merged, 'Service', 'RemainAfterExit')?.assignment.value);
  if (!remains && action === 'none') return ' and no RemainAfterExit=yes';
  const type = serviceType(merged);
  return type === 'oneshot' ? undefined : `, which only Type=oneshot can do without, not Type=${type}`;
}

function config(...lines: readonly string[]): string {
  return configWithUnits({ name: 'mount.service', contents: ['[Service]', ...lines, ''].join('\n') });
}
