import { describe, expect, test } from 'vitest';
import type { RenderedResource } from '../../../src/core/terraform-protocol.ts';
import { RenderedBuilder } from '../../model/source-map-builder.ts';
import { extract, resource, textMap } from './rendered-resource.ts';

const butane = `variant: fcos\nversion: 1.5.0\npasswd:\n  users:\n    - name: \${user}\n`;
const node = new RenderedBuilder().template('node.yaml', butane, { user: 'core' });

function ct(address: string, rendered: string, more: Partial<RenderedResource> = {}): RenderedResource {
  return resource(address, {
    values: { content: node.text, snippets: [], rendered },
    texts: [textMap(['content'], node)],
    ...more,
  });
}

/** `name role pool delivery` of every machine. */
function machinesOf(...resources: readonly RenderedResource[]): string[] {
  return extract(resources).machines.map(({ name, role = '-', pool = '-', delivery }) =>
    [name, role, pool, delivery].join(' | '),
  );
}

describe('machines of terraform-provider-ct', () => {
  test('are named by role, with what tells them apart', () => {
    expect(
      machinesOf(
        ct('data.ct_config.controllers[0]', '{"a":0}'),
        ct('data.ct_config.controllers[1]', '{"a":1}'),
        ct('module.workers.data.ct_config.worker', '{"a":2}'),
      ),
    ).toEqual([
      'controller-0 | controller | - | user-data',
      'controller-1 | controller | - | user-data',
      'worker | worker | - | user-data',
    ]);
    expect(machinesOf(ct('data.ct_config.controllers[0]', '{}'))).toEqual([
      'controller | controller | - | user-data',
    ]);
  });

  test('pools of workers are named after their module', () => {
    expect(
      machinesOf(
        ct('module.mercury.module.workers.data.ct_config.worker', '{"a":0}'),
        ct('module.pool-a.data.ct_config.worker-ignition', '{"a":1}'),
        ct('module.extra["gpu"].data.ct_config.worker', '{"a":2}'),
      ),
    ).toEqual([
      'workers mercury | worker | mercury | user-data',
      'workers pool-a | worker | pool-a | user-data',
      'worker-gpu | worker | extra | user-data',
    ]);
  });

  test('what installs a machine is none of the cluster', () => {
    expect(
      machinesOf(
        ct('data.ct_config.install[0]', '{"a":0}'),
        ct('module.workers[0].data.ct_config.install', '{"a":1}'),
        ct('module.workers[1].data.ct_config.install', '{"a":2}'),
        ct('module.workers[1].data.ct_config.worker', '{"a":3}'),
      ).map((line) => line.split(' | ').slice(0, 2).join(' | ')),
    ).toEqual(['install-0 | -', 'workers-install-0 | -', 'install-1 | -', 'worker | worker']);
  });

  test('a role may stand in the name of the instance alone', () => {
    const used = '{"ignition":{"version":"3.4.0"}}';
    expect(
      machinesOf(
        ct('data.ct_config.this', used),
        resource('hcloud_server.control_plane', { values: { user_data: used } }),
      ),
    ).toEqual(['controller | controller | - | user-data']);
  });

  test.each([
    ['matchbox_profile.node', 'raw_ignition', 'matchbox'],
    ['local_file.node', 'content', 'file'],
    ['aws_s3_object.node', 'content', 'file'],
    ['libvirt_ignition.node', 'content', 'file'],
    ['aws_instance.node', 'user_data', 'user-data'],
  ])('%s.%s delivers by %s', (address, attribute, delivery) => {
    const used = '{"ignition":{"version":"3.4.0"},"systemd":{}}';
    const user = resource(address, { values: { [attribute]: used } });
    expect(extract([ct('data.ct_config.node', used), user]).machines.map((one) => one.delivery)).toEqual([
      delivery,
    ]);
  });

  test('an instance may get its config as base64', () => {
    const used = '{"ignition":{"version":"3.4.0"},"systemd":{}}';
    const user = resource('azurerm_linux_virtual_machine.workers[0]', {
      values: { custom_data: Buffer.from(used).toString('base64') },
    });
    expect(machinesOf(ct('data.ct_config.machine', used), user)).toEqual(['worker | worker | - | user-data']);
  });

  test.each([
    [true, true],
    [undefined, false],
  ])('strict = %s is as strict as the provider', (strict, isStrict) => {
    const values = { content: node.text, rendered: '{}', ...(strict !== undefined && { strict }) };
    expect(extract([ct('data.ct_config.worker', '', { values })]).machines[0]?.strict).toBe(isStrict);
  });

  test('an empty snippet of a Container Linux Config is none', () => {
    const values = { content: 'passwd: {}\n', snippets: ['', 'systemd: {}\n'], rendered: '{}' };
    const [machine] = extract([ct('data.ct_config.worker', '', { values, texts: [] })]).machines;
    expect(machine?.snippets.map(({ text }) => text)).toEqual(['systemd: {}\n']);
  });

  test('what uses a config that is not known gets no machine of its own', () => {
    const used = '{"ignition":{"version":"3.4.0"}}';
    const { machines } = extract([
      resource('data.ct_config.worker', { values: { rendered: used }, unknown: [['content']] }),
      resource('aws_instance.worker', { values: { user_data: used } }),
    ]);
    expect(machines).toEqual([]);
  });

  test('texts keep their template and its places', () => {
    const snippet = new RenderedBuilder().literal('snippet.yaml', 'variant: fcos\nversion: 1.5.0\n');
    const [machine] = extract([
      ct('data.ct_config.worker', '{}', {
        values: { content: node.text, snippets: [snippet.text, 'storage: {}\n'], rendered: '{}' },
        texts: [textMap(['content'], node), textMap(['snippets', 0], snippet)],
      }),
    ]).machines;
    expect(machine?.config).toEqual({ file: 'node.yaml', text: node.text, map: node.map, dialect: 'butane' });
    expect(machine?.snippets).toEqual([
      { file: 'snippet.yaml', text: snippet.text, map: snippet.map, dialect: 'butane' },
      // Nobody says where it comes from: it points at the resource.
      {
        file: 'main.tf',
        text: 'storage: {}\n',
        map: { files: ['main.tf'], runs: [12, 0, 7, 1, 7, 30, 0] },
        dialect: 'container-linux-config',
      },
    ]);
  });

  test.each([
    ['workers', 'workers/files', 'cluster/workers/files'],
    ['', './files', 'cluster/files'],
    ['pool', '../pool/files', 'pool/files'],
  ])('files_dir of module %o: %s is %s', (module, given, folder) => {
    const address = module === '' ? 'data.ct_config.worker' : `module.${module}.data.ct_config.worker`;
    const values = { content: node.text, files_dir: given };
    expect(extract([ct(address, '', { values })]).machines[0]?.filesDir).toBe(folder);
  });

  test.each([
    ['0.9.1', '3.3.0'],
    ['~> 0.13', '3.4.0'],
  ])('the provider %s of a module above gives Ignition %s', (version, newest) => {
    const providers = [{ module: '', name: 'ct', source: 'poseidon/ct', version }];
    const { machines } = extract([ct('module.workers.data.ct_config.worker', '{}')], { providers });
    expect(machines[0]?.newestIgnition).toBe(newest);
  });

  test('a config that could not be evaluated is said to be missing, with the reason', () => {
    const broken = resource('data.ct_config.worker', { unknown: [['content'], ['rendered']] });
    expect(extract([broken])).toMatchObject({
      machines: [],
      gaps: [
        {
          kind: 'missing',
          what: 'the machine config of data.ct_config.worker',
          why: 'the value of content is not known, because something that it needs could not be evaluated',
          origin: { file: 'main.tf', line: 7 },
        },
      ],
    });
    const partly = ct('data.ct_config.worker', '{}', {
      values: { content: node.text, snippets: [null] },
      unknown: [['snippets', 0]],
    });
    expect(extract([partly]).gaps.map(({ what }) => what)).toEqual([
      'a snippet of a machine config of data.ct_config.worker',
    ]);
  });
});

