import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Delivery } from '../../model/rendered-cluster.ts';
import { decoded } from './held-text.ts';
import { stringsIn } from './value-paths.ts';

/** Types whose `rendered` others use; they use none themselves. */
export const configTypes: ReadonlySet<string> = new Set(['ct_config', 'ignition_config', 'template_file']);

/** The resources that use each of some texts, plain or as base64, as an attribute of their own. */
export function consumersOf(
  resources: readonly RenderedResource[],
  texts: ReadonlySet<string>,
): ReadonlyMap<string, readonly RenderedResource[]> {
  const consumers = new Map<string, RenderedResource[]>();
  for (const resource of resources) {
    if (configTypes.has(resource.type)) continue;
    for (const used of usedTexts(resource, texts)) {
      const known = consumers.get(used);
      if (known) known.push(resource);
      else consumers.set(used, [resource]);
    }
  }
  return consumers;
}

function usedTexts({ values }: RenderedResource, texts: ReadonlySet<string>): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { text } of stringsIn(values)) {
    if (texts.has(text)) used.add(text);
    // JSON in base64 starts so.
    else if (text.startsWith('e') || text.startsWith('H4s')) {
      const plain = decoded(text);
      if (plain !== undefined && texts.has(plain)) used.add(plain);
    }
  }
  return used;
}

/** How a machine gets a config that this resource uses; user data for anything that is no store of files. */
export function deliveryBy(consumer: RenderedResource | undefined): Delivery {
  if (!consumer) return 'user-data';
  if (consumer.type.startsWith('matchbox_')) return 'matchbox';
  return /^local_|_ignition$|object|bucket|blob|_file$/.test(consumer.type) ? 'file' : 'user-data';
}
