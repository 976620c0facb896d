import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Endpoint, FirewallRule } from '../../model/infrastructure.ts';
import { blocksAt, numberAt, textAt, textsAt, type Values } from '../rendered-values.ts';
import { cidrs, other, portRange, roles, tagEnds } from './endpoints.ts';
import { directionOf, type FirewallReader, firewallRule } from './firewall-rule.ts';
import type { ExtractionContext, Inventory } from './inventory.ts';

/** Firewalls of Google's networks: one rule for each `allow` or `deny` block. */
export const googleFirewall: FirewallReader = (inventory, context) =>
  inventory
    .ofType('google_compute_firewall')
    .flatMap((firewall) =>
      (['allow', 'deny'] as const).flatMap((action) =>
        blocksAt(firewall.values, action).map((block) => rule(firewall, action, block, inventory, context)),
      ),
    );

function rule(
  firewall: RenderedResource,
  action: FirewallRule['action'],
  block: Values,
  inventory: Inventory,
  context: ExtractionContext,
): FirewallRule {
  const { values } = firewall;
  const direction = directionOf(textAt(values, 'direction'));
  const far = direction === 'ingress' ? sources(values, inventory) : destinations(values, inventory);
  const near = [
    ...tagEnds(inventory, textsAt(values, 'target_tags')),
    ...accountEnds(values, 'target_service_accounts', inventory),
  ];
  return firewallRule(
    firewall,
    {
      direction,
      action,
      near: near.length > 0 ? near : everyInstance(values, inventory),
      far,
      protocol: textAt(block, 'protocol'),
      ports: textsAt(block, 'ports').map(portRange),
      priority: numberAt(values, 'priority') ?? 1000,
    },
    context,
  );
}

/** A rule without sources is for everybody: https://cloud.google.com/firewall/docs/firewalls#sources. */
function sources(values: Values, inventory: Inventory): Endpoint[] {
  const named = [
    ...cidrs(inventory, textsAt(values, 'source_ranges')),
    ...tagEnds(inventory, textsAt(values, 'source_tags')),
    ...accountEnds(values, 'source_service_accounts', inventory),
  ];
  return named.length > 0 ? named : [{ kind: 'cidr', cidr: '0.0.0.0/0' }];
}

function destinations(values: Values, inventory: Inventory): Endpoint[] {
  const ranges = cidrs(inventory, textsAt(values, 'destination_ranges'));
  return ranges.length > 0 ? ranges : [{ kind: 'cidr', cidr: '0.0.0.0/0' }];
}

function accountEnds(values: Values, attribute: string, inventory: Inventory): Endpoint[] {
  return textsAt(values, attribute).flatMap((account) => {
    const found = inventory.rolesWith([account]);
    return found.length > 0 ? roles(found) : [other(`service account ${account}`)];
  });
}

/** A rule without targets is for every instance of the network. */
function everyInstance(values: Values, inventory: Inventory): Endpoint[] {
  const name = textAt(values, 'network');
  const network = inventory.references.find(name, 'google_compute_network');
  const names = ['name', 'self_link', 'id'].map((attribute) => textAt(network?.values, attribute));
  const found = inventory.rolesWith([name, ...names]);
  return found.length > 0 ? roles(found) : [other(`every instance of network ${name ?? 'unknown'}`)];
}
