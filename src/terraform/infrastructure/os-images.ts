import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { OsImage } from '../../model/infrastructure.ts';
import { blocksAt, findText, textAt, textsAt, valueAt } from '../rendered-values.ts';
import type { ExtractionContext, Inventory } from './inventory.ts';
import type { Machine } from './machines.ts';

/** Types that are images of operating systems, or disks made from one. */
const imageTypes = [
  'aws_ami',
  'google_compute_image',
  'azurerm_image',
  'azurerm_shared_image',
  'azurerm_platform_image',
  'digitalocean_image',
  'digitalocean_custom_image',
  'hcloud_image',
  'hcloud_snapshot',
  'openstack_images_image_v2',
  'libvirt_volume',
  'proxmox_virtual_environment_download_file',
  'proxmox_virtual_environment_file',
  'vsphere_virtual_machine',
  'vsphere_content_library_item',
  'scaleway_instance_image',
  'scaleway_instance_volume',
  'scaleway_instance_snapshot',
  'linode_image',
  'vultr_os',
  'vultr_snapshot',
  'brightbox_image',
];

/** Attributes of an image that lead to the one it is made from. */
const origins = ['base_volume_id', 'from_snapshot_id', 'source_image'];

/** Disks of machines are made of others in a few steps. */
const maxSteps = 4;

/** The images of all machines, each once, in the order of the machines. */
export function osImages(inventory: Inventory, { originOf }: ExtractionContext): OsImage[] {
  const images = inventory.machines.flatMap((machine): OsImage[] => {
    const image = imageOf(machine, inventory);
    const resource = image ?? machine.holder;
    const whats = image === undefined ? namedImages(machine) : [whatIs(image)];
    return whats.map((what) => ({ address: resource.address, origin: originOf(resource.range), what }));
  });
  const seen = new Set<string>();
  return images.filter(({ origin, what }) => {
    const key = `${origin.file}:${origin.line} ${what}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Address of the image's resource, or what the machine says. */
export function osImageName(machine: Machine, inventory: Inventory): string | undefined {
  return imageOf(machine, inventory)?.address ?? azureReference(machine.holder) ?? machine.image;
}

function imageOf({ image, resource }: Machine, inventory: Inventory): RenderedResource | undefined {
  let found = inventory.references.find(image, ...imageTypes);
  for (let step = 0; step < maxSteps && found !== undefined; step++) {
    const { values } = found;
    const source = origins.map((name) => textAt(values, name)).find((text) => text !== undefined);
    const next = inventory.references.find(source, ...imageTypes);
    if (next === undefined) break;
    found = next;
  }
  return found === resource ? undefined : found;
}

/** What a machine says itself; network-booted ones have a kernel, initial RAM disks, and the rest in arguments. */
function namedImages({ holder, image }: Machine): string[] {
  if (holder.type === 'matchbox_profile') {
    const urls = textsAt(holder.values, 'initrd').map((each) => each.split(' ').at(-1) ?? each);
    const rootfs = textsAt(holder.values, 'args').map(
      (each) => /(?:rootfs_url|image_url)=(\S+)$/.exec(each)?.[1],
    );
    return [textAt(holder.values, 'kernel'), ...urls, ...rootfs].filter((each) => each !== undefined);
  }
  const marketplace = azureReference(holder);
  return [marketplace ?? image].filter((each) => each !== undefined);
}

/** `publisher/offer/sku/version` of Azure's marketplace. */
function azureReference({ values }: RenderedResource): string | undefined {
  const references = ['source_image_reference', 'storage_image_reference', 'storage_profile_image_reference'];
  const [reference] = references.flatMap((name) => blocksAt(values, name));
  const parts = ['publisher', 'offer', 'sku', 'version'].map((name) => textAt(reference, name) ?? '');
  return parts[1] === '' || parts[1] === undefined ? undefined : parts.join('/');
}

/** What a person needs to find the image: its source or the query, without ids that are made up. */
function whatIs(image: RenderedResource): string {
  const { type, values } = image;
  if (type === 'aws_ami') return amiQuery(image);
  if (type === 'google_compute_image' && textAt(values, 'family') !== undefined) {
    return [textAt(values, 'project'), textAt(values, 'family')]
      .filter((each) => each !== undefined)
      .join('/');
  }
  const sources = [
    'url',
    'image_source_url',
    'source',
    'import/*/key',
    'file_path',
    'local_file_path',
    'file_url',
  ];
  const names = ['slug', 'with_selector', 'name_regex', 'label', 'name'];
  return (
    [...sources, ...names].map((path) => findText(values, path)?.text).find((text) => text !== undefined) ??
    image.address
  );
}

/** `Fedora CoreOS stable * (x86_64, owner 125523088429)` */
function amiQuery({ values }: RenderedResource): string {
  const filters = new Map(
    blocksAt(values, 'filter').map((filter) => [
      textAt(filter, 'name') ?? '',
      textsAt(filter, 'values').join(', '),
    ]),
  );
  const name =
    filters.get('description') ?? filters.get('name') ?? textAt(values, 'name_regex') ?? 'any image';
  const owners =
    valueAt(values, 'owners') === undefined ? [] : [`owner ${textsAt(values, 'owners').join(', ')}`];
  const details = [filters.get('architecture'), ...owners].filter((each) => each !== undefined);
  return details.length > 0 ? `${name} (${details.join(', ')})` : name;
}
