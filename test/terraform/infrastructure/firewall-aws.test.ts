import { describe, expect, test } from 'vitest';
import { infrastructureOf, rendered, rulesOf } from './described.ts';

const controllers = rendered('aws_security_group.controller', { id: 'sg-1', name: 'demo-controller' });
const workers = rendered('module.pool.aws_security_group.worker', { id: 'sg-2', name: 'demo-worker' });

function rule(values: Record<string, unknown>) {
  return rendered('aws_security_group_rule.one', { security_group_id: 'sg-1', type: 'ingress', ...values });
}

describe('security groups of AWS', () => {
  test('a rule between two groups is one between roles', () => {
    const etcd = { protocol: 'tcp', from_port: 2381, to_port: 2381, source_security_group_id: 'sg-2' };
    expect(rulesOf(controllers, workers, rule(etcd))).toEqual([
      'ingress allow tcp 2381 from worker to controller',
    ]);
  });

  test('a rule for the group itself, of both address families, and out of it', () => {
    expect(
      rulesOf(
        controllers,
        rule({ protocol: 'tcp', from_port: '2379', to_port: '2380', self: true }),
        rule({
          protocol: 'tcp',
          from_port: 22,
          to_port: 22,
          cidr_blocks: ['0.0.0.0/0'],
          ipv6_cidr_blocks: ['::/0'],
        }),
        rule({ type: 'egress', protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'] }),
        rule({ protocol: 'tcp', from_port: 443, to_port: 443, prefix_list_ids: ['pl-7'] }),
      ),
    ).toEqual([
      'ingress allow tcp 2379-2380 from controller to controller',
      'ingress allow tcp 22 from 0.0.0.0/0, ::/0 to controller',
      'egress allow any from controller to 0.0.0.0/0',
      'ingress allow tcp 443 from (prefix list pl-7) to controller',
    ]);
  });

  test('type and code of ICMP are no ports, and protocol numbers have names', () => {
    const icmp = { protocol: 'icmp', from_port: 8, to_port: 0, self: true };
    const ipip = { protocol: '4', from_port: 0, to_port: 0, self: true };
    expect(rulesOf(controllers, rule(icmp), rule(ipip))).toEqual([
      'ingress allow icmp from controller to controller',
      'ingress allow ipip from controller to controller',
    ]);
  });

  test('port 0 is a port, and the ports of all protocols are none', () => {
    const zero = { protocol: 'tcp', from_port: 0, to_port: 0, self: true };
    const all = { protocol: 'all', from_port: 6443, to_port: 6443, self: true };
    expect(rulesOf(controllers, rule(zero), rule(all))).toEqual([
      'ingress allow tcp 0 from controller to controller',
      'ingress allow any from controller to controller',
    ]);
  });

  test('rules inside a group', () => {
    const group = rendered('aws_security_group.nodes', {
      id: 'sg-3',
      ingress: [{ protocol: 'udp', from_port: 8472, to_port: 8472, security_groups: ['sg-1'], self: true }],
      egress: [
        { protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['10.0.0.0/8'], ipv6_cidr_blocks: null },
      ],
    });
    expect(rulesOf(controllers, group)).toEqual([
      'ingress allow udp 8472 from controller, worker to worker',
      'egress allow any from worker to 10.0.0.0/8',
    ]);
  });

  test('rules of the newer kind', () => {
    const base = { security_group_id: 'sg-1', ip_protocol: 'tcp', from_port: 6443, to_port: 6443 };
    expect(
      rulesOf(
        controllers,
        workers,
        rendered('aws_vpc_security_group_ingress_rule.a', { ...base, referenced_security_group_id: 'sg-2' }),
        rendered('aws_vpc_security_group_egress_rule.b', {
          security_group_id: 'sg-1',
          ip_protocol: '-1',
          cidr_ipv6: '::/0',
        }),
      ),
    ).toEqual([
      'ingress allow tcp 6443 from worker to controller',
      'egress allow any from controller to ::/0',
    ]);
  });

  test('a group without a word for a role is that of its machines, or just called by name', () => {
    const cluster = rendered('aws_security_group.cluster', { id: 'sg-4', name: 'demo' });
    const ssh = rule({ security_group_id: 'sg-4', protocol: 'tcp', from_port: 22, to_port: 22, self: true });
    expect(rulesOf(cluster, ssh)).toEqual(['ingress allow tcp 22 from (demo) to (demo)']);
    const machine = rendered('aws_instance.master', { vpc_security_group_ids: ['sg-4'] });
    expect(rulesOf(cluster, ssh, machine)).toEqual(['ingress allow tcp 22 from controller to controller']);
  });

  test('a group has the role of the modules around it where nothing nearer says one', () => {
    const inside = rendered('module.workers.aws_security_group.this', { id: 'sg-5', name: 'demo' });
    const ssh = rule({ security_group_id: 'sg-5', protocol: 'tcp', from_port: 22, to_port: 22, self: true });
    expect(rulesOf(inside, ssh)).toEqual(['ingress allow tcp 22 from worker to worker']);
    const keyed = rendered('aws_security_group.role["control-plane"]', { id: 'sg-5' });
    expect(rulesOf(keyed, ssh)).toEqual(['ingress allow tcp 22 from controller to controller']);
  });

  test('ends that are not known are said to be so', () => {
    expect(rulesOf(rule({ security_group_id: null, protocol: 'tcp', from_port: 22, to_port: 22 }))).toEqual([
      'ingress allow tcp 22 from (unknown) to (unknown)',
    ]);
  });

  test('a rule points at its resource', () => {
    const [found] = infrastructureOf(controllers, rule({ protocol: 'tcp', self: true })).firewallRules;
    expect(found).toMatchObject({
      address: 'aws_security_group_rule.one',
      origin: { file: 'main.tf', line: 7 },
    });
  });
});