describe('machines without terraform-provider-ct', () => {
  const ignition = '{"ignition":{"version":"3.4.0"},"systemd":{"units":[]}}';

  test('equal instances are one machine', () => {
    const instance = (key: number) =>
      resource(`aws_instance.worker[${key}]`, { values: { user_data: ignition } });
    const { machines } = extract([instance(0), instance(1)]);
    expect(machines).toMatchObject([
      {
        name: 'worker',
        role: 'worker',
        config: { dialect: 'ignition', text: ignition },
        address: 'aws_instance.worker[0]',
      },
    ]);
  });

  test.each([
    ['Butane of Matchbox', 'matchbox_profile.node', { generic_config: butane }, 'butane', 'matchbox'],
    [
      'a Container Linux Config',
      'matchbox_profile.node',
      { container_linux_config: 'systemd:\n  units:\n    - name: a.service\n      enable: true\n' },
      'container-linux-config',
      'matchbox',
    ],
    [
      'base64 in metadata',
      'vsphere_virtual_machine.node',
      { extra_config: { 'guestinfo.ignition.config.data': Buffer.from(ignition).toString('base64') } },
      'ignition',
      'user-data',
    ],
  ])('%s', (_, address, values, dialect, delivery) => {
    expect(extract([resource(address, { values })]).machines).toMatchObject([
      { config: { dialect }, delivery },
    ]);
  });

  test('configs of the provider ignition are gaps', () => {
    expect(extract([resource('data.ignition_config.worker')]).gaps.map(({ what }) => what)).toEqual([
      'the machine config of data.ignition_config.worker',
    ]);
  });

  test('other formats are gaps', () => {
    const instance = resource('hcloud_server.a', {
      values: { user_data: '#cloud-config\npackages: [a, b, c]\n' },
    });
    expect(extract([instance])).toMatchObject({
      machines: [],
      gaps: [
        {
          what: 'hcloud_server.a.user_data',
          why: 'it is cloud-config, and only Butane, Container Linux Configs and Ignition are looked at',
        },
      ],
    });
  });
});

