import { describe, expect, test } from 'vitest';
import { ask } from './ask.ts';

const network = (config: object): Record<string, unknown> => ({ network_interface: [config] });

describe('what is made up', () => {
  test('differs between instances, stays the same from run to run, and is named', () => {
    const reads = ['private_ip', 'public_ip', 'private_dns'];
    const answers = [0, 1, 2].map((key) => ask('aws_instance', { key, reads }));
    for (const name of [...reads, 'id']) {
      expect(new Set(answers.map(({ values }) => values[name])).size).toBe(3);
    }
    expect(ask('aws_instance', { key: 1, reads })).toEqual(answers[1]);
    expect(answers[0]?.placeholders).toEqual(['id', 'private_dns', 'private_ip', 'public_ip']);
  });

  test('differs between 300 instances of one resource and 300 of another', () => {
    const addresses = Array.from({ length: 600 }, (_, index) => {
      const name = index < 300 ? 'first' : 'second';
      return ask('aws_instance', { name, key: index % 300, reads: ['private_ip'] }).values['private_ip'];
    });
    expect(new Set(addresses).size).toBe(600);
  });

  test("nothing is, where keys of a map are the provider's", () => {
    const answer = ask('cloudflare_api_token_permission_groups', { mode: 'data', reads: ['zone'] });
    expect(answer.unknown).toEqual(['zone']);
    expect(Object.keys(answer.values)).toEqual(['id']);
  });

  test('differs between instances by key', () => {
    const ids = ['a', 'b'].map((key) => ask('hcloud_server', { key }).values['id']);
    expect(ids[0]).not.toBe(ids[1]);
    for (const id of ids) expect(id).toMatch(/^\d{8}$/);
  });

  test.each([
    ['aws_instance', 'id', /^i-0[0-9a-f]{16}$/],
    ['aws_subnet', 'id', /^subnet-0[0-9a-f]{16}$/],
    ['aws_security_group', 'id', /^sg-0[0-9a-f]{16}$/],
    [
      'aws_lb',
      'arn',
      /^arn:aws:elasticloadbalancing:us-east-1:\d{12}:loadbalancer\/net\/[\w-]+\/[0-9a-f]{16}$/,
    ],
    ['aws_vpc', 'ipv6_cidr_block', /^2001:db8:[0-9a-f:]+::\/56$/],
    ['digitalocean_droplet', 'id', /^[1-9]\d{8}$/],
    ['digitalocean_droplet', 'ipv4_address', /^198\.1[89]\.\d+\.\d+$/],
    ['digitalocean_droplet', 'ipv6_address', /^2001:db8:[0-9a-f]+:[0-9a-f]+::[0-9a-f]+:[0-9a-f]+$/],
    [
      'google_compute_network',
      'self_link',
      /^https:\/\/www\.googleapis\.com\/compute\/v1\/projects\/\S+\/global\/networks\/\S+$/,
    ],
    [
      'openstack_compute_instance_v2',
      'id',
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    ],
    ['libvirt_volume', 'id', /^\/var\/lib\/libvirt\/images\/machine-/],
    ['hcloud_ssh_key', 'public_key', /^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[\w+/]+=* placeholder$/],
    ['azurerm_public_ip', 'ip_address', /^198\.1[89]\./],
    ['packet_device', 'access_private_ipv4', /^10\./],
  ])('%s.%s has the form that its platform gives it', (type, name, form) => {
    expect(ask(type, { reads: [name] }).values[name]).toMatch(form);
  });

  test('an id of Azure is made of the names around it', () => {
    const config = { name: 'web', resource_group_name: 'cluster' };
    expect(ask('azurerm_virtual_network', { config }).values['id']).toMatch(
      /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/cluster\/providers\/Microsoft\.Network\/virtualNetworks\/web$/,
    );
  });

  test('one attribute can be made of another: an ARN holds the id', () => {
    const { values } = ask('aws_instance', { reads: ['arn'] });
    expect(values['arn']).toBe(`arn:aws:ec2:us-east-1:123456789012:instance/${values['id']}`);
  });

  test('a name starts with the prefix that the configuration wants', () => {
    const { values } = ask('aws_launch_configuration', { config: { name_prefix: 'pool-' }, reads: ['name'] });
    expect(values['name']).toMatch(/^pool-[0-9a-f]{16}$/);
    expect(values['id']).toBe(values['name']);
  });

  test('an address lies in the range that the resource configures', () => {
    const { values } = ask('hcloud_network_subnet', {
      config: { ip_range: '192.168.40.0/22' },
      reads: ['gateway'],
    });
    expect(values['gateway']).toMatch(/^192\.168\.4[0-3]\.\d+$/);
  });
});

