import { configWithUnits } from '../../src/machine/example-config.ts';
import { listSetting, mergedUnit } from '../../src/machine/systemd/merged-unit.ts';
import { isTemplate } from '../../src/machine/systemd/unit-name.ts';
import { defineCheck } from '../../src/model/check.ts';

const installKeys = ['WantedBy', 'RequiredBy', 'UpheldBy', 'Also', 'Alias'];

export const check = defineCheck({
  id: 'unit/enabled-without-install',
  title: 'Enabled unit that says nowhere what starts it',
  severity: 'warning',
  stage: 'units',
  why: 'Enabling a unit makes the links that its [Install] section asks for. Without any, the unit stays off at every boot, and nothing says so.',
  fix: 'Add an [Install] section, mostly with "WantedBy=multi-user.target", or remove "enabled" when another unit starts this one.',
  since: '0.1.0',
  links: [
    'https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#%5BInstall%5D%20Section%20Options',
  ],
  on: 'unit',
  *run(unit) {
    if (unit.dropin !== undefined || unit.merged.enabled !== true || isTemplate(unit.name)) return;
    const merged = mergedUnit(unit);
    // `systemctl enable` reads [Install] of drop-ins too.
    if (!merged || installKeys.some((key) => listSetting(merged, 'Install', key).length > 0)) return;
    const sections = unit.parsed.sections.filter(({ name }) => name === 'Install');
    // Of a listed unit without any assignment in [Install] Ignition's own validation speaks.
    if (unit.path === undefined && sections.every(({ assignments }) => assignments.length === 0)) return;
    const section = sections[0];
    const lack = section ? 'its [Install] section names no target' : 'it has no [Install] section';
    yield {
      message: `${unit.name} is enabled, but ${lack}: it will not start at boot`,
      at: { line: section?.line ?? 1, column: section?.column ?? 1 },
    };
  },
  failing: { 'worker.yaml': config('WantedBy=') },
  passing: { 'worker.yaml': config('WantedBy=multi-user.target') },
});

function config(install: string): string {
  const contents = `[Service]\nExecStart=/usr/bin/true\n[Install]\n${install}\n`;
  return configWithUnits({ name: 'web.service', enabled: true, contents });
}
