import { describe, expect, test } from 'vitest';
import type { RenderedResource } from '../../../src/core/terraform-protocol.ts';
import { operatingSystemOf } from '../../../src/terraform/infrastructure/operating-system.ts';
import { platformOf } from '../../../src/terraform/infrastructure/platform.ts';
import { infrastructureOf, rendered } from './described.ts';

const ami = rendered('data.aws_ami.node', {
  id: 'ami-1',
  image_id: 'ami-1',
  owners: ['125523088429'],
  filter: [
    { name: 'architecture', values: ['arm64'] },
    { name: 'description', values: ['Fedora CoreOS next *'] },
  ],
});

const reference = {
  publisher: 'kinvolk',
  offer: 'flatcar-container-linux-free',
  sku: 'stable',
  version: 'latest',
};

const netbooted = [
  rendered('matchbox_profile.worker', {
    name: 'demo-worker',
    kernel: '/assets/fedora-coreos/kernel',
    initrd: ['--name main /assets/fedora-coreos/initramfs.img'],
    args: [
      'initrd=main',
      'coreos.live.rootfs_url=http://matchbox/assets/rootfs.img',
      'coreos.inst.install_dev=/dev/sda',
    ],
    raw_ignition: '{}',
  }),
  rendered('matchbox_group.worker', {
    name: 'demo-worker',
    profile: 'demo-worker',
    selector: { mac: '52:54:00:00:00:01' },
  }),
];

/** Platform, operating system and images of a cluster of each platform. */
const clusters: readonly [string, string | undefined, readonly string[], readonly RenderedResource[]][] = [
  [
    'aws',
    'fedora-coreos',
    ['data.aws_ami.node: Fedora CoreOS next * (arm64, owner 125523088429)'],
    [ami, rendered('aws_instance.a', { ami: 'ami-1' }), rendered('aws_instance.b', { ami: 'ami-1' })],
  ],
  [
    'azure',
    'flatcar',
    ['azurerm_linux_virtual_machine.a: kinvolk/flatcar-container-linux-free/stable/latest'],
    [rendered('azurerm_linux_virtual_machine.a', { source_image_reference: [reference] })],
  ],
  [
    'azure',
    undefined,
    ['azurerm_virtual_machine.a: CoreOS/CoreOS/Stable/latest'],
    [
      rendered('azurerm_virtual_machine.a', {
        storage_image_reference: [{ publisher: 'CoreOS', offer: 'CoreOS', sku: 'Stable', version: 'latest' }],
      }),
    ],
  ],
  [
    'google-cloud',
    'fedora-coreos',
    ['data.google_compute_image.i: fedora-coreos-cloud/fedora-coreos-stable'],
    [
      rendered('data.google_compute_image.i', {
        self_link: 'https://i',
        project: 'fedora-coreos-cloud',
        family: 'fedora-coreos-stable',
      }),
      rendered('google_compute_instance_template.w', { disk: [{ source_image: 'https://i' }] }),
    ],
  ],
  [
    'digitalocean',
    'flatcar',
    ['digitalocean_custom_image.i: https://stable.release.flatcar-linux.net/flatcar.img.bz2'],
    [
      rendered('digitalocean_custom_image.i', {
        id: '77',
        url: 'https://stable.release.flatcar-linux.net/flatcar.img.bz2',
      }),
      rendered('digitalocean_droplet.a', { image: 77 }),
    ],
  ],
  [
    'hetzner',
    'flatcar',
    ['data.hcloud_image.i: os=flatcar'],
    [
      rendered('data.hcloud_image.i', { id: '5', name: 'x', with_selector: 'os=flatcar' }),
      rendered('hcloud_server.a', { image: '5' }),
    ],
  ],
  [
    'openstack',
    'flatcar',
    ['openstack_images_image_v2.i: https://example/flatcar_production_openstack_image.img'],
    [
      rendered('openstack_images_image_v2.i', {
        id: 'u-1',
        image_source_url: 'https://example/flatcar_production_openstack_image.img',
      }),
      rendered('openstack_compute_instance_v2.a', { image_id: 'u-1' }),
    ],
  ],
  [
    'qemu',
    'fedora-coreos',
    ['libvirt_volume.base: /images/fedora-coreos-qemu.x86_64.qcow2'],
    [
      rendered('libvirt_volume.base', {
        id: '/pool/base',
        source: '/images/fedora-coreos-qemu.x86_64.qcow2',
      }),
      rendered('libvirt_volume.disk', { id: '/pool/disk', base_volume_id: '/pool/base', source: null }),
      rendered('libvirt_domain.a', { disk: [{ volume_id: '/pool/disk' }] }),
    ],
  ],
  [
    'qemu',
    'flatcar',
    ['proxmox_virtual_environment_download_file.i: https://example/flatcar_production_proxmoxve_image.img'],
    [
      rendered('proxmox_virtual_environment_download_file.i', {
        id: 'local:iso/a',
        url: 'https://example/flatcar_production_proxmoxve_image.img',
      }),
      rendered('proxmox_virtual_environment_vm.a', { disk: [{ file_id: 'local:iso/a' }] }),
    ],
  ],
  [
    'vmware',
    'fedora-coreos',
    ['data.vsphere_virtual_machine.t: fedora-coreos-template'],
    [
      rendered('data.vsphere_virtual_machine.t', { id: 'u-1', name: 'fedora-coreos-template' }),
      rendered('vsphere_virtual_machine.a', { clone: [{ template_uuid: 'u-1' }] }),
    ],
  ],
  [
    'bare-metal',
    'fedora-coreos',
    [
      'matchbox_profile.worker: /assets/fedora-coreos/kernel',
      'matchbox_profile.worker: /assets/fedora-coreos/initramfs.img',
      'matchbox_profile.worker: http://matchbox/assets/rootfs.img',
    ],
    netbooted,
  ],
];

