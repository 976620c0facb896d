import { describe, expect, test } from 'vitest';
import { rendered, rulesOf } from './described.ts';

const subnets = [
  rendered('azurerm_subnet.controller', { id: '/subnets/a', address_prefixes: ['10.0.0.0/17', 'fd01::/64'] }),
  rendered('azurerm_subnet.worker', { id: '/subnets/b', address_prefix: '10.0.128.0/17' }),
];

const group = rendered('azurerm_network_security_group.controller', {
  id: '/nsg/a',
  name: 'demo-controller',
});

function rule(values: Record<string, unknown>) {
  return rendered('azurerm_network_security_rule.one', {
    network_security_group_name: 'demo-controller',
    priority: '2000',
    access: 'Allow',
    direction: 'Inbound',
    protocol: 'Tcp',
    source_port_range: '*',
    ...values,
  });
}

describe('network security groups of Azure', () => {
  test('ranges that are those of subnets stand for the roles of the subnets', () => {
    const etcd = rule({
      destination_port_range: '2379-2380',
      source_address_prefixes: ['10.0.0.0/17', '10.0.128.0/17'],
      destination_address_prefixes: ['10.0.0.0/17', 'fd01::/64'],
    });
    expect(rulesOf(...subnets, group, etcd)).toEqual([
      'ingress allow tcp 2379-2380 from controller, worker to controller priority 2000',
    ]);
  });

  test('everybody, service tags and several ports', () => {
    const ports = ['80', '443', '30000-32767'];
    expect(
      rulesOf(
        ...subnets,
        group,
        rule({
          destination_port_ranges: ports,
          source_address_prefix: '*',
          destination_address_prefix: '10.0.128.0/17',
        }),
        rule({
          destination_port_range: '*',
          source_address_prefix: 'AzureLoadBalancer',
          destination_address_prefix: '*',
          protocol: '*',
        }),
        rule({
          destination_port_range: '22',
          source_address_prefix: '192.0.2.0/24',
          destination_address_prefix: '*',
        }),
      ),
    ).toEqual([
      'ingress allow tcp 80 443 30000-32767 from 0.0.0.0/0, ::/0 to worker priority 2000',
      'ingress allow any from (AzureLoadBalancer) to controller priority 2000',
      'ingress allow tcp 22 from 192.0.2.0/24 to controller priority 2000',
    ]);
  });

  test('a star among ports is all of them', () => {
    const rules = ['443', '*']
      .map((port) => [port, '80'])
      .map((ports) => rule({ destination_port_ranges: ports }));
    expect(rulesOf(group, ...rules)).toEqual([
      'ingress allow tcp 443 80 from (unknown) to (unknown) priority 2000',
      'ingress allow tcp from (unknown) to (unknown) priority 2000',
    ]);
  });

  test('a rule that denies comes with its place in the order', () => {
    const deny = rule({
      access: 'Deny',
      priority: 3005,
      protocol: '*',
      destination_port_range: '*',
      source_address_prefix: '*',
      destination_address_prefix: '*',
    });
    expect(rulesOf(group, deny)).toEqual([
      'ingress deny any from 0.0.0.0/0, ::/0 to controller priority 3005',
    ]);
  });

  test('rules inside a group, which has the role of its subnet', () => {
    const inline = rendered('azurerm_network_security_group.main', {
      id: '/nsg/b',
      name: 'demo',
      security_rule: [
        {
          priority: 100,
          access: 'Allow',
          direction: 'Outbound',
          protocol: 'Udp',
          source_address_prefix: '*',
          destination_address_prefix: 'VirtualNetwork',
          destination_port_range: '53',
        },
      ],
    });
    const association = rendered('azurerm_subnet_network_security_group_association.main', {
      subnet_id: '/subnets/b',
      network_security_group_id: '/nsg/b',
    });
    expect(rulesOf(...subnets, inline, association)).toEqual([
      'egress allow udp 53 from worker to controller, worker, (VirtualNetwork) priority 100',
    ]);
  });

  test('a group that is put on network interfaces has the role of their machines', () => {
    const found = rulesOf(
      rendered('azurerm_network_security_group.main', { id: '/nsg/c', name: 'demo' }),
      rendered('azurerm_network_interface_security_group_association.main', {
        network_interface_id: '/nics/a',
        network_security_group_id: '/nsg/c',
      }),
      rendered('azurerm_linux_virtual_machine.worker', { network_interface_ids: ['/nics/a'] }),
      rule({
        network_security_group_name: 'demo',
        destination_port_range: '22',
        source_address_prefix: 'Internet',
        destination_address_prefix: '*',
      }),
    );
    expect(found).toEqual(['ingress allow tcp 22 from (Internet) to worker priority 2000']);
  });
});
