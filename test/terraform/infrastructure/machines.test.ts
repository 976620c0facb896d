import { describe, expect, test } from 'vitest';
import type { RenderedResource } from '../../../src/core/terraform-protocol.ts';
import { extractInfrastructure } from '../../../src/terraform/infrastructure/extract-infrastructure.ts';
import { machineLinks } from '../../../src/terraform/infrastructure/machine-links.ts';
import { infrastructureOf, instancesOf, rendered } from './described.ts';

/** Links as `machine (role pool): resource path encoding`. */
function linksOf(...resources: readonly RenderedResource[]): string[] {
  return machineLinks(resources).map(
    ({ address, role = '-', pool = '-', resource, path, encoding }) =>
      `${address} (${role} ${pool}): ${resource.address} ${path.join('/')} ${encoding}`,
  );
}

describe('user data', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['aws_instance', { user_data: 'text' }, 'user_data plain'],
    ['aws_instance', { user_data: null, user_data_base64: 'dGV4dA==' }, 'user_data_base64 base64'],
    ['azurerm_linux_virtual_machine', { custom_data: 'dGV4dA==' }, 'custom_data base64'],
    ['azurerm_virtual_machine', { os_profile: [{ custom_data: 'text' }] }, 'os_profile/0/custom_data plain'],
    [
      'azurerm_orchestrated_virtual_machine_scale_set',
      { user_data_base64: 'dGV4dA==' },
      'user_data_base64 base64',
    ],
    ['google_compute_instance', { metadata: { 'user-data': 'text' } }, 'metadata/user-data plain'],
    ['google_compute_instance_template', { metadata: { 'user-data': 'text' } }, 'metadata/user-data plain'],
    ['digitalocean_droplet', { user_data: 'text' }, 'user_data plain'],
    ['hcloud_server', { user_data: 'text' }, 'user_data plain'],
    ['openstack_compute_instance_v2', { user_data: 'text' }, 'user_data plain'],
    ['equinix_metal_device', { user_data: 'text' }, 'user_data plain'],
    ['scaleway_instance_server', { user_data: { 'cloud-init': 'text' } }, 'user_data/cloud-init plain'],
    ['linode_instance', { metadata: [{ user_data: 'dGV4dA==' }] }, 'metadata/0/user_data base64'],
    [
      'vsphere_virtual_machine',
      {
        extra_config: {
          'guestinfo.ignition.config.data': 'dGV4dA==',
          'guestinfo.ignition.config.data.encoding': 'base64',
        },
      },
      'extra_config/guestinfo.ignition.config.data base64',
    ],
    [
      'vsphere_virtual_machine',
      { vapp: [{ properties: { 'guestinfo.ignition.config.data': 'text' } }] },
      'vapp/0/properties/guestinfo.ignition.config.data plain',
    ],
  ])('%s %j', (type, values, expected) => {
    const address = `module.pool-b.${type}.worker`;
    expect(linksOf(rendered(address, values))).toEqual([
      `${address} (worker pool-b): ${address} ${expected}`,
    ]);
  });

  test('a group has that of its template, which is no machine beside it', () => {
    expect(
      linksOf(
        rendered('aws_launch_template.t', { id: 'lt-1', user_data: 'dGV4dA==' }),
        rendered('aws_autoscaling_group.workers', { launch_template: [{ id: 'lt-1' }] }),
        rendered('aws_launch_configuration.t', { name: 'c-1', user_data: 'text' }),
        rendered('aws_autoscaling_group.more["gpu-workers"]', { launch_configuration: 'c-1' }),
        rendered('google_compute_region_instance_template.t', {
          self_link: 'https://t',
          metadata: { 'user-data': 'text' },
        }),
        rendered('google_compute_region_instance_group_manager.nodes', {
          version: [{ instance_template: 'https://t' }],
        }),
        rendered('aws_launch_template.alone', { id: 'lt-2', user_data: 'dGV4dA==' }),
      ),
    ).toEqual([
      'aws_autoscaling_group.workers (worker -): aws_launch_template.t user_data base64',
      'aws_autoscaling_group.more["gpu-workers"] (worker -): aws_launch_configuration.t user_data plain',
      'google_compute_region_instance_group_manager.nodes (worker -): google_compute_region_instance_template.t metadata/user-data plain',
      'aws_launch_template.alone (- -): aws_launch_template.alone user_data base64',
    ]);
  });

  test('libvirt and Proxmox have it in a resource that the machine names', () => {
    expect(
      linksOf(
        rendered('libvirt_ignition.a', { id: '/pool/a;1', content: 'text' }),
        rendered('libvirt_domain.controller', { coreos_ignition: '/pool/a;1' }),
        rendered('libvirt_cloudinit_disk.b', { id: '/pool/b;1', user_data: 'text' }),
        rendered('libvirt_domain.worker', { cloudinit: '/pool/b;1' }),
        rendered('proxmox_virtual_environment_file.c', {
          id: 'local:snippets/c',
          source_raw: [{ data: 'text' }],
        }),
        rendered('proxmox_virtual_environment_vm.worker', {
          initialization: [{ user_data_file_id: 'local:snippets/c' }],
        }),
      ),
    ).toEqual([
      'libvirt_domain.controller (controller -): libvirt_ignition.a content plain',
      'libvirt_domain.worker (worker -): libvirt_cloudinit_disk.b user_data plain',
      'proxmox_virtual_environment_vm.worker (worker -): proxmox_virtual_environment_file.c source_raw/0/data plain',
    ]);
  });
});

