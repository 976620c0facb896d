import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Endpoint, FirewallRule } from '../../model/infrastructure.ts';
import { blocksAt, textAt, textsAt, type Values } from '../rendered-values.ts';
import { cidrs, ends, everybody, portRange } from './endpoints.ts';
import { directionOf, type FirewallReader, firewallRule, type RuleParts } from './firewall-rule.ts';
import type { ExtractionContext, Inventory } from './inventory.ts';

/** How a firewall names its parts for one direction. */
interface Side {
  readonly blocks: string;
  readonly policy: string;
}

/** Firewalls that let through or drop what no rule is for: those of Linode and Scaleway; and Vultr's rules. */
export const policyFirewalls: FirewallReader = (inventory, context) => [
  ...inventory.ofType('linode_firewall').flatMap((firewall) => {
    const sides = (['inbound', 'outbound'] as const).map((blocks) => ({
      blocks,
      policy: `${blocks}_policy`,
    }));
    const near = ends(inventory, firewall, textsAt(firewall.values, 'linodes'));
    return sides.flatMap((side) => rules(firewall, side, near, inventory, context));
  }),
  ...inventory.ofType('scaleway_instance_security_group').flatMap((group) => {
    const sides = (['inbound', 'outbound'] as const).map((side) => ({
      blocks: `${side}_rule`,
      policy: `${side}_default_policy`,
    }));
    const near = ends(inventory, group, [textAt(group.values, 'id')]);
    return sides.flatMap((side) => rules(group, side, near, inventory, context));
  }),
  ...inventory.ofType('vultr_firewall_rule').map((rule) => {
    const { values } = rule;
    const id = textAt(values, 'firewall_group_id');
    const group = inventory.references.find(id, 'vultr_firewall_group');
    const near = group === undefined ? [] : ends(inventory, group, [id]);
    const range = `${textAt(values, 'subnet') ?? ''}/${textAt(values, 'subnet_size') ?? ''}`;
    return firewallRule(
      rule,
      { direction: 'ingress', near, far: cidrs(inventory, [range]), ...protocolAndPorts(values) },
      context,
    );
  }),
];

function rules(
  firewall: RenderedResource,
  { blocks, policy }: Side,
  near: readonly Endpoint[],
  inventory: Inventory,
  context: ExtractionContext,
): FirewallRule[] {
  const direction = directionOf(blocks.replace('_rule', ''));
  const written = blocksAt(firewall.values, blocks).map((block) => {
    const ranges = ['ipv4', 'ipv6', 'ip_range'].flatMap((name) => textsAt(block, name));
    return firewallRule(
      firewall,
      {
        direction,
        action: actionOf(textAt(block, 'action')),
        near,
        far: ranges.length > 0 ? cidrs(inventory, ranges) : everybody,
        ...protocolAndPorts(block),
      },
      context,
    );
  });
  const last = textAt(firewall.values, policy);
  if (last === undefined) return written;
  const rest = { direction, near, far: everybody, protocol: 'any', ports: [] } as const;
  return [...written, firewallRule(firewall, { ...rest, action: actionOf(last) }, context)];
}

function actionOf(text: string | undefined): FirewallRule['action'] {
  return /^(drop|deny)$/i.test(text ?? '') ? 'deny' : 'allow';
}

function protocolAndPorts(values: Values): Pick<RuleParts, 'protocol' | 'ports'> {
  const texts = ['ports', 'port', 'port_range'].flatMap((name) => textsAt(values, name));
  const ports = texts.flatMap((text) => text.split(',')).filter((text) => text !== '' && text !== '0');
  return { protocol: textAt(values, 'protocol'), ports: ports.map(portRange) };
}
