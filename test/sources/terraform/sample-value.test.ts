import { describe, expect, test } from 'vitest';
import type { VariableFacts } from '../../../src/core/terraform-protocol.ts';
import { closedSet } from '../../../src/sources/terraform/closed-set.ts';
import type { SampleContext } from '../../../src/sources/terraform/sample-facts.ts';
import { sampleValue } from '../../../src/sources/terraform/sample-value.ts';
import { parseType } from '../../../src/sources/terraform/type-expression.ts';

const range = { file: '/workspace/main.tf', line: 1, column: 1, endLine: 1, endColumn: 1 };

function variable(name: string, type = 'string', more: Partial<VariableFacts> = {}): VariableFacts {
  return {
    name,
    type,
    description: null,
    hasDefault: false,
    defaultJson: null,
    isNullable: true,
    isSensitive: false,
    allowed: null,
    validations: [],
    range,
    ...more,
  };
}

function validated(...conditions: string[]): Partial<VariableFacts> {
  return { validations: conditions.map((condition) => ({ condition, message: 'no', range })) };
}

const nowhere: SampleContext = { platform: undefined, os: undefined, controllers: 3, machines: [] };

describe('texts', () => {
  test.each([
    ['cluster_name', 'example'],
    ['dns_zone', 'example.com'],
    ['k8s_domain_name', 'cluster.example.com'],
    ['pod_cidr', '10.2.0.0/16'],
    ['service_cidr', '10.3.0.0/16'],
    ['host_cidr', '10.0.0.0/16'],
    ['matchbox_http_endpoint', 'http://matchbox.example.com:8080'],
    ['bootstrap_token', 'abcdef.0123456789abcdef'],
    ['db_password', 'windtunnel-sample-do-not-use'],
    ['asset_dir', 'assets'],
    ['controller_arch', 'amd64'],
    ['anything', 'example'],
  ])('%s is %j', (name, value) => {
    expect(sampleValue(variable(name), nowhere)).toBe(value);
  });

  test('the key of nobody says so', () => {
    expect(sampleValue(variable('ssh_authorized_key'), nowhere)).toMatch(
      /^ssh-rsa AAAA\S+ windtunnel-sample-key-do-not-use$/,
    );
  });

  test.each([
    ['aws', 'us-east-1', 't3.small'],
    ['google-cloud', 'us-central1', 'n1-standard-1'],
    ['azure', 'westeurope', 'Standard_D2as_v5'],
    ['digitalocean', 'nyc3', 's-2vcpu-4gb'],
  ] as const)('region and size of %s', (platform, region, size) => {
    const context = { ...nowhere, platform };
    expect(sampleValue(variable('region'), context)).toBe(region);
    expect(sampleValue(variable('controller_type'), context)).toBe(size);
  });

  test('the release of the operating system', () => {
    expect(sampleValue(variable('os_version'), { ...nowhere, os: 'fedora-coreos' })).toBe('42.20250803.3.0');
    expect(sampleValue(variable('os_version'), { ...nowhere, os: 'flatcar' })).toBe('4230.2.1');
  });

  test.each([
    ['The zone (e.g. Z3PAABBCFAKEC0)', 'Z3PAABBCFAKEC0'],
    ['Disk, for example /dev/vda, to install to', '/dev/vda'],
    ['Example: `eu-west-1`.', 'eu-west-1'],
  ])("the author's own example: %s", (description, value) => {
    expect(sampleValue(variable('something_id', 'string', { description }), nowhere)).toBe(value);
  });

  test('a value that the validations allow', () => {
    const allowed = { allowed: ['coreos-stable', 'flatcar-stable'] };
    expect(sampleValue(variable('os_image', 'string', allowed), nowhere)).toBe('coreos-stable');
    expect(sampleValue(variable('os_image', 'string', allowed), { ...nowhere, os: 'flatcar' })).toBe(
      'flatcar-stable',
    );
    const pattern = validated('can(regex("^[a-z]{1}[0-9]$", var.x))');
    expect(sampleValue(variable('x', 'string', pattern), nowhere)).toBe('a1');
    expect(sampleValue(variable('x', 'string', validated('length(var.x) < 3')), nowhere)).toBe('a');
    const escaped = validated('can(regex("^v\\\\d+\\\\.\\\\d+\\\\.\\\\d+$", var.x))');
    expect(sampleValue(variable('x', 'string', escaped), nowhere)).toBe('v1.0.0');
  });

  test('patterns that backtrack take no time', () => {
    const bomb = validated(`can(regex("^(a+)+$", var.x)) && can(regex("^(${'(x|x)*'.repeat(50)})$", var.x))`);
    expect(sampleValue(variable('x', 'string', bomb), nowhere)).toBe('example');
  });
});

