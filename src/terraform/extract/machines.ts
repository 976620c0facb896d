import type { RenderedResource, RenderResult } from '../../core/terraform-protocol.ts';
import type { Gap, MachineConfig } from '../../model/rendered-cluster.ts';
import { machineLinks } from '../infrastructure/machine-links.ts';
import { consumersOf, deliveryBy } from './consumers.ts';
import type { Evaluated } from './context.ts';
import { ctMachines } from './ct-machines.ts';
import { directMachines } from './direct-machines.ts';
import { nameMachines } from './machine-names.ts';
import { moduleSteps } from './module-path.ts';
import { newestIgnition } from './newest-ignition.ts';
import { instanceNames, type Placed, place } from './placed-machine.ts';
import { roleOfName } from './role.ts';
import { stringAt } from './value-paths.ts';

export interface Machines {
  readonly machines: readonly MachineConfig[];
  readonly gaps: readonly Gap[];
  /** Name of the machine config that an instance, or a group of them, is given; by the instance's address. */
  readonly machineOf: (address: string) => string | undefined;
}

/** Every machine config of a render: what it is made of, which machine gets it, and how. */
export function findMachines(evaluated: Evaluated): Machines {
  const ct = ctMachines(evaluated);
  const known = textsOfCt(evaluated.result);
  const direct = directMachines(evaluated, known);
  const found = [...ct.machines, ...direct.machines];
  const consumers = consumersOf(
    evaluated.result.resources,
    new Set(ct.machines.flatMap(({ rendered }) => rendered ?? [])),
  );
  const links = machineLinks(evaluated.result.resources);
  const placed = found.map((machine) => place(machine, consumers, links));
  const names = nameMachines(placed.map(({ machine, role }) => ({ resource: machine.resource, role })));
  const machines = placed.map((one, index) =>
    machineConfig(evaluated, one, names[index] ?? one.machine.resource.address),
  );
  return { machines, gaps: [...ct.gaps, ...direct.gaps], machineOf: instanceNames(placed, names, links) };
}

function machineConfig({ result }: Evaluated, { machine, role, users }: Placed, name: string): MachineConfig {
  const { resource, config, snippets, filesDir, ct } = machine;
  const pool = role === 'worker' ? poolOf(resource) : undefined;
  const isButane = ct !== undefined && config.dialect === 'butane';
  const newest = isButane ? newestIgnition(result, resource) : undefined;
  return {
    name,
    ...(role !== undefined && { role }),
    ...(pool !== undefined && { pool }),
    config,
    snippets,
    delivery: deliveryBy(users[0]),
    filesDir,
    address: resource.address,
    ...(ct && { strict: ct.strict }),
    ...(newest !== undefined && { newestIgnition: newest }),
  };
}

/** What terraform-provider-ct reads and gives, known or made up: none of it is a machine config of another kind. */
function textsOfCt({ resources }: RenderResult): Set<string> {
  const configs = resources.filter(({ type }) => type === 'ct_config');
  return new Set(
    configs.flatMap((one) => ['content', 'rendered'].flatMap((name) => stringAt(one, [name]) ?? [])),
  );
}

/** The module calls that lead to a pool of workers, those left out that say no more than the role. */
function poolOf({ module }: RenderedResource): string | undefined {
  const named = moduleSteps(module).filter(({ name }) => roleOfName(name) === undefined);
  return named.length === 0 ? undefined : named.map(({ name }) => name).join('.');
}