describe('what the configuration sets', () => {
  test('is left alone', () => {
    const { values } = ask('aws_instance', { config: { private_ip: '10.1.2.3' }, reads: ['private_ip'] });
    expect(values).not.toHaveProperty('private_ip');
  });

  test('is left alone where it is not known', () => {
    const { values } = ask('aws_instance', { unknown: ['private_ip'], reads: ['private_ip'] });
    expect(values).not.toHaveProperty('private_ip');
  });

  test('is made up where it is null', () => {
    const { values } = ask('aws_subnet', { config: { cidr_block: null }, reads: ['cidr_block'] });
    expect(values['cidr_block']).toMatch(/^10\.\d+\.\d+\.0\/24$/);
  });

  test('gets what the provider adds to nested blocks, block by block', () => {
    const config = { network_interface: [{ network: 'a', access_config: [{}] }, { network: 'b' }] };
    const reads = ['network_interface.network_ip', 'network_interface.access_config.nat_ip'];
    const { values, placeholders } = ask('google_compute_instance', { config, reads });
    const [first, second] = values['network_interface'] as { network: string; network_ip: string }[];
    expect(first).toMatchObject({
      network: 'a',
      access_config: [{ nat_ip: expect.stringMatching(/^198\.1/) }],
    });
    expect(second).toMatchObject({ network: 'b', network_ip: expect.stringMatching(/^10\./) });
    expect(second?.network_ip).not.toBe(first?.network_ip);
    expect(placeholders).toEqual(['id', ...reads].sort());
  });

  test('gets nested blocks where it has none', () => {
    const { values } = ask('libvirt_domain', { reads: ['network_interface.addresses'] });
    expect(values['network_interface']).toEqual([{ addresses: [expect.stringMatching(/^10\./)] }]);
  });

  test('a map has the keys that it has', () => {
    const { values } = ask('aws_instance', { config: { tags: { Name: 'a' } }, reads: ['tags.Role'] });
    expect(values).not.toHaveProperty('tags');
  });
});

describe('what nothing computes', () => {
  test('is null, and no placeholder', () => {
    const { values, placeholders } = ask('aws_instance', { reads: ['key_name', 'user_data'] });
    expect(values).toMatchObject({ key_name: null, user_data: null });
    expect(placeholders).toEqual(['id']);
  });
});

describe('a whole object', () => {
  test('holds everything that the table knows', () => {
    const { values } = ask('digitalocean_droplet', { reads: ['*'] });
    expect(Object.keys(values)).toEqual(
      expect.arrayContaining(['id', 'urn', 'ipv4_address', 'ipv4_address_private', 'ipv6_address', 'vcpus']),
    );
  });

  test('a block that is read as a whole holds all below it', () => {
    const { values } = ask('google_compute_instance', {
      config: network({ access_config: [{}] }),
      reads: ['network_interface'],
    });
    expect(values['network_interface']).toMatchObject([
      { network_ip: expect.any(String), access_config: [{ nat_ip: expect.any(String) }] },
    ]);
  });
});

