import { dump } from 'js-yaml';
import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { Gap, ManifestText, RenderedFile } from '../../model/rendered-cluster.ts';
import { mapToRange } from '../../model/source-map-slice.ts';
import { sniff } from '../../sources/files/sniff.ts';
import { toManifest } from '../kubernetes-resources.ts';
import type { Evaluated, ExtractContext } from './context.ts';
import { textAt } from './held-text.ts';
import { missingText } from './missing.ts';

interface Manifests {
  readonly manifests: readonly ManifestText[];
  /** The files that are none. */
  readonly others: readonly RenderedFile[];
  readonly gaps: readonly Gap[];
}

/** Every text of Kubernetes documents: files among those that are written, and resources that are manifests. */
export function findManifests(evaluated: Evaluated, files: readonly RenderedFile[]): Manifests {
  const written = onceEach(files.filter(holdsObjects)).map(asManifest);
  const applied = evaluated.result.resources.map((resource) => appliedBy(evaluated, resource));
  return {
    manifests: [...written, ...applied.flatMap(({ manifests }) => manifests)],
    others: files.filter((file) => !holdsObjects(file)),
    gaps: applied.flatMap(({ gaps }) => gaps),
  };
}

function holdsObjects({ text }: RenderedFile): boolean {
  return sniff(text) === 'kubernetes';
}

/** What a bundle or a machine gets is often left with the operator as well. */
function onceEach(files: readonly RenderedFile[]): RenderedFile[] {
  const delivered = new Set(files.filter(({ target }) => target !== 'operator').map(contentsOf));
  return files.filter((file) => file.target !== 'operator' || !delivered.has(contentsOf(file)));
}

function contentsOf({ file, text }: RenderedFile): string {
  return `${file}\n${text.trimEnd()}`;
}

function asManifest({ path, file, text, map }: RenderedFile): ManifestText {
  return { place: path, file, text, ...(map && { map }) };
}

interface Applied {
  readonly manifests: readonly ManifestText[];
  readonly gaps: readonly Gap[];
}

const nothing: Applied = { manifests: [], gaps: [] };

function appliedBy(evaluated: Evaluated, resource: RenderedResource): Applied {
  const { type, mode } = resource;
  if (mode !== 'managed') return nothing;
  if (type === 'kubectl_manifest') return yamlBody(evaluated, resource);
  if (type === 'helm_release') return helmRelease(evaluated.context, resource);
  if (!type.startsWith('kubernetes_')) return nothing;
  return typed(evaluated, resource);
}

function yamlBody(evaluated: Evaluated, resource: RenderedResource): Applied {
  const held = textAt(evaluated.context, resource, ['yaml_body']);
  if (!held)
    return { manifests: [], gaps: [missingText(evaluated, resource, ['yaml_body'], 'the manifest')] };
  const { file, text, map } = held;
  return { manifests: [{ place: resource.address, file, text, map }], gaps: [] };
}

function typed(evaluated: Evaluated, resource: RenderedResource): Applied {
  const { context } = evaluated;
  const { type, range, address } = resource;
  const [unknown] = resource.unknown;
  // An object with a hole would be called wrong for what is not there.
  if (unknown) return { manifests: [], gaps: [missingText(evaluated, resource, unknown, 'the manifest')] };
  const manifest = toManifest(resource);
  if (manifest === undefined) {
    const why = `${type} is not turned into a manifest`;
    return {
      manifests: [],
      gaps: [{ kind: 'missing', what: address, why, origin: context.originOf(range) }],
    };
  }
  const text = dump(manifest, { lineWidth: -1, noRefs: true });
  const file = context.displayPath(range.file);
  return { manifests: [{ place: address, file, text, map: mapToRange(text.length, file, range) }], gaps: [] };
}

function helmRelease(context: ExtractContext, resource: RenderedResource): Applied {
  const gap: Gap = {
    kind: 'missing',
    what: resource.address,
    why: 'Helm charts are not rendered',
    origin: context.originOf(resource.range),
  };
  return { manifests: [], gaps: [gap] };
}
