import { describe, expect, test } from 'vitest';
import { leftOutLines } from '../temp-workspace.ts';
import { discover, machine, names, valuesOf } from './discover-folder.ts';

const nothing =
  'a Terraform module with nothing of a cluster in it: no machines, configs or Kubernetes objects';

function variable(name: string, body = '  type = string\n'): string {
  return `variable "${name}" {\n${body}}\n`;
}

function call(source: string): string {
  return `module "called" {\n  source = "${source}"\n}\n`;
}

describe('which modules are rendered', () => {
  test('those that nobody calls, and not those that are called', async () => {
    const found = await discover({ 'aws/main.tf': call('./workers'), 'aws/workers/main.tf': machine });
    expect(names(found)).toEqual(['aws']);
  });

  test('a called module, when the command line names it', async () => {
    const files = { 'aws/main.tf': call('./workers'), 'aws/workers/main.tf': machine };
    expect(names(await discover(files, { named: ['aws/workers'] }))).toEqual(['aws/workers']);
  });

  test('the module of a whole cluster, although a root module calls it', async () => {
    const cluster =
      machine +
      variable('cluster_name') +
      variable('networking') +
      variable('controller_count', '  type = number\n');
    const found = await discover({
      'one/main.tf': `provider "aws" {\n}\n${call('../modules/kubernetes')}`,
      'modules/kubernetes/main.tf': cluster,
    });
    expect(names(found)).toEqual([
      'modules/kubernetes controllers=1',
      'modules/kubernetes controllers=3',
      'one',
    ]);
  });

  test('examples only where they have all values, and what they alone call', async () => {
    const found = await discover({
      'main.tf': machine,
      'examples/whole/main.tf': call('../..'),
      'examples/open/main.tf': machine + variable('name'),
      'examples/values/main.tf': machine + variable('name'),
      'examples/values/terraform.tfvars': 'name = "a"\n',
    });
    expect(names(found)).toEqual(['.', 'examples/values', 'examples/whole']);
  });

  test('examples that the command line names', async () => {
    const files = { 'examples/open/main.tf': machine + variable('name') };
    expect(names(await discover(files, { named: ['examples/open'] }))).toEqual(['examples/open']);
  });

  test('none for a file that is none', async () => {
    const files = { 'a.bu': 'variant: fcos\nversion: 1.5.0\n', 'vm/main.tf': machine };
    const found = await discover(files, { named: ['a.bu'] });
    expect([names(found), found.leftOut]).toEqual([[], []]);
  });

  test('what holds nothing of a cluster is left out, and said', async () => {
    const found = await discover({ 'vpc/main.tf': 'resource "aws_vpc" "a" {\n}\n', 'vm/main.tf': machine });
    expect(names(found)).toEqual(['vm']);
    expect(leftOutLines(found.leftOut)).toEqual([`skipped vpc: ${nothing}`]);
  });

  test.each([
    ['an object of Kubernetes', 'resource "kubernetes_deployment" "a" {\n}\n', {}],
    ['a machine config', 'data "ct_config" "a" {\n}\n', {}],
    ['a profile of matchbox', 'resource "matchbox_profile" "a" {\n}\n', {}],
    [
      'a machine config that is written out',
      'output "a" {\n  value = yamlencode({ variant = "fcos", version = "1.5.0" })\n}\n',
      {},
    ],
    ['a machine below a called module', call('../inner'), { 'inner/main.tf': machine }],
  ])('%s is something of a cluster', async (_, text, others) => {
    expect(names(await discover({ 'a/main.tf': text, ...others }))).toEqual(['a']);
  });

  test('what cannot be read is rendered, so that it is reported', async () => {
    expect(names(await discover({ 'vpc/main.tf': 'resource "aws_vpc" {\n' }))).toEqual(['vpc']);
  });

  test('what git ignores, what the settings ignore, and .terraform are left alone', async () => {
    const files = {
      '.gitignore': 'scratch/\n',
      'scratch/main.tf': machine,
      'old/main.tf': machine,
      'new/main.tf': machine,
      'new/.terraform/modules/x/main.tf': machine,
      'archive/main.tf': machine,
    };
    const found = await discover(files, {
      terraform: { ignore: ['old/'] },
      config: { ignore: ['archive/'] },
    });
    expect(names(found)).toEqual(['new']);
  });

  test('patterns of the settings replace discovery', async () => {
    const files = { 'a/vpc/main.tf': '', 'b/vm/main.tf': machine + call('../../a/vpc') };
    expect(names(await discover(files, { terraform: { modules: ['*/vpc'] } }))).toEqual(['a/vpc']);
  });
});

