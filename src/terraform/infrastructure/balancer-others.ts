import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Endpoint } from '../../model/infrastructure.ts';
import { blocksAt, numberAt, textAt, textsAt } from '../rendered-values.ts';
import { type BalancerReader, loadBalancers, type Route } from './balancer.ts';
import { cidrs, ends, roles, tagEnds } from './endpoints.ts';
import type { Inventory } from './inventory.ts';

/** Load balancers of DigitalOcean, Hetzner and OpenStack. */
export const otherBalancers: BalancerReader = (inventory, context) =>
  loadBalancers(
    [
      ...inventory.ofType('digitalocean_loadbalancer').flatMap((each) => digitalocean(each, inventory)),
      ...inventory.ofType('hcloud_load_balancer_service').map((each) => hetzner(each, inventory)),
      ...inventory.ofType('openstack_lb_pool_v2').map((each) => openstack(each, inventory)),
    ],
    context,
  );

function digitalocean(balancer: RenderedResource, inventory: Inventory): Route[] {
  const { values } = balancer;
  const droplets = roles(inventory.rolesWith(textsAt(values, 'droplet_ids')));
  const named = [...droplets, ...tagEnds(inventory, textsAt(values, 'droplet_tag'))];
  const targets = named.length > 0 ? named : ends(inventory, balancer, []);
  return blocksAt(values, 'forwarding_rule').map((rule) => ({
    resource: balancer,
    protocol: textAt(rule, 'entry_protocol'),
    port: numberAt(rule, 'entry_port'),
    targetPort: numberAt(rule, 'target_port'),
    targets,
  }));
}

function hetzner(service: RenderedResource, inventory: Inventory): Route {
  const id = textAt(service.values, 'load_balancer_id');
  const balancer = inventory.references.find(id, 'hcloud_load_balancer');
  const targets = inventory
    .ofType('hcloud_load_balancer_target')
    .filter(({ values }) => textAt(values, 'load_balancer_id') === id)
    .flatMap((target) => hetznerTarget(target, inventory));
  const resource = balancer ?? service;
  return {
    resource,
    protocol: textAt(service.values, 'protocol'),
    port: numberAt(service.values, 'listen_port') ?? 443,
    targetPort: numberAt(service.values, 'destination_port'),
    targets: targets.length > 0 ? targets : ends(inventory, resource, []),
  };
}

function hetznerTarget(target: RenderedResource, inventory: Inventory): Endpoint[] {
  const { values } = target;
  const label = textAt(values, 'label_selector')?.split(/==?/).at(-1);
  const found = [
    ...roles(inventory.rolesWith([textAt(values, 'server_id')])),
    ...tagEnds(inventory, label === undefined ? [] : [label]),
    ...cidrs(inventory, textsAt(values, 'ip')),
  ];
  return found.length > 0 ? found : ends(inventory, target, []);
}

function openstack(pool: RenderedResource, inventory: Inventory): Route {
  const id = textAt(pool.values, 'id');
  const listener = inventory.references.find(textAt(pool.values, 'listener_id'), 'openstack_lb_listener_v2');
  const balancer = inventory.references.find(
    textAt(listener?.values, 'loadbalancer_id') ?? textAt(pool.values, 'loadbalancer_id'),
    'openstack_lb_loadbalancer_v2',
  );
  const members = inventory
    .ofType('openstack_lb_member_v2')
    .filter(({ values }) => textAt(values, 'pool_id') === id);
  const addresses = members.map(({ values }) => textAt(values, 'address'));
  return {
    resource: balancer ?? pool,
    protocol: textAt(listener?.values, 'protocol') ?? textAt(pool.values, 'protocol'),
    port: numberAt(listener?.values, 'protocol_port'),
    targetPort: members.map(({ values }) => numberAt(values, 'protocol_port'))[0],
    targets: ends(inventory, pool, addresses),
  };
}
