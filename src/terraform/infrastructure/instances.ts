import type { Instance } from '../../model/infrastructure.ts';
import type { ExtractionContext, Inventory } from './inventory.ts';
import { osImageName } from './os-images.ts';

/** Machines and groups of machines, in the order of their addresses; installers are none. */
export function instances(inventory: Inventory, { originOf, machineOf }: ExtractionContext): Instance[] {
  return inventory.machines
    .filter(({ isInstaller }) => !isInstaller)
    .map((machine) => ({
      address: machine.resource.address,
      origin: originOf(machine.resource.range),
      role: machine.role,
      size: machine.size,
      machine: machineOf?.(machine.resource.address),
      osImage: osImageName(machine, inventory),
    }));
}
