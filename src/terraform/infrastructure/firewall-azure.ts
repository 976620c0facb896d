import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Endpoint, FirewallRule } from '../../model/infrastructure.ts';
import { blocksAt, numberAt, textAt, textsAt, type Values } from '../rendered-values.ts';
import { cidrs, ends, everybody, other, portRange, roles } from './endpoints.ts';
import { directionOf, type FirewallReader, firewallRule } from './firewall-rule.ts';
import type { ExtractionContext, Inventory } from './inventory.ts';
import { ownRoleOf, roleOf } from './roles.ts';

/**
 * Network security groups of Azure. They know addresses, not roles: a range that is a subnet's stands for the role
 * of the subnet, and `*` on the side of the group for what the group is associated with.
 */
export const azureFirewall: FirewallReader = (inventory, context) => [
  ...inventory
    .ofType('azurerm_network_security_group')
    .flatMap((group) =>
      blocksAt(group.values, 'security_rule').map((block) => rule(group, block, group, inventory, context)),
    ),
  ...inventory.ofType('azurerm_network_security_rule').map((resource) => {
    const group = groupOf(resource, inventory);
    return rule(resource, resource.values, group, inventory, context);
  }),
];

/** Groups are named, and names are unique in a resource group only. */
function groupOf(resource: RenderedResource, inventory: Inventory): RenderedResource | undefined {
  const name = textAt(resource.values, 'network_security_group_name');
  const named = inventory
    .ofType('azurerm_network_security_group')
    .filter(({ values }) => textAt(values, 'name') === name);
  return named.find(({ module }) => module === resource.module) ?? named[0];
}

function rule(
  resource: RenderedResource,
  values: Values,
  group: RenderedResource | undefined,
  inventory: Inventory,
  context: ExtractionContext,
): FirewallRule {
  const direction = directionOf(textAt(values, 'direction'));
  const [nearSide, farSide] =
    direction === 'ingress' ? (['destination', 'source'] as const) : (['source', 'destination'] as const);
  const own = group === undefined ? [] : groupEnds(group, inventory);
  const ports = [...textsAt(values, 'destination_port_range'), ...textsAt(values, 'destination_port_ranges')];
  return firewallRule(
    resource,
    {
      direction,
      action: /^deny$/i.test(textAt(values, 'access') ?? '') ? 'deny' : 'allow',
      near: sideEnds(values, nearSide, own, inventory),
      far: sideEnds(values, farSide, everybody, inventory),
      protocol: textAt(values, 'protocol'),
      // One `*` among ports is all of them.
      ports: ports.includes('*') ? [] : ports.map(portRange),
      priority: numberAt(values, 'priority'),
    },
    context,
  );
}

function sideEnds(
  values: Values,
  side: 'source' | 'destination',
  all: readonly Endpoint[],
  inventory: Inventory,
): Endpoint[] {
  const prefixes = [
    ...textsAt(values, `${side}_address_prefix`),
    ...textsAt(values, `${side}_address_prefixes`),
  ].filter((prefix) => prefix !== '');
  const groups = textsAt(values, `${side}_application_security_group_ids`);
  return [
    ...prefixes.flatMap((prefix) =>
      prefix === '*' || prefix === 'Any' ? all : prefixEnds(prefix, inventory),
    ),
    ...groups.flatMap((id) => {
      const group = inventory.references.find(id, 'azurerm_application_security_group');
      return group === undefined ? [other(id)] : ends(inventory, group, [id]);
    }),
  ];
}

function prefixEnds(prefix: string, inventory: Inventory): Endpoint[] {
  const subnets = inventory.ofType('azurerm_subnet');
  if (prefix === 'VirtualNetwork') return [...roles(rolesOf(subnets)), other(prefix)];
  const found = rolesOf(subnets.filter((subnet) => prefixesOf(subnet).includes(prefix)));
  if (found.length > 0) return roles(found);
  return /^[\d.:a-f]+(\/\d+)?$/i.test(prefix) ? cidrs(inventory, [prefix]) : [other(prefix)];
}

function prefixesOf({ values }: RenderedResource): string[] {
  return [...textsAt(values, 'address_prefix'), ...textsAt(values, 'address_prefixes')];
}

function rolesOf(resources: readonly RenderedResource[]): string[] {
  return [...new Set(resources.map(roleOf).filter((role) => role !== undefined))].sort();
}

function groupEnds(group: RenderedResource, inventory: Inventory): Endpoint[] {
  if (ownRoleOf(group) !== undefined) return ends(inventory, group, []);
  const id = textAt(group.values, 'id');
  const associations = inventory
    .ofType(
      'azurerm_subnet_network_security_group_association',
      'azurerm_network_interface_security_group_association',
    )
    .filter(({ values }) => textAt(values, 'network_security_group_id') === id);
  const subnets = associations
    .map(({ values }) => inventory.references.find(textAt(values, 'subnet_id'), 'azurerm_subnet'))
    .filter((subnet) => subnet !== undefined);
  const found = rolesOf(subnets);
  if (found.length > 0) return roles(found);
  return ends(inventory, group, [
    id,
    ...associations.map(({ values }) => textAt(values, 'network_interface_id')),
  ]);
}