describe('data sources', () => {
  test.each([
    ['aws_availability_zones', 'names', {}, ['us-east-1a', 'us-east-1b', 'us-east-1c']],
    [
      'google_compute_zones',
      'names',
      { region: 'europe-west4' },
      ['europe-west4-a', 'europe-west4-b', 'europe-west4-c'],
    ],
  ])('%s lists three', (type, name, config, expected) => {
    expect(ask(type, { mode: 'data', config, reads: [name] }).values[name]).toEqual(expected);
  });

  test('an image has one id under both of its names', () => {
    const { values } = ask('aws_ami', { mode: 'data', reads: ['image_id', 'id'] });
    expect(values['image_id']).toMatch(/^ami-0[0-9a-f]{16}$/);
    expect(values['image_id']).toBe(values['id']);
  });

  test('has the attributes of the resource with its name', () => {
    const { values } = ask('aws_vpc', { mode: 'data', reads: ['cidr_block'] });
    expect(values['cidr_block']).toMatch(/^10\./);
  });
});

describe('a type that no table knows', () => {
  test.each([
    ['private_ip', /^10\./],
    ['public_ip', /^198\.1/],
    ['ipv6_address', /^2001:db8:/],
    ['network_cidr', /^10\..*\/24$/],
    ['resource_arn', /^arn:aws:/],
    ['fqdn', /\.example$/],
    ['internal_dns_name', /\.example$/],
    ['endpoint', /^https:\/\//],
    ['subnet_id', /^[0-9a-f]{16}$/],
    ['mac_address', /^02(:[0-9a-f]{2}){5}$/],
    ['created_at', /^\d{4}-\d\d-\d\dT/],
  ])('%s is judged by its name', (name, form) => {
    expect(ask('acme_thing', { reads: [name] }).values[name]).toMatch(form);
  });

  test('numbers, flags, maps and lists are judged by their names', () => {
    const reads = ['port', 'node_count', 'is_ready', 'dns_enabled', 'tags', 'address', 'status'];
    expect(ask('acme_thing', { reads }).values).toMatchObject({
      port: 1,
      node_count: 1,
      is_ready: false,
      dns_enabled: false,
      tags: {},
      address: expect.any(String),
    });
    const { values } = ask('acme_things', { mode: 'data', reads: ['private_ips', 'names'] });
    expect(values['private_ips']).toHaveLength(3);
    expect(new Set(values['private_ips'] as string[]).size).toBe(3);
    expect(values['names']).toHaveLength(3);
  });

  test('what lies in blocks is a list of one block', () => {
    const { values } = ask('acme_thing', { reads: ['interface.private_ip'] });
    expect(values['interface']).toEqual([{ private_ip: expect.stringMatching(/^10\./) }]);
  });
});

test('a reserved address is of the version that is asked for', () => {
  const address = (config: Record<string, unknown>) =>
    ask('google_compute_global_address', { config, reads: ['address'] }).values['address'];
  expect(address({ ip_version: 'IPV6' })).toMatch(/^2001:db8:/);
  expect(address({ ip_version: 'IPV4' })).toMatch(/^198\.1/);
});

test('a path that goes deeper than any provider is not followed', () => {
  const { values } = ask('acme_thing', { reads: [Array(50_000).fill('a').join('.')] });
  expect(Object.keys(values)).toEqual(['id']);
});

test('passwords, tokens and keys are kept out of reports', () => {
  const { secret } = ask('acme_thing', { reads: ['admin_password', 'join_token', 'public_key', 'name'] });
  expect(secret).toEqual(['admin_password', 'join_token']);
});

test('names that objects inherit are names like others', () => {
  const reads = ['__proto__', 'constructor', 'toString.length'];
  const { values } = ask('acme_thing', { reads, name: '__proto__' });
  expect(Object.keys(values).sort()).toEqual(['__proto__', 'constructor', 'id', 'toString']);
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  expect(ask('constructor', { reads: ['id'] }).values['id']).toMatch(/^[0-9a-f-]{36}$/);
});