describe('values', () => {
  test('a required variable without a value gets a sample, and a gap says so', async () => {
    const text =
      machine + variable('cluster_name') + variable('dns_zone') + variable('port', '  default = 1\n');
    const [entry] = (await discover({ 'main.tf': text })).entries;
    expect(valuesOf(entry)).toEqual({ cluster_name: 'example', dns_zone: 'example.com' });
    expect(entry?.sampled).toEqual(['cluster_name', 'dns_zone']);
    expect(entry?.gaps).toEqual([
      {
        kind: 'sample',
        what: 'variables cluster_name, dns_zone',
        why: 'required and without a value: sample values were made',
        origin: expect.objectContaining({ file: 'main.tf', line: 4, column: 1 }),
      },
    ]);
  });

  test('machines that a module has none of by default are made up, so that their templates are rendered', async () => {
    const text = [
      machine,
      variable('workers', '  type = list(object({ name = string, mac = string }))\n  default = []\n'),
      variable('worker_pools', '  type = map(object({ size = string }))\n  default = {}\n'),
      variable('worker_names', '  type = list(string)\n  default = []\n'),
      variable('worker_count', '  type = number\n  default = 0\n'),
      variable('worker_labels', '  type = map(object({ value = string }))\n  default = {}\n'),
      variable('ntp_servers', '  type = list(string)\n  default = []\n'),
      variable('restart_count', '  type = number\n  default = 0\n'),
    ].join('');
    const [entry] = (await discover({ 'main.tf': text })).entries;
    expect(valuesOf(entry)).toEqual({
      workers: [
        { name: 'node11', mac: '52:54:00:00:00:0b' },
        { name: 'node12', mac: '52:54:00:00:00:0c' },
      ],
      worker_pools: { node11: { size: 'example' }, node12: { size: 'example' } },
      worker_names: ['node11', 'node12'],
      worker_count: 1,
    });
    expect(entry?.gaps).toEqual([
      expect.objectContaining({
        kind: 'sample',
        what: 'variables worker_count, worker_names, worker_pools, workers',
        why: 'no machines by default: sample machines were made, to render what they get',
      }),
    ]);
  });

  test('a root module has the machines that it says, unless its values are elsewhere', async () => {
    const text = `provider "aws" {\n}\n${machine}${variable('worker_count', '  type = number\n  default = 0\n')}`;
    const files = { 'one/main.tf': text, 'two/main.tf': text + variable('token') };
    const [one, two] = (await discover(files)).entries;
    expect(valuesOf(one)).toEqual({});
    expect(one?.gaps).toEqual([]);
    expect(valuesOf(two)).toEqual({ token: expect.any(String), worker_count: 1 });
  });

  test('machines are those that there are files for', async () => {
    const found = await discover({
      'a/main.tf': `${machine}${variable('machines', '  type = set(string)\n')}locals {
  one = { for each in var.machines : each => file("\${path.module}/cl/machine-\${each}.yaml") }
}
`,
      'a/cl/machine-red.yaml': '',
      'a/cl/machine-blue.yaml': '',
      'a/cl/other.yaml': '',
    });
    expect(valuesOf(found.entries[0])).toEqual({ machines: ['blue', 'red'] });
  });

  test('machines that there are files for are not left out because none is asked for', async () => {
    const found = await discover({
      'main.tf': `${machine}${variable('machines', '  type = list(string)\n  default = []\n')}locals {
  one = { for each in var.machines : each => file("\${path.module}/cl/machine-\${each}.yaml") }
}
`,
      'cl/machine-red.yaml': '',
    });
    expect(valuesOf(found.entries[0])).toEqual({ machines: ['red'] });
  });

  test('files beside the module win over samples, in the order of Terraform, and the settings over both', async () => {
    const [entry] = (
      await discover(
        {
          'a/main.tf': machine + variable('x') + variable('y') + variable('z'),
          'a/terraform.tfvars': 'x = "1"\n',
          'a/b.auto.tfvars': 'x = "3"\n',
          'a/a.auto.tfvars.json': '{"y": "2"}',
        },
        { terraform: { variables: { z: 'set', unknown: 1 } } },
      )
    ).entries;
    expect(entry?.params.variables).toEqual([
      { kind: 'values', values: { x: 'example', y: 'example', z: 'example' } },
      { kind: 'file', file: '/workspace/a/terraform.tfvars' },
      { kind: 'file', file: '/workspace/a/a.auto.tfvars.json' },
      { kind: 'file', file: '/workspace/a/b.auto.tfvars' },
      { kind: 'values', values: { z: 'set' } },
    ]);
    expect(entry?.gaps).toEqual([]);
  });

  test('every other variable file makes an entry of its own', async () => {
    const found = await discover({
      'a/main.tf': machine + variable('size'),
      'a/prod.tfvars': 'size = "l"\n',
      'a/stage.tfvars': 'size = "s"\n',
    });
    expect(names(found)).toEqual(['a vars=prod', 'a vars=stage']);
    expect(found.entries[1]?.params.variables.at(-1)).toEqual({
      kind: 'file',
      file: '/workspace/a/stage.tfvars',
    });
  });

  test('variable files that git ignores may hold secrets and are not read', async () => {
    const found = await discover({
      '.gitignore': '*.tfvars\n',
      'main.tf': machine + variable('x'),
      'terraform.tfvars': 'x = "secret"\n',
    });
    expect(found.entries[0]?.params.variables).toEqual([{ kind: 'values', values: { x: 'example' } }]);
  });
});

