import { configWithUnits } from '../../src/machine/example-config.ts';
import type { MachineSubject } from '../../src/machine/subjects.ts';
import { isShippedUnit } from '../../src/machine/systemd/os-units.ts';
import { isInstance, templateOf, unitTypeOf } from '../../src/machine/systemd/unit-name.ts';
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
    for (const { name, dropin, readBy, merged, locate } of machine.units) {
      if (dropin === undefined || readBy !== 'systemd' || merged.mask) continue;
      // `foo-.service.d` applies to every foo-*.service, `service.d` to all services.
      if (!judged.includes(unitTypeOf(name)) || !name.includes('.') || /-\.[a-z]+$/.test(name)) continue;
      if (isShippedUnit(name) || isWritten(machine, name)) continue;
      yield {
        message: `${name} is not in this config and not known as a unit of the OS`,
        origin: locate(1, 1),
      };
    }
  },
  failing: { 'worker.yaml': config('dokcer.service') },
  passing: { 'worker.yaml': config('docker.service') },
});

/** True when the config brings the unit, its template, a quadlet of it or an alias, in whichever way. */
function isWritten({ ignition }: MachineSubject, name: string): boolean {
  const names = isInstance(name) ? [name, templateOf(name)] : [name];
  const stem = name.slice(0, name.lastIndexOf('.'));
  const paths = [...ignition.files, ...ignition.links].map(({ path }) =>
    path.slice(path.lastIndexOf('/') + 1),
  );
  return names.some(
    (each) =>
      ignition.units.some(
        (unit) => unit.name === each && unit.contents !== undefined && unit.contents !== '',
      ) ||
      paths.includes(each) ||
      paths.some((file) => file === `${stem}.container` || file === `${stem}.kube`),
  );
}

function config(name: string): string {
  const text = '[Service]\nEnvironment=HTTPS_PROXY=http://proxy.example.com:3128\n';
  return configWithUnits({ name, dropins: { '10-proxy.conf': text } });
}