describe('numbers', () => {
  test.each([
    ['replicas', [], 1],
    ['disk_size', [], 30],
    ['x', ['var.x >= 3 && var.x <= 5'], 3],
    ['x', ['var.x > 10'], 11],
    ['x', ['10 < var.x', '20 >= var.x'], 11],
    ['disk_size', ['var.disk_size <= 20'], 20],
    ['x', ['var.x == 7'], 7],
    // Alternatives are not followed.
    ['x', ['var.x == 0 || var.x > 5'], 1],
  ])('%s with %j', (name, conditions, value) => {
    expect(sampleValue(variable(name, 'number', validated(...conditions)), nowhere)).toBe(value);
  });
});

describe('collections', () => {
  test.each([
    ['bool', 'disable_proxy', false],
    ['bool', 'enable_bootstrap', true],
    ['list(string)', 'worker_domains', ['node11.example.com', 'node12.example.com']],
    ['list(string)', 'worker_types', ['small', 'small']],
    ['list(string)', 'snippets', []],
    ['map(list(string))', 'node_labels', {}],
    ['list(string)', 'subnet_ids', ['subnet-0123456789abcdef0']],
    ['list(string)', 'etcd_servers', ['node1.example.com', 'node2.example.com', 'node3.example.com']],
    ['set(string)', 'controller_ips', ['192.0.2.11', '192.0.2.12', '192.0.2.13']],
    ['map(string)', 'settings', {}],
    [
      'map(object({ ip = string }))',
      'workers',
      { node11: { ip: '192.0.2.21' }, node12: { ip: '192.0.2.22' } },
    ],
    [
      'object({ size = number, name = optional(string, "a"), tags = list(string) })',
      'pool',
      { size: 1, tags: [] },
    ],
    ['tuple([string, number])', 'pair', ['example', 1]],
    ['list(any)', 'anything', []],
    ['list', 'controller_names', ['node1', 'node2', 'node3']],
    ['set(any)', 'subnet_ids', ['subnet-0123456789abcdef0']],
    ['any', 'anything', 'example'],
  ])('%s %s', (type, name, value) => {
    expect(sampleValue(variable(name, type), nowhere)).toEqual(value);
  });
});

test('machines are called as the files for them are', () => {
  const context = { ...nowhere, machines: ['red', 'blue'] };
  expect(sampleValue(variable('machines', 'list(string)'), context)).toEqual(['red', 'blue']);
  expect(sampleValue(variable('nodes', 'map(object({ ip = string }))'), context)).toEqual({
    red: { ip: '192.0.2.11' },
    blue: { ip: '192.0.2.12' },
  });
  expect(sampleValue(variable('nodes', 'list(string)'), nowhere)).toEqual(['node11', 'node12']);
});

describe('types', () => {
  test('comments, optional attributes with defaults, and line ends', () => {
    const text =
      'object({\n  # a } in a comment\n  a = optional(map(any), { x = [1] }) // more\n  c = list(object({ d = bool })),\n})';
    expect(parseType(text)).toEqual({
      kind: 'object',
      attributes: [
        { name: 'a', type: { kind: 'map', element: { kind: 'any' } }, isOptional: true },
        {
          name: 'c',
          type: {
            kind: 'list',
            element: {
              kind: 'object',
              attributes: [{ name: 'd', type: { kind: 'bool' }, isOptional: false }],
            },
          },
          isOptional: false,
        },
      ],
    });
  });

  test.each(['', 'object({', 'list(', 'list(string))', 'nonsense', `${'list('.repeat(10_000)}string`])(
    '%.20s',
    (text) => {
      expect(() => parseType(text)).not.toThrow();
    },
  );
});

describe('closed sets', () => {
  test.each([
    ['Choice of networking provider (flannel or cilium)', ['flannel', 'cilium']],
    ['CNI (flannel, calico, or cilium)', ['flannel', 'calico', 'cilium']],
    ['CNI (flannel or calico or kube-router)', ['flannel', 'calico', 'kube-router']],
    ['One of: `amd64`, `arm64`', ['amd64', 'arm64']],
    ['must be either alpha or beta', ['alpha', 'beta']],
    ['Channel (stable|beta|edge)', ['stable', 'beta', 'edge']],
    ['CNI (e.g. flannel, calico)', undefined],
    ['CNI (e.g., flannel, calico)', undefined],
    ['MTU (applies to calico only)', undefined],
    ['A name', undefined],
  ])('%s', (description, values) => {
    expect(closedSet(variable('x', 'string', { description }))).toEqual(values);
  });

  test('what validations allow comes first, and the default must be among what a description lists', () => {
    const description = 'CNI (flannel or calico)';
    expect(closedSet(variable('x', 'string', { description, allowed: ['a'] }))).toEqual(['a']);
    expect(
      closedSet(variable('x', 'string', { description, hasDefault: true, defaultJson: '"cilium"' })),
    ).toBeUndefined();
    expect(closedSet(variable('x', 'number', { description }))).toBeUndefined();
  });
});
