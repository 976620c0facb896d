import { configWithFile } from '../../src/machine/example-config.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'unit/dropin-name',
  title: 'Drop-in that is not read because of its name',
  severity: 'error',
  stage: 'units',
  why: 'Only files that end in ".conf" are drop-ins. systemd, Podman and systemd-networkd pass over all others without a word, so the override does not apply.',
  fix: 'Let the name end in ".conf".',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html'],
  on: 'unit',
  *run({ name, dropin }) {
    if (dropin === undefined || dropin.endsWith('.conf')) return;
    yield {
      message: `${name}.d/${dropin} is not read: the name of a drop-in must end in ".conf"`,
      at: { line: 1, column: 1 },
    };
  },
  // As a file, because Butane itself refuses such a name among a unit's drop-ins.
  failing: { 'worker.yaml': config('10-proxy.cfg') },
  passing: { 'worker.yaml': config('10-proxy.conf') },
});

function config(dropin: string): string {
  return configWithFile(
    `/etc/systemd/system/docker.service.d/${dropin}`,
    '[Service]\nEnvironment=HTTPS_PROXY=http://proxy.example.com:3128\n',
  );
}