describe('the matrix', () => {
  const networking = variable(
    'networking',
    '  description = "Choice of CNI (flannel, calico, or cilium)"\n  default = "calico"\n',
  );
  const controllers = variable('controller_count', '  type = number\n  default = 1\n');
  const arch = variable(
    'controller_arch',
    '  default = "amd64"\n  validation {\n    condition = contains(["amd64", "arm64"], var.controller_arch)\n    error_message = "No."\n  }\n',
  );
  const stream = variable(
    'os_stream',
    '  description = "one of: stable, testing, next"\n  default = "stable"\n',
  );

  test('combines CNIs, controllers and architectures, and tries channels one by one', async () => {
    const found = await discover({
      'aws/fedora-coreos/kubernetes/main.tf': machine + networking + controllers + arch + stream,
    });
    const start = 'aws/fedora-coreos/kubernetes networking=';
    const combined = ['calico', 'cilium', 'flannel'].flatMap((network) =>
      [1, 3].flatMap((count) =>
        ['amd64', 'arm64'].map((each) => `${start}${network} controllers=${count} arch=${each}`),
      ),
    );
    const single = ['next', 'testing'].map(
      (each) => `${start}calico controllers=1 arch=amd64 os_stream=${each}`,
    );
    expect(names(found)).toEqual([...combined, ...single].sort());
    expect(found.entries.at(-1)?.entry).toEqual({
      name: `${start}flannel controllers=3 arch=arm64`,
      source: 'terraform',
      platform: 'aws',
      os: 'fedora-coreos',
      networking: 'flannel',
      arch: 'arm64',
      controllers: 3,
    });
    expect(valuesOf(found.entries.at(-1))).toEqual({
      networking: 'flannel',
      controller_count: 3,
      controller_arch: 'arm64',
    });
  });

  test('lists of controllers have one and three machines, each its own', async () => {
    const type = '  type = list(object({ name = string, mac = string, domain = string }))\n';
    const found = await discover({
      'a/main.tf': machine + variable('controllers', type) + variable('workers', type),
    });
    expect(names(found)).toEqual(['a controllers=1', 'a controllers=3']);
    const { controllers: list, workers } = valuesOf(found.entries[1]);
    expect(list).toEqual([
      { name: 'node1', mac: '52:54:00:00:00:01', domain: 'node1.example.com' },
      { name: 'node2', mac: '52:54:00:00:00:02', domain: 'node2.example.com' },
      { name: 'node3', mac: '52:54:00:00:00:03', domain: 'node3.example.com' },
    ]);
    expect(workers).toMatchObject([{ name: 'node11' }, { name: 'node12' }]);
  });

  test('architectures of controllers and workers go together', async () => {
    const workers = arch.replaceAll('controller_arch', 'worker_arch');
    const found = await discover({ 'a/main.tf': machine + arch + workers });
    expect(found.entries.map(valuesOf)).toEqual([
      { controller_arch: 'amd64', worker_arch: 'amd64' },
      { controller_arch: 'arm64', worker_arch: 'arm64' },
    ]);
  });

  test('a CNI that nothing lists is varied where the code compares with known ones', async () => {
    const open = variable('networking');
    const compared = 'locals {\n  mtu = var.networking == "calico" ? 1480 : 1450\n}\n';
    expect(names(await discover({ 'a/main.tf': machine + open + compared }))).toEqual(
      ['calico', 'cilium', 'flannel'].map((each) => `a networking=${each}`),
    );
    expect(names(await discover({ 'a/main.tf': machine + open }))).toEqual(['a']);
  });

  test('a list of examples is no closed set, nor one without the default', async () => {
    const examples = variable('networking', '  description = "CNI (e.g. flannel, calico)"\n');
    const other = variable(
      'networking',
      '  description = "CNI (flannel or calico)"\n  default = "kube-router"\n',
    );
    expect(names(await discover({ 'a/main.tf': machine + examples, 'b/main.tf': machine + other }))).toEqual([
      'a',
      'b',
    ]);
  });

  test('a module that has values is not varied, unless the settings say so', async () => {
    const files = { 'a/main.tf': `provider "aws" {\n}\n${machine}${networking}` };
    expect(names(await discover(files))).toEqual(['a']);
    expect(
      names(await discover(files, { terraform: { axes: { networking: ['flannel', 'none'] } } })),
    ).toEqual(['a networking=flannel', 'a networking=none']);
  });

  test('an empty axis takes a variable out, and a value fixes it', async () => {
    const files = { 'a/main.tf': machine + networking + controllers };
    const terraform = { axes: { networking: [] }, variables: { controller_count: 5 } };
    const found = await discover(files, { terraform });
    expect(found.entries.map(({ entry }) => entry)).toEqual([
      { name: 'a', source: 'terraform', platform: 'aws', networking: 'calico', controllers: 5 },
    ]);
  });

  test('is cut fairly, and says what was left out', async () => {
    const found = await discover(
      {
        'a/main.tf': machine + networking + controllers,
        'b/main.tf': machine + controllers,
        'c/main.tf': machine,
      },
      { terraform: { maxEntries: 5 } },
    );
    expect(names(found)).toEqual([
      'a networking=calico controllers=1',
      'a networking=calico controllers=3',
      'b controllers=1',
      'b controllers=3',
      'c',
    ]);
    expect(leftOutLines(found.leftOut)).toEqual([
      'skipped .: 4 of the 9 entries of the matrix: no more than 5 are taken (terraform.max-entries)',
    ]);
  });

  test('axes that would make more entries than there are atoms are cut at once', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `v${at}`);
    const text = many.map((name) => variable(name)).join('');
    const axes = Object.fromEntries(many.map((name) => [name, many]));
    const found = await discover({ 'main.tf': machine + text }, { terraform: { axes, maxEntries: 3 } });
    expect(found.entries).toHaveLength(3);
  });
});

