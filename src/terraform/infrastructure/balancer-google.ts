import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Endpoint } from '../../model/infrastructure.ts';
import { blocksAt, numberAt, textAt, textsAt, valueAt } from '../rendered-values.ts';
import { type BalancerReader, loadBalancers, type Route } from './balancer.ts';
import { ends, portRange, roles } from './endpoints.ts';
import type { Inventory } from './inventory.ts';
import { roleOf } from './roles.ts';

/** Steps from a forwarding rule to what is behind it: proxy, URL map, backend service or target pool. */
const steps = ['target', 'backend_service', 'url_map', 'default_service'];

/** Load balancers of Google by their forwarding rules. */
export const googleBalancers: BalancerReader = (inventory, context) =>
  loadBalancers(
    inventory
      .ofType('google_compute_forwarding_rule', 'google_compute_global_forwarding_rule')
      .flatMap((rule) => routes(rule, inventory)),
    context,
  );

function routes(rule: RenderedResource, inventory: Inventory): Route[] {
  const behind = follow(rule, inventory);
  const groups = blocksAt(behind?.values, 'backend')
    .map((backend) => inventory.references.find(textAt(backend, 'group'), ...groupTypes))
    .filter((group) => group !== undefined);
  const targets =
    behind === undefined ? [] : [...groups.flatMap(groupEnds(inventory)), ...pool(behind, inventory)];
  const ranges = [textAt(rule.values, 'port_range'), ...textsAt(rule.values, 'ports')].map(portRange);
  return ranges
    .filter((range) => range !== undefined)
    .map(({ from }) => ({
      resource: rule,
      protocol: textAt(rule.values, 'ip_protocol'),
      port: from,
      targetPort: namedPort(textAt(behind?.values, 'port_name'), groups),
      targets: targets.length > 0 || behind === undefined ? targets : ends(inventory, behind, []),
    }));
}

const groupTypes = [
  'google_compute_instance_group',
  'google_compute_region_instance_group_manager',
  'google_compute_network_endpoint_group',
];

/** The last resource on the way; the way has no more steps than there are kinds of them. */
function follow(rule: RenderedResource, inventory: Inventory): RenderedResource | undefined {
  let at: RenderedResource | undefined = rule;
  for (let step = 0; step < steps.length && at !== undefined; step++) {
    const next: string | undefined = steps
      .map((name) => textAt(at?.values, name))
      .find((each) => each !== undefined);
    const found: RenderedResource | undefined = inventory.references.find(next, 'google_compute_');
    if (found === undefined) return at === rule ? undefined : at;
    at = found;
  }
  return at;
}

function groupEnds(inventory: Inventory): (group: RenderedResource) => Endpoint[] {
  return (group) => ends(inventory, group, textsAt(group.values, 'instances'));
}

/** Instances of a target pool, or groups that say they belong to it. */
function pool({ type, values }: RenderedResource, inventory: Inventory): Endpoint[] {
  if (type !== 'google_compute_target_pool') return [];
  const link = textAt(values, 'self_link');
  const groups = inventory
    .ofType(...groupTypes, 'google_compute_instance_group_manager')
    .filter((group) => textsAt(group.values, 'target_pools').includes(link ?? ''))
    .map(roleOf)
    .filter((role) => role !== undefined);
  return roles([...inventory.rolesWith(textsAt(values, 'instances')), ...groups]);
}

/** Backend services name a port, and the groups behind them say its number. */
function namedPort(name: string | undefined, groups: readonly RenderedResource[]): number | undefined {
  const ports = groups.flatMap(({ values }) =>
    valueAt(values, 'named_port') ? blocksAt(values, 'named_port') : [],
  );
  const named = ports.find((port) => textAt(port, 'name') === name);
  return numberAt(named, 'port');
}
