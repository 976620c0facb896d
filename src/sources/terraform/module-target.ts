import type { OperatingSystem, Platform } from '../../model/rendered-cluster.ts';
import type { ModuleTree } from './module-tree.ts';

/** What a module's machines run on, as far as its path, resources and variables tell. */
export interface ModuleTarget {
  readonly platform: Platform | undefined;
  readonly os: OperatingSystem | undefined;
}

type Words<T> = readonly (readonly [T, RegExp])[];

// The parts of a path, whole.
const platformPaths: Words<Platform> = [
  ['aws', /^(?:aws|amazon|ec2)$/],
  ['azure', /^(?:azure|azurerm)$/],
  ['google-cloud', /^(?:google-cloud|google|gcp|gce)$/],
  ['digitalocean', /^(?:digital-?ocean)$/],
  ['bare-metal', /^(?:bare-?metal|matchbox|tinkerbell)$/],
  ['hetzner', /^(?:hetzner|hcloud)$/],
  ['openstack', /^openstack$/],
  ['vmware', /^(?:vmware|vsphere)$/],
  ['qemu', /^(?:qemu|libvirt|kvm|kvm-libvirt|qemu-libvirt|proxmox)$/],
];

// Types of machines, or of what gives them their configs.
const platformTypes: Words<Platform> = [
  ['bare-metal', /^(?:matchbox|tinkerbell)_/],
  ['aws', /^aws_(?:instance|launch_)/],
  ['azure', /^azurerm_(?:linux_)?virtual_machine/],
  ['google-cloud', /^google_compute_(?:region_)?instance/],
  ['digitalocean', /^digitalocean_droplet$/],
  ['hetzner', /^hcloud_server$/],
  ['openstack', /^openstack_compute_instance/],
  ['vmware', /^vsphere_virtual_machine$/],
  ['qemu', /^(?:libvirt_domain$|proxmox_)/],
];

const osPaths: Words<OperatingSystem> = [
  ['fedora-coreos', /^(?:fedora-coreos|fcos)(?:-|$)/],
  ['flatcar', /^(?:flatcar|flatcar-linux|container-linux)(?:-|$)/],
];

const osWords: Words<OperatingSystem> = [
  ['fedora-coreos', /fedora[ -]?coreos|\bfcos\b/i],
  ['flatcar', /flatcar/i],
];

/** Path before resources before variables: a cluster on bare metal may have its DNS at a cloud. */
export function moduleTarget({ root, facts }: ModuleTree): ModuleTarget {
  const parts = root.toLowerCase().split('/').toReversed();
  const modules = [...facts.values()];
  const types = modules.flatMap(({ resources }) => resources.map(({ type }) => type));
  const described = modules[0]?.variables.flatMap(({ name, description }) =>
    isAboutOs(name) ? [`${name} ${description}`] : [],
  );
  return {
    platform: first(platformPaths, parts) ?? first(platformTypes, types),
    os: first(osPaths, parts) ?? only(osWords, described ?? []) ?? only(osWords, types),
  };
}

/** A path inside a platform's folder counts by its innermost part that says something. */
function first<T>(words: Words<T>, texts: readonly string[]): T | undefined {
  for (const text of texts) {
    const found = words.find(([, pattern]) => pattern.test(text));
    if (found) return found[0];
  }
  return undefined;
}

/** The one thing that is named; undefined where several are. */
function only<T>(words: Words<T>, texts: readonly string[]): T | undefined {
  const found = words.filter(([, pattern]) => texts.some((text) => pattern.test(text)));
  return found.length === 1 ? found[0]?.[0] : undefined;
}

function isAboutOs(name: string): boolean {
  return /^os_|_os$|^os$|image|snippets|stream|channel|flatcar|coreos/.test(name);
}
