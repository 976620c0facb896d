import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { MachineLink } from '../infrastructure/machine-links.ts';
import type { FoundMachine } from './found-machine.ts';
import { moduleSteps } from './module-path.ts';
import { type Role, roleOfNames } from './role.ts';

/** A machine config, and who gets it. */
export interface Placed {
  readonly machine: FoundMachine;
  readonly role: Role | undefined;
  /** The resources that use its config. */
  readonly users: readonly RenderedResource[];
}

/** @param consumers who uses each `rendered` text */
export function place(
  machine: FoundMachine,
  consumers: ReadonlyMap<string, readonly RenderedResource[]>,
  links: readonly MachineLink[],
): Placed {
  const { resource, rendered, ct } = machine;
  const used = rendered === undefined ? [] : (consumers.get(rendered) ?? []);
  // Configs that cannot be translated all look the same to those who use them: its own instance goes first.
  const own = (user: RenderedResource): number => (isSibling(user, machine) ? 0 : 1);
  const users = ct ? used.toSorted((a, b) => own(a) - own(b)) : [resource];
  return { machine, users, role: roleOf(resource, users, links) };
}

/** Says whose instance of equal configs this one uses: that of the same number in the same module. */
function isSibling(user: RenderedResource, { resource }: FoundMachine): boolean {
  return user.module === resource.module && user.key === resource.key;
}

function roleOf(
  resource: RenderedResource,
  users: readonly RenderedResource[],
  links: readonly MachineLink[],
): Role | undefined {
  const own = links.filter((link) => users.includes(link.resource));
  // What installs a machine is no machine of the cluster yet.
  if (/install/i.test(resource.name) || (own.length > 0 && own.every(({ isInstaller }) => isInstaller)))
    return undefined;
  const said = own.flatMap(({ role }) => role ?? []);
  const modules = moduleSteps(resource.module).toReversed();
  return roleOfNames([
    resource.name,
    ...said,
    ...users.map(({ name }) => name),
    ...modules.map(({ name }) => name),
  ]);
}

/** Instances get their config themselves, or by the template or profile that they are made from. */
export function instanceNames(
  placed: readonly Placed[],
  names: readonly string[],
  links: readonly MachineLink[],
): (address: string) => string | undefined {
  const usedBy = new Map<string, string>();
  for (const [index, { machine, users }] of placed.entries()) {
    for (const user of users) {
      const isFirst = !usedBy.has(user.address);
      if (isFirst || isSibling(user, machine)) usedBy.set(user.address, names[index] ?? '');
    }
  }
  const byInstance = new Map(links.map(({ address, resource }) => [address, usedBy.get(resource.address)]));
  return (address) => byInstance.get(address) ?? usedBy.get(address);
}
