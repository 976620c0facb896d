import type { RenderedResource, ValuePath } from '../../core/terraform-protocol.ts';
import { machinesOf } from './machines.ts';
import { References } from './references.ts';

/** Where a machine's user data stands among rendered values. */
export interface MachineLink {
  /** Address of the machine, or of the group of machines. */
  readonly address: string;
  /** `controller`, `worker`, `bootstrap` or `etcd` by convention. */
  readonly role: string | undefined;
  readonly pool: string | undefined;
  /** Leads from the values of `resource` to the text. */
  readonly path: ValuePath;
  readonly encoding: 'plain' | 'base64';
  /** What holds the text: the machine itself, its template, a Matchbox profile, a libvirt Ignition disk. */
  readonly resource: RenderedResource;
  readonly isInstaller: boolean;
}

/** Every text that a machine is given at first boot, in the order of the machines. */
export function machineLinks(resources: readonly RenderedResource[]): MachineLink[] {
  const machines = machinesOf(resources, new References(resources));
  return machines.flatMap(({ resource: machine, role, pool, userData, isInstaller }) =>
    userData.map((each) => ({ address: machine.address, role, pool, isInstaller, ...each })),
  );
}