test('the entry gets what its texts say', () => {
  const unit = `${node.text}# KUBELET_IMAGE=quay.io/poseidon/kubelet:v1.34.1\n`;
  const { entry } = extract([ct('data.ct_config.worker', '{}', { values: { content: unit }, texts: [] })]);
  expect(entry).toEqual({
    name: 'sample',
    source: 'terraform',
    os: 'fedora-coreos',
    kubernetes: '1.34',
    kubernetesFrom: 'image quay.io/poseidon/kubelet:v1.34.1',
  });
});

test('instances know their machine, by themselves or by what they are made from', () => {
  const used = (key: number) => `{"ignition":{"version":"3.4.0"},"key":${key}}`;
  const { infrastructure } = extract([
    ct('data.ct_config.controllers[0]', used(0)),
    ct('data.ct_config.controllers[1]', used(1)),
    ct('module.workers.data.ct_config.worker', used(2)),
    ...[0, 1].map((key) =>
      resource(`aws_instance.controllers[${key}]`, { values: { user_data: used(key) } }),
    ),
    resource('module.workers.aws_launch_template.worker', {
      values: { id: 'lt-1', user_data: Buffer.from(used(2)).toString('base64') },
    }),
    resource('module.workers.aws_autoscaling_group.workers', {
      values: { launch_template: [{ id: 'lt-1' }] },
    }),
  ]);
  expect(infrastructure.instances.map(({ address, machine }) => `${address}: ${machine}`)).toEqual([
    'aws_instance.controllers[0]: controller-0',
    'aws_instance.controllers[1]: controller-1',
    'module.workers.aws_autoscaling_group.workers: worker',
  ]);
});
