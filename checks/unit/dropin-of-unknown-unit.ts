import { configWithUnits } from '../../src/machine/example-config.ts';
import type { MachineSubject } from '../../src/machine/subjects.ts';
import { isShippedUnit } from '../../src/machine/systemd/os-units.ts';
import { quadletTypes, templateOf, unitTypeOf } from '../../src/machine/systemd/unit-name.ts';
import { defineCheck } from '../../src/model/check.ts';

/** Units of other kinds are made at run time, from /etc/fstab and from devices that appear. */
const judged = ['service', 'socket', 'timer', 'path'];

export const check = defineCheck({
  id: 'unit/dropin-of-unknown-unit',
  title: 'Drop-in of a unit that nobody is known to ship',
  severity: 'note',
  stage: 'units',
  why: 'A drop-in only adds to a unit that is there. This one’s unit is neither in the config nor among those that windtunnel knows Fedora CoreOS and Flatcar to ship, so its name may be misspelt.',
  fix: 'Check the name. Suppress this where a package, an extension image or a generator brings the unit.',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html'],
  on: 'machine',
  *run(machine) {
    const written = writtenUnits(machine);
    for (const { name, dropin, readBy, merged, locate } of machine.units) {
      if (dropin === undefined || readBy !== 'systemd' || merged.mask) continue;
      // `foo-.service.d` applies to every foo-*.service, `service.d` to all services.
      if (!judged.includes(unitTypeOf(name)) || !name.includes('.') || /-\.[a-z]+$/.test(name)) continue;
      if (isShippedUnit(name) || written.has(name) || written.has(templateOf(name))) continue;
      yield {
        message: `${name} is not in this config and not known as a unit of the OS`,
        origin: locate(1, 1),
      };
    }
  },
  failing: { 'worker.yaml': config('dokcer.service') },
  passing: { 'worker.yaml': config('docker.service') },
});

/** Names of the units that the config brings in whichever way: listed, as a file or link, or made from a quadlet. */
function writtenUnits({ ignition }: MachineSubject): Set<string> {
  const listed = ignition.units.filter(({ contents }) => contents !== undefined && contents !== '');
  const placed = [...ignition.files, ...ignition.links].map(({ path }) =>
    path.slice(path.lastIndexOf('/') + 1),
  );
  const made = placed.flatMap((file) => {
    const [, stem, type] = /^(.+)\.([a-z]+)$/.exec(file) ?? [];
    if (stem === undefined || type === undefined || !quadletTypes.includes(type)) return [];
    return [`${stem}.service`, `${stem}-${type}.service`];
  });
  return new Set([...listed.map(({ name }) => name), ...placed, ...made]);
}

function config(name: string): string {
  const text = '[Service]\nEnvironment=HTTPS_PROXY=http://proxy.example.com:3128\n';
  return configWithUnits({ name, dropins: { '10-proxy.conf': text } });
}
