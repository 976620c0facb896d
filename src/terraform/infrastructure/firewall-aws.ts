import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Endpoint, FirewallRule } from '../../model/infrastructure.ts';
import { blocksAt, numberAt, textAt, textsAt, type Values, valueAt } from '../rendered-values.ts';
import { cidrs, ends, other, protocolName } from './endpoints.ts';
import { directionOf, type FirewallReader, firewallRule, type RuleParts } from './firewall-rule.ts';
import type { ExtractionContext, Inventory } from './inventory.ts';

/** Security groups of AWS: rules inside them, and both generations of rules beside them. */
export const awsFirewall: FirewallReader = (inventory, context) => [
  ...inventory
    .ofType('aws_security_group', 'aws_default_security_group')
    .flatMap((group) => inlineRules(group, inventory, context)),
  ...inventory
    .ofType('aws_security_group_rule')
    .map((rule) => firewallRule(rule, classicRule(rule.values, inventory), context)),
  ...inventory
    .ofType('aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule')
    .map((rule) => firewallRule(rule, vpcRule(rule, inventory), context)),
];

function inlineRules(
  group: RenderedResource,
  inventory: Inventory,
  context: ExtractionContext,
): FirewallRule[] {
  const near = groupEnds(textAt(group.values, 'id') ?? group.address, inventory, group);
  return (['ingress', 'egress'] as const).flatMap((direction) =>
    blocksAt(group.values, direction).map((block) =>
      firewallRule(
        group,
        { ...protocolAndPorts(block), direction, near, far: peers(block, near, inventory) },
        context,
      ),
    ),
  );
}

function classicRule(values: Values, inventory: Inventory): RuleParts {
  const near = groupEnds(textAt(values, 'security_group_id'), inventory);
  const direction = directionOf(textAt(values, 'type'));
  return { ...protocolAndPorts(values), direction, near, far: peers(values, near, inventory) };
}

function vpcRule({ type, values }: RenderedResource, inventory: Inventory): RuleParts {
  const ranges = [textAt(values, 'cidr_ipv4'), textAt(values, 'cidr_ipv6')].filter(
    (each) => each !== undefined,
  );
  const group = textAt(values, 'referenced_security_group_id');
  const list = textAt(values, 'prefix_list_id');
  return {
    ...protocolAndPorts(values),
    direction: type.endsWith('_ingress_rule') ? 'ingress' : 'egress',
    near: groupEnds(textAt(values, 'security_group_id'), inventory),
    far: [
      ...cidrs(inventory, ranges),
      ...(group === undefined ? [] : groupEnds(group, inventory)),
      ...(list === undefined ? [] : [other(`prefix list ${list}`)]),
    ],
  };
}

/** Of all protocols it is always all ports; for ICMP, what are ports elsewhere are type and code. */
function protocolAndPorts(values: Values): Pick<RuleParts, 'protocol' | 'ports'> {
  const [from, to] = [numberAt(values, 'from_port'), numberAt(values, 'to_port')];
  const protocol = textAt(values, 'protocol') ?? textAt(values, 'ip_protocol');
  const isEveryPort = from === undefined || to === undefined || protocolName(protocol) === 'any';
  return { protocol, ports: isEveryPort ? [] : [{ from, to }] };
}

function peers(values: Values, self: readonly Endpoint[], inventory: Inventory): Endpoint[] {
  const groups = [...textsAt(values, 'source_security_group_id'), ...textsAt(values, 'security_groups')];
  return [
    ...cidrs(inventory, [...textsAt(values, 'cidr_blocks'), ...textsAt(values, 'ipv6_cidr_blocks')]),
    ...groups.flatMap((id) => groupEnds(id, inventory)),
    ...(valueAt(values, 'self') === true || textAt(values, 'self') === 'true' ? self : []),
    ...textsAt(values, 'prefix_list_ids').map((list) => other(`prefix list ${list}`)),
  ];
}

function groupEnds(id: string | undefined, inventory: Inventory, known?: RenderedResource): Endpoint[] {
  const group = known ?? inventory.references.find(id, 'aws_security_group', 'aws_default_security_group');
  if (group !== undefined) {
    return ends(inventory, group, [id, ...inventory.idsOf('aws_network_interface', 'security_groups', id)]);
  }
  return id === undefined ? [] : [other(`security group ${id}`)];
}
