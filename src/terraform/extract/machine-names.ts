import type { RenderedResource } from '../../core/terraform-protocol.ts';
import { moduleSteps } from './module-path.ts';
import { type Role, roleOfName } from './role.ts';

/** A machine without its name yet. */
export interface Unnamed {
  readonly resource: Pick<RenderedResource, 'address' | 'module' | 'name' | 'key'>;
  readonly role: Role | undefined;
}

/**
 * Names machines after their role, or their resource where they have none: `controller`, `worker-0`,
 * `workers pool-a`. Only what tells them apart goes into a name; the address where nothing else does.
 *
 * @returns the names in the order of the machines, each once
 */
export function nameMachines(machines: readonly Unnamed[]): string[] {
  const levels = machines.map(namesOf);
  const chosen = levels.map(() => 0);
  // Each round makes names that several machines share longer, as far as they go.
  for (let round = 0; round < 6; round += 1) {
    const names = levels.map((level, index) => level[chosen[index] ?? 0] ?? '');
    const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    if (repeated.size === 0) return names;
    for (const [index, name] of names.entries()) {
      if (repeated.has(name))
        chosen[index] = Math.min((chosen[index] ?? 0) + 1, (levels[index]?.length ?? 1) - 1);
    }
  }
  return levels.map((level) => level.at(-1) ?? '');
}

/** What a machine may be called, the shortest first; its address at last, which no other has. */
function namesOf({ resource, role }: Unnamed): string[] {
  const { address, module, name, key } = resource;
  const base = role ?? name.replaceAll('_', '-');
  const steps = moduleSteps(module);
  const keys = [...steps.map((step) => step.key), key].filter((one) => one !== null);
  const keyed = [base, ...keys].join('-');
  // A module called `workers` says no more than the role.
  const pool = steps.filter((step) => roleOfName(step.name) === undefined).map((step) => step.name);
  const pooled = role === undefined ? keyed : `${role}s ${[...pool, ...keys].join('-')}`;
  const whole = [...steps.map((step) => step.name), name, ...keys].join('-').replaceAll('_', '-');
  return pool.length === 0 ? [base, keyed, whole, address] : [base, keyed, pooled, whole, address];
}