describe('instances', () => {
  test('have role, size and image', () => {
    expect(
      instancesOf(
        rendered('aws_instance.controllers[0]', { instance_type: 't3.small', ami: 'ami-1' }),
        rendered('data.aws_ami.fcos', { id: 'ami-1', image_id: 'ami-1' }),
        rendered('aws_launch_template.w', { id: 'lt-1', instance_type: 't3.large', image_id: 'ami-1' }),
        rendered('aws_autoscaling_group.workers', { launch_template: [{ id: 'lt-1' }] }),
        rendered('google_compute_instance.x', {
          name: 'demo-etcd0',
          machine_type: 'n1',
          boot_disk: [{ initialize_params: [{ image: 'fcos' }] }],
        }),
        rendered('azurerm_virtual_machine_scale_set.w', {
          name: 'pool',
          sku: [{ name: 'Standard_D2', capacity: 2 }],
        }),
        rendered('hcloud_server.n["master-1"]', { server_type: 'cx22', image: 'debian-12' }),
      ),
    ).toEqual([
      'aws_instance.controllers[0]: controller t3.small data.aws_ami.fcos',
      'aws_autoscaling_group.workers: worker t3.large data.aws_ami.fcos',
      'google_compute_instance.x: etcd n1 fcos',
      'azurerm_virtual_machine_scale_set.w: - Standard_D2 -',
      'hcloud_server.n["master-1"]: controller cx22 debian-12',
    ]);
  });

  test('name the config that they are given', () => {
    const machines = [rendered('hcloud_server.a', {}), rendered('hcloud_server.b', {})];
    const { instances } = extractInfrastructure(machines, {
      originOf: (range) => range,
      machineOf: (address) => (address === 'hcloud_server.b' ? 'worker-b' : undefined),
    });
    expect(instances.map(({ machine }) => machine)).toEqual([undefined, 'worker-b']);
  });

  test('the pool is what the module around workers is called, or its key', () => {
    const pools = ['pool["gpu"]', 'large', 'workers', 'cluster.module.spot']
      .map((name) => rendered(`module.${name}.hcloud_server.worker`, { user_data: 'text' }))
      .concat(rendered('module.cluster.hcloud_server.controller', { user_data: 'text' }));
    expect(machineLinks(pools).map(({ pool }) => pool)).toEqual([
      'gpu',
      'large',
      undefined,
      'spot',
      undefined,
    ]);
  });

  test('the role is in the nearest name that has a word for one', () => {
    const roles = infrastructureOf(
      rendered('module.workers.aws_instance.a', { tags: { Name: 'demo-controller-0' } }),
      rendered('module.workers.aws_instance.b', {}),
      rendered('module.kube["control-plane"].aws_instance.c', {}),
      rendered('module.controllers.module.worker.aws_instance.d', {}),
      rendered('aws_instance.controlPlaneNode', {}),
      rendered('aws_instance.networking', {}),
      rendered('aws_instance.bootstrap', {}),
      rendered('aws_instance.kube_node_2', {}),
    ).instances.map(({ role }) => role);
    expect(roles).toEqual([
      'controller',
      'worker',
      'controller',
      'worker',
      'controller',
      undefined,
      'bootstrap',
      'worker',
    ]);
  });
});
