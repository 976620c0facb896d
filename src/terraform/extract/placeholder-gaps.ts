import type { RenderedResource, TextMap } from '../../core/terraform-protocol.ts';
import { compareText } from '../../model/origin.ts';
import type { Gap } from '../../model/rendered-cluster.ts';
import { runFlags, runWidth } from '../../model/source-map.ts';
import type { Evaluated } from './context.ts';

/** Attributes of resources and provisioners whose texts reach a machine or an API server. */
const reaching: readonly (readonly [RegExp, RegExp])[] = [
  [/^ct_config$/, /^(?:content|snippets)$/],
  // Their own ids go nowhere.
  [/^(?:kubectl_manifest|local_.*|matchbox_profile)$/, /^(?!id$)/],
  [/^(?:file|remote-exec)$/, /^(?:content|inline)$/],
];

/** One gap for each made up attribute that stands in a rendered text, with the templates that put it there. */
export function placeholderGaps({ result, context }: Evaluated): Gap[] {
  const files = new Map<string, Set<string>>();
  for (const text of result.resources.flatMap(reachingTexts)) {
    for (const address of text.placeholders) {
      const known = files.get(address) ?? new Set();
      files.set(address, known);
      for (const file of filesWithPlaceholders(text)) known.add(context.displayPath(file));
    }
  }
  const byAddress = new Map(result.resources.map((resource) => [resource.address, resource]));
  return [...files]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([address, where]): Gap[] => {
      const owner = ownerOf(address, byAddress);
      // Said already, as a config that could not be rendered.
      if (owner?.type === 'ct_config') return [];
      const gap: Gap = {
        kind: 'placeholder',
        what: address,
        why: `its value is known after apply only: a placeholder stands in ${[...where].sort().join(', ') || 'a text'}`,
        ...(owner && { origin: context.originOf(owner.range) }),
      };
      return [gap];
    });
}

function reachingTexts(resource: RenderedResource): TextMap[] {
  return [resource, ...resource.provisioners].flatMap(({ type, texts }) => {
    const attributes = reaching.find(([form]) => form.test(type))?.[1];
    return attributes ? texts.filter(({ path: [attribute] }) => attributes.test(String(attribute))) : [];
  });
}

function filesWithPlaceholders({ files, runs }: TextMap): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + runWidth <= runs.length; at += runWidth) {
    const file = files[runs[at + 1] ?? -1];
    if (file !== undefined && ((runs[at + 6] ?? 0) & runFlags.placeholder) !== 0) found.add(file);
  }
  return found;
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
