import { describe, expect, test } from 'vitest';
import { rendered, rulesOf } from './described.ts';

describe('firewalls of Google', () => {
  test('tags are roles, and each block is a rule', () => {
    const firewall = rendered('google_compute_firewall.internal', {
      source_tags: ['demo-controller', 'demo-worker'],
      target_tags: ['demo-worker'],
      allow: [
        { protocol: 'udp', ports: [8472] },
        { protocol: 'icmp' },
        { protocol: 'TCP', ports: ['9962-9965', '4240'] },
      ],
    });
    expect(rulesOf(firewall)).toEqual([
      'ingress allow udp 8472 from controller, worker to worker priority 1000',
      'ingress allow icmp from controller, worker to worker priority 1000',
      'ingress allow tcp 9962-9965 4240 from controller, worker to worker priority 1000',
    ]);
  });

  test('a tag that says no role has those of its instances', () => {
    const firewall = rendered('google_compute_firewall.ssh', {
      source_ranges: ['0.0.0.0/0'],
      target_tags: ['k8s', 'bastion'],
      allow: [{ protocol: 'tcp', ports: ['22'] }],
    });
    const instance = rendered('google_compute_instance.controllers[0]', { tags: ['k8s'] });
    expect(rulesOf(firewall, instance)).toEqual([
      'ingress allow tcp 22 from 0.0.0.0/0 to controller, (tag bastion) priority 1000',
    ]);
  });

  test('without targets a rule is for every instance of its network, without sources for everybody', () => {
    const found = rulesOf(
      rendered('google_compute_firewall.all', {
        network: 'demo',
        direction: 'EGRESS',
        priority: 900,
        deny: [{ protocol: 'all' }],
      }),
      rendered('google_compute_network.net', { name: 'demo', self_link: 'https://example/networks/demo' }),
      rendered('google_compute_instance_template.worker', {
        network_interface: [{ network: 'https://example/networks/demo' }],
      }),
    );
    expect(found).toEqual(['egress deny any from worker to 0.0.0.0/0 priority 900']);
  });
});

describe('firewalls of DigitalOcean', () => {
  const droplet = rendered('digitalocean_droplet.controllers[0]', { id: '123456789' });

  test('rules in, rules out, tags and addresses', () => {
    const firewall = rendered('digitalocean_firewall.rules', {
      tags: ['demo-controller', 'demo-worker'],
      inbound_rule: [
        { protocol: 'tcp', port_range: '2379-2380', source_tags: ['demo-controller'] },
        { protocol: 'tcp', port_range: '22', source_addresses: ['0.0.0.0/0', '::/0'] },
      ],
      outbound_rule: [{ protocol: 'udp', port_range: '1-65535', destination_addresses: ['0.0.0.0/0'] }],
    });
    expect(rulesOf(firewall)).toEqual([
      'ingress allow tcp 2379-2380 from controller to controller, worker',
      'ingress allow tcp 22 from 0.0.0.0/0, ::/0 to controller, worker',
      'egress allow udp from controller, worker to 0.0.0.0/0',
    ]);
  });

  test('droplets by id, and load balancers', () => {
    const firewall = rendered('digitalocean_firewall.api', {
      droplet_ids: [123456789],
      inbound_rule: [{ protocol: 'tcp', port_range: '6443', source_load_balancer_uids: ['lb-1'] }],
    });
    const balancer = rendered('digitalocean_loadbalancer.public', { id: 'lb-1' });
    expect(rulesOf(droplet, balancer, firewall)).toEqual([
      'ingress allow tcp 6443 from (load balancer digitalocean_loadbalancer.public) to controller',
    ]);
  });
});

describe('firewalls of Hetzner', () => {
  const rule = { direction: 'in', protocol: 'tcp', port: '6443', source_ips: ['0.0.0.0/0'] };

  test('a firewall is for the servers that name it', () => {
    const firewall = rendered('hcloud_firewall.cluster', {
      id: '77',
      rule: [rule, { direction: 'out', protocol: 'udp', port: 'any', destination_ips: ['::/0'] }],
    });
    const server = rendered('hcloud_server.control_plane', { firewall_ids: [77] });
    expect(rulesOf(firewall, server)).toEqual([
      'ingress allow tcp 6443 from 0.0.0.0/0 to controller',
      'egress allow udp from controller to ::/0',
    ]);
  });

  test('a firewall is attached to servers, or to what has a label', () => {
    const firewall = rendered('hcloud_firewall.cluster', {
      id: '77',
      rule: [rule],
      apply_to: [{ label_selector: 'role=worker' }],
    });
    const attachment = rendered('hcloud_firewall_attachment.a', { firewall_id: 77, server_ids: [5] });
    const server = rendered('hcloud_server.etcd', { id: '5' });
    expect(rulesOf(firewall, attachment, server)).toEqual([
      'ingress allow tcp 6443 from 0.0.0.0/0 to etcd, worker',
    ]);
  });
});

