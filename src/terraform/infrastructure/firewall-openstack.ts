import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Endpoint } from '../../model/infrastructure.ts';
import { numberAt, textAt } from '../rendered-values.ts';
import { cidrs, ends, other } from './endpoints.ts';
import { directionOf, type FirewallReader, firewallRule, type RuleParts } from './firewall-rule.ts';
import type { Inventory } from './inventory.ts';

/** Rules of OpenStack's security groups; machines name the groups, by id through ports or by name. */
export const openstackFirewall: FirewallReader = (inventory, context) =>
  inventory
    .ofType('openstack_networking_secgroup_rule_v2')
    .map((rule) => firewallRule(rule, parts(rule, inventory), context));

function parts({ values }: RenderedResource, inventory: Inventory): RuleParts {
  const [from, to] = [numberAt(values, 'port_range_min'), numberAt(values, 'port_range_max')];
  const range = textAt(values, 'remote_ip_prefix') ?? '';
  const group = textAt(values, 'remote_group_id') ?? '';
  // Without a remote end the rule is for everybody of its address family.
  const everybody = textAt(values, 'ethertype') === 'IPv6' ? '::/0' : '0.0.0.0/0';
  return {
    direction: directionOf(textAt(values, 'direction')),
    near: groupEnds(textAt(values, 'security_group_id'), inventory),
    far: group === '' ? cidrs(inventory, [range === '' ? everybody : range]) : groupEnds(group, inventory),
    protocol: textAt(values, 'protocol'),
    ports: from === undefined || to === undefined ? [] : [{ from, to }],
  };
}

function groupEnds(id: string | undefined, inventory: Inventory): Endpoint[] {
  const group = inventory.references.find(
    id,
    'openstack_networking_secgroup_v2',
    'openstack_compute_secgroup_v2',
  );
  if (group !== undefined) {
    const ports = inventory.idsOf('openstack_networking_port_v2', 'security_group_ids', id);
    return ends(inventory, group, [id, textAt(group.values, 'name'), ...ports]);
  }
  return id === undefined ? [] : [other(`security group ${id}`)];
}