describe('what a module is for', () => {
  test.each([
    ['aws/flatcar-linux/kubernetes', 'aws', 'flatcar'],
    ['google-cloud/fedora-coreos/kubernetes', 'google-cloud', 'fedora-coreos'],
    ['digital-ocean/container-linux/kubernetes', 'digitalocean', 'flatcar'],
    ['bare-metal/fcos', 'bare-metal', 'fedora-coreos'],
  ])('%s says it by its path', async (folder, platform, os) => {
    const found = await discover({ [`${folder}/main.tf`]: 'data "ct_config" "a" {\n}\n' });
    expect(found.entries[0]?.entry).toMatchObject({ platform, os });
  });

  test.each([
    ['resource "matchbox_group" "a" {\n}\nresource "aws_route53_record" "b" {\n}\n', 'bare-metal'],
    ['resource "hcloud_server" "a" {\n}\n', 'hetzner'],
    ['resource "azurerm_linux_virtual_machine" "a" {\n}\n', 'azure'],
    ['resource "libvirt_domain" "a" {\n}\n', 'qemu'],
  ])('%j says it by its resources', async (text, platform) => {
    const os = variable('os_version', '  description = "Flatcar Linux release"\n');
    expect((await discover({ 'a/main.tf': text + os })).entries[0]?.entry).toMatchObject({
      platform,
      os: 'flatcar',
    });
  });
});