describe.each(clusters)('a cluster on %s with %s', (platform, os, images, resources) => {
  test('has its images, each once', () => {
    const found = infrastructureOf(...resources).osImages;
    expect(found.map(({ address, what }) => `${address}: ${what}`)).toEqual(images);
  });

  test('is told by its resources', () => {
    expect([platformOf(resources), operatingSystemOf(resources)]).toEqual([platform, os]);
  });
});

test('the platform is where the machines are, not where the DNS is', () => {
  const records = ['a', 'b', 'c'].map((name) => rendered(`aws_route53_record.${name}`, {}));
  expect(platformOf([...records, rendered('hcloud_server.a', {})])).toBe('hetzner');
  expect(platformOf(records)).toBe('aws');
  expect(platformOf([rendered('tls_private_key.ca', {})])).toBeUndefined();
});

test('equal machines have one image, at the first of them', () => {
  const machines = [0, 1].map((index) => rendered(`hcloud_server.m[${index}]`, { image: 'debian-12' }));
  expect(infrastructureOf(...machines).osImages).toMatchObject([
    { address: 'hcloud_server.m[0]', what: 'debian-12' },
  ]);
});

test('disks that are made of each other end', () => {
  const found = infrastructureOf(
    rendered('libvirt_volume.a', { id: '/a', base_volume_id: '/b', name: 'a' }),
    rendered('libvirt_volume.b', { id: '/b', base_volume_id: '/a', name: 'b' }),
    rendered('libvirt_domain.m', { disk: [{ volume_id: '/a' }] }),
  );
  expect(found.osImages).toHaveLength(1);
});

test('two systems in one cluster are none', () => {
  const machines = ['fedora-coreos-1', 'flatcar-1'].map((image, index) =>
    rendered(`hcloud_server.m[${index}]`, { image }),
  );
  expect(operatingSystemOf(machines)).toBeUndefined();
});
