import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { OperatingSystem } from '../../model/rendered-cluster.ts';
import { textsAt } from '../rendered-values.ts';
import { Inventory } from './inventory.ts';
import { osImages } from './os-images.ts';

/** How images of a system are called; on AWS its owner tells as well. */
const signs: readonly (readonly [OperatingSystem, RegExp])[] = [
  ['fedora-coreos', /fedora.?coreos|\bfcos\b|coreos\.inst|125523088429/i],
  ['flatcar', /flatcar|kinvolk|075585003325/i],
];

/** What the images of all machines say; undefined where they say nothing, or not the same. */
export function operatingSystemOf(resources: readonly RenderedResource[]): OperatingSystem | undefined {
  const inventory = new Inventory(resources);
  const images = osImages(inventory, { originOf: (range) => range }).map(({ what }) => what);
  const args = inventory.ofType('matchbox_profile').flatMap(({ values }) => textsAt(values, 'args'));
  const found = signs.filter(([, pattern]) =>
    [...images, ...args].some((text) => pattern.test(text.slice(0, 1000))),
  );
  return found.length === 1 ? found[0]?.[0] : undefined;
}
