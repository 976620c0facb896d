import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Platform } from '../../model/rendered-cluster.ts';
import { machineForms } from './machine-forms.ts';

/** Platforms by what types start with. Proxmox starts QEMU's machines. */
const prefixes: readonly (readonly [RegExp, Platform])[] = [
  [/^aws_/, 'aws'],
  [/^azurerm_/, 'azure'],
  [/^google_/, 'google-cloud'],
  [/^digitalocean_/, 'digitalocean'],
  [/^hcloud_/, 'hetzner'],
  [/^openstack_|^ovh_/, 'openstack'],
  [/^vsphere_/, 'vmware'],
  [/^libvirt_|^proxmox_/, 'qemu'],
  [/^(matchbox|packet|metal|equinix|tinkerbell)_/, 'bare-metal'],
];

/**
 * Where the cluster's machines are: the platform of most machines, else of most resources, because DNS records and
 * buckets may be kept somewhere else. Undefined where nothing tells.
 */
export function platformOf(resources: readonly RenderedResource[]): Platform | undefined {
  const machines = resources.filter(
    ({ type }) => Object.hasOwn(machineForms, type) || type === 'matchbox_group',
  );
  return most(machines) ?? most(resources);
}

function most(resources: readonly RenderedResource[]): Platform | undefined {
  const counts = new Map<Platform, number>();
  for (const { type } of resources) {
    const platform = prefixes.find(([pattern]) => pattern.test(type))?.[1];
    if (platform !== undefined) counts.set(platform, (counts.get(platform) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first?.[0];
}
