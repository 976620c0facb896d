import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Endpoint, FirewallRule } from '../../model/infrastructure.ts';
import { blocksAt, textAt, textsAt, type Values } from '../rendered-values.ts';
import { cidrs, ends, other, portRange, roles, tagEnds } from './endpoints.ts';
import { directionOf, type FirewallReader, firewallRule } from './firewall-rule.ts';
import type { ExtractionContext, Inventory } from './inventory.ts';

/** Firewalls that hold their rules as blocks: those of DigitalOcean and Hetzner. */
export const blockFirewalls: FirewallReader = (inventory, context) => [
  ...inventory.ofType('digitalocean_firewall').flatMap((each) => digitalocean(each, inventory, context)),
  ...inventory.ofType('hcloud_firewall').flatMap((each) => hetzner(each, inventory, context)),
];

function digitalocean(
  firewall: RenderedResource,
  inventory: Inventory,
  context: ExtractionContext,
): FirewallRule[] {
  const targets = [
    ...tagEnds(inventory, textsAt(firewall.values, 'tags')),
    ...machineEnds(textsAt(firewall.values, 'droplet_ids'), inventory),
  ];
  const near = targets.length > 0 ? targets : ends(inventory, firewall, []);
  return [
    ...blocksAt(firewall.values, 'inbound_rule').map((block) => ['ingress', 'source', block] as const),
    ...blocksAt(firewall.values, 'outbound_rule').map((block) => ['egress', 'destination', block] as const),
  ].map(([direction, side, block]) => {
    const far = [
      ...cidrs(inventory, textsAt(block, `${side}_addresses`)),
      ...tagEnds(inventory, textsAt(block, `${side}_tags`)),
      ...machineEnds(textsAt(block, `${side}_droplet_ids`), inventory),
      ...textsAt(block, `${side}_load_balancer_uids`).map((id) => balancer(id, inventory)),
    ];
    return firewallRule(
      firewall,
      { direction, near, far, ...protocolAndPorts(block, 'port_range') },
      context,
    );
  });
}

/** A Hetzner firewall is named by its servers, or attached to them by id or label. */
function hetzner(
  firewall: RenderedResource,
  inventory: Inventory,
  context: ExtractionContext,
): FirewallRule[] {
  const id = textAt(firewall.values, 'id');
  const attached = inventory
    .ofType('hcloud_firewall_attachment')
    .filter(({ values }) => textAt(values, 'firewall_id') === id)
    .map(({ values }) => values);
  const applied = [...attached, ...blocksAt(firewall.values, 'apply_to')];
  const servers = applied.flatMap((each) => [...textsAt(each, 'server_ids'), ...textsAt(each, 'server')]);
  const labels = applied.flatMap((each) => [
    ...textsAt(each, 'label_selectors'),
    ...textsAt(each, 'label_selector'),
  ]);
  const targets = [
    ...machineEnds(servers, inventory),
    ...labels.flatMap((label) => labelEnds(label, inventory)),
  ];
  const near = targets.length > 0 ? targets : ends(inventory, firewall, [id]);
  return blocksAt(firewall.values, 'rule').map((block) => {
    const direction = directionOf(textAt(block, 'direction'));
    const far = cidrs(inventory, textsAt(block, direction === 'ingress' ? 'source_ips' : 'destination_ips'));
    return firewallRule(firewall, { direction, near, far, ...protocolAndPorts(block, 'port') }, context);
  });
}

function protocolAndPorts(block: Values, attribute: string) {
  const ports = (textAt(block, attribute) ?? '').split(',').filter((part) => part !== '');
  const isEveryPort = ports.some((port) => portRange(port) === undefined);
  return { protocol: textAt(block, 'protocol'), ports: isEveryPort ? [] : ports.map(portRange) };
}

function machineEnds(ids: readonly string[], inventory: Inventory): Endpoint[] {
  return ids.flatMap((id) => {
    const found = inventory.rolesWith([id]);
    return found.length > 0 ? roles(found) : [other(`machine ${id}`)];
  });
}

/** `role=worker`: the words of a selector say the role. */
function labelEnds(selector: string, inventory: Inventory): Endpoint[] {
  const value = selector.split(/==?/).at(-1) ?? selector;
  return tagEnds(inventory, [value]);
}

function balancer(id: string, inventory: Inventory): Endpoint {
  const found = inventory.references.find(id, 'digitalocean_loadbalancer');
  return other(`load balancer ${found?.address ?? id}`);
}