describe('security groups of OpenStack', () => {
  const groups = [
    rendered('openstack_networking_secgroup_v2.master', { id: 'g1', name: 'demo-master' }),
    rendered('openstack_networking_secgroup_v2.cluster', { id: 'g2', name: 'demo' }),
    rendered('openstack_compute_instance_v2.worker', { security_groups: ['demo'] }),
  ];

  test('ranges, groups, and rules for everybody of one address family', () => {
    const rules = [
      {
        security_group_id: 'g1',
        direction: 'ingress',
        protocol: 'tcp',
        port_range_min: 6443,
        port_range_max: 6443,
        remote_group_id: 'g2',
      },
      {
        security_group_id: 'g2',
        direction: 'ingress',
        protocol: 'tcp',
        port_range_min: 22,
        port_range_max: 22,
        remote_ip_prefix: '192.0.2.0/24',
      },
      { security_group_id: 'g2', direction: 'egress', ethertype: 'IPv6', protocol: null },
    ].map((values) => rendered('openstack_networking_secgroup_rule_v2.r', values));
    expect(rulesOf(...groups, ...rules)).toEqual([
      'ingress allow tcp 6443 from worker to controller',
      'ingress allow tcp 22 from 192.0.2.0/24 to worker',
      'egress allow any from worker to ::/0',
    ]);
  });
});

test('a group of OpenStack is put on ports, and one of AWS on network interfaces', () => {
  const found = rulesOf(
    rendered('openstack_networking_secgroup_v2.all', { id: 'g1', name: 'demo' }),
    rendered('openstack_networking_port_v2.p', { id: 'p1', security_group_ids: ['g1'] }),
    rendered('openstack_compute_instance_v2.worker', { network: [{ port: 'p1' }] }),
    rendered('openstack_networking_secgroup_rule_v2.r', { security_group_id: 'g1', direction: 'ingress' }),
    rendered('aws_security_group.all', { id: 'sg-1', ingress: [{ protocol: '-1', self: true }] }),
    rendered('aws_network_interface.n', { id: 'eni-1', security_groups: ['sg-1'] }),
    rendered('aws_instance.master', { network_interface: [{ network_interface_id: 'eni-1' }] }),
  );
  expect(found).toEqual([
    'ingress allow any from controller to controller',
    'ingress allow any from 0.0.0.0/0 to worker',
  ]);
});

describe('firewalls of Scaleway and Vultr', () => {
  test('rules of a group, with what happens to the rest', () => {
    const group = rendered('scaleway_instance_security_group.cluster', {
      id: 'fr-par-1/g',
      inbound_default_policy: 'drop',
      inbound_rule: [
        { action: 'accept', port: 22, ip_range: '192.0.2.0/24', protocol: 'TCP' },
        { action: 'accept', port_range: '30000-32767', protocol: 'TCP' },
      ],
    });
    const server = rendered('scaleway_instance_server.worker', { security_group_id: 'fr-par-1/g' });
    expect(rulesOf(group, server)).toEqual([
      'ingress allow tcp 22 from 192.0.2.0/24 to worker',
      'ingress allow tcp 30000-32767 from 0.0.0.0/0, ::/0 to worker',
      'ingress deny any from 0.0.0.0/0, ::/0 to worker',
    ]);
  });

  test('rules beside their group', () => {
    const group = rendered('vultr_firewall_group.controllers', { id: 'g' });
    const rule = {
      firewall_group_id: 'g',
      protocol: 'tcp',
      subnet: '0.0.0.0',
      subnet_size: 0,
      port: '6443:6444',
    };
    expect(rulesOf(group, rendered('vultr_firewall_rule.api', rule))).toEqual([
      'ingress allow tcp 6443-6444 from 0.0.0.0/0 to controller',
    ]);
  });
});

describe('firewalls of Linode', () => {
  test('machines by address, and the policy as the last rule', () => {
    const firewall = rendered('linode_firewall.controllers', {
      linodes: [11],
      inbound: [{ action: 'ACCEPT', protocol: 'TCP', ports: '6443, 10250', ipv4: ['198.18.0.9/32'] }],
      inbound_policy: 'DROP',
    });
    const machines = [
      rendered('linode_instance.control-plane', { id: '11' }),
      rendered('linode_instance.worker', { id: '12', ip_address: '198.18.0.9' }),
    ];
    expect(rulesOf(firewall, ...machines)).toEqual([
      'ingress allow tcp 6443 10250 from worker to controller',
      'ingress deny any from 0.0.0.0/0, ::/0 to controller',
    ]);
  });
});
