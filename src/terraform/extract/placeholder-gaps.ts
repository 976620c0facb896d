import type { RenderedResource } from '../../core/terraform-protocol.ts';
import { compareText } from '../../model/origin.ts';
import type { Gap } from '../../model/rendered-cluster.ts';
import { mainFile } from '../../model/source-map-file.ts';
import type { Evaluated } from './context.ts';

/** Resources whose texts reach a machine or an API server. */
const reaching = /^(?:ct_config|kubectl_manifest|local_|matchbox_profile)/;

/** One gap for each made up attribute that stands in a rendered text, with the files that it stands in. */
export function placeholderGaps({ result, context }: Evaluated): Gap[] {
  const files = new Map<string, Set<string>>();
  for (const resource of result.resources) {
    for (const { placeholders, files: sources, runs } of textsOf(resource)) {
      const file = mainFile({ files: sources, runs });
      for (const address of placeholders) {
        const known = files.get(address) ?? new Set();
        files.set(address, known);
        if (file !== undefined) known.add(context.displayPath(file));
      }
    }
  }
  const byAddress = new Map(result.resources.map((resource) => [resource.address, resource]));
  return [...files]
    .sort(([a], [b]) => compareText(a, b))
    .map(([address, where]) => {
      const owner = ownerOf(address, byAddress);
      return {
        kind: 'placeholder',
        what: address,
        why: `its value is known after apply only: a placeholder stands in ${[...where].sort().join(', ') || 'a text'}`,
        ...(owner && { origin: context.originOf(owner.range) }),
      };
    });
}

function textsOf(resource: RenderedResource): RenderedResource['texts'] {
  const own = reaching.test(resource.type) ? resource.texts : [];
  return [...own, ...resource.provisioners.flatMap(({ texts }) => texts)];
}

/** The resource that an attribute's address belongs to. */
function ownerOf(
  attribute: string,
  byAddress: ReadonlyMap<string, RenderedResource>,
): RenderedResource | undefined {
  for (let end = attribute.lastIndexOf('.'); end > 0; end = attribute.lastIndexOf('.', end - 1)) {
    const owner = byAddress.get(attribute.slice(0, end));
    if (owner) return owner;
  }
  return undefined;
}
