import type { RenderedProvisioner, RenderedResource, ValuePath } from '../../core/terraform-protocol.ts';
import type { Gap, RenderedFile } from '../../model/rendered-cluster.ts';
import { isBundle, splitBundle } from './bundle.ts';
import type { Evaluated, ExtractContext, Holder } from './context.ts';
import { encodedTextAt, type HeldText, holdsSecret, textAt } from './held-text.ts';
import { missingText } from './missing.ts';
import { remoteScripts } from './remote-scripts.ts';
import { isUnknownAt, stringAt } from './value-paths.ts';

interface Written {
  readonly files: readonly RenderedFile[];
  readonly gaps: readonly Gap[];
}

/**
 * What provisioners copy to machines, bundles taken apart, and what `local_file` and its like leave with the operator.
 * A file that several machines get with the same contents is there once.
 */
export function writtenFiles(evaluated: Evaluated): Written {
  const all = evaluated.result.resources.flatMap((resource) => [
    ...resource.provisioners.map((provisioner) => provisioned(evaluated, resource, provisioner)),
    operatorFile(evaluated, resource),
    startupScript(evaluated.context, resource),
    templateDirectory(evaluated.context, resource),
  ]);
  return { files: unique(all.flatMap(({ files }) => files)), gaps: all.flatMap(({ gaps }) => gaps) };
}

const nothing: Written = { files: [], gaps: [] };

function provisioned(
  evaluated: Evaluated,
  resource: RenderedResource,
  provisioner: RenderedProvisioner,
): Written {
  if (provisioner.type === 'remote-exec') return remoteScripts(evaluated.context, resource, provisioner);
  if (provisioner.type !== 'file') return nothing;
  const held = textAt(evaluated.context, provisioner, ['content']);
  const destination = stringAt(provisioner, ['destination']) ?? 'a file';
  if (!held) return withoutContent(evaluated, resource, provisioner, destination);
  if (isBundle(held.text)) return unpacked(held, resource, destination);
  return { files: [renderedFile(held, destination, resource, 'machine')], gaps: [] };
}

function withoutContent(
  evaluated: Evaluated,
  resource: RenderedResource,
  provisioner: RenderedProvisioner,
  destination: string,
): Written {
  const origin = evaluated.context.originOf(provisioner.range);
  const source = stringAt(provisioner, ['source']);
  if (source !== undefined) {
    const why = `it is copied from ${source} of the operator, which is not read`;
    return {
      files: [],
      gaps: [{ kind: 'missing', what: `${destination} by ${resource.address}`, why, origin }],
    };
  }
  if (!isUnknownAt(provisioner, ['content'])) return nothing;
  const { unknown } = provisioner;
  const gap = missingText(evaluated, { ...resource, unknown }, ['content'], destination);
  return { files: [], gaps: [{ ...gap, origin }] };
}

function unpacked(held: HeldText, resource: RenderedResource, destination: string): Written {
  const { files, gaps } = splitBundle(held, `the bundle ${destination} of ${resource.type}.${resource.name}`);
  return { files: files.map((file) => renderedFile(file, file.path, resource, 'bundle')), gaps };
}

/** Where types that write a file of the operator have its contents and its name. */
const operatorTypes: ReadonlyMap<
  string,
  { readonly contents: readonly ValuePath[]; readonly name: ValuePath }
> = new Map(
  ['local_file', 'local_sensitive_file'].map((type) => [
    type,
    { contents: [['content'], ['sensitive_content'], ['content_base64']], name: ['filename'] },
  ]),
);

function operatorFile(evaluated: Evaluated, resource: RenderedResource): Written {
  const form = resource.mode === 'managed' ? operatorTypes.get(resource.type) : undefined;
  if (!form) return nothing;
  for (const path of form.contents) {
    const read = path[0] === 'content_base64' ? encodedTextAt : textAt;
    const held = read(evaluated.context, resource, path);
    const name = stringAt(resource, form.name) ?? resource.address;
    if (held) return { files: [renderedFile(held, name, resource, 'operator')], gaps: [] };
    if (isUnknownAt(resource, path)) {
      return { files: [], gaps: [missingText(evaluated, resource, path, `the file ${name}`)] };
    }
  }
  return nothing;
}

/** https://registry.terraform.io/providers/hashicorp/template/latest/docs/resources/dir */
function templateDirectory({ originOf }: ExtractContext, resource: RenderedResource): Written {
  if (resource.type !== 'template_dir' || resource.mode !== 'managed') return nothing;
  const folder = stringAt(resource, ['source_dir']) ?? 'a folder';
  const what = `what ${resource.address} makes of ${folder}`;
  const why = 'template_dir is not rendered: templatefile would be, for each file';
  return { files: [], gaps: [{ kind: 'missing', what, why, origin: originOf(resource.range) }] };
}

/** https://cloud.google.com/compute/docs/instances/startup-scripts/linux */
function startupScript(context: ExtractContext, resource: RenderedResource): Written {
  const paths: readonly ValuePath[] = [['metadata_startup_script'], ['metadata', 'startup-script']];
  const files = paths.flatMap((path) => {
    const held = textAt(context, resource satisfies Holder, path);
    return held ? [renderedFile(held, 'startup-script', resource, 'machine')] : [];
  });
  return { files, gaps: [] };
}

function renderedFile(
  { text, file, map }: Pick<HeldText, 'text' | 'file' | 'map'>,
  path: string,
  { address }: RenderedResource,
  target: RenderedFile['target'],
): RenderedFile {
  const isSecret = holdsSecret(map) || text.includes('PRIVATE KEY-----');
  return { path, owner: address, target, file, text, map, isSecret };
}

function unique(files: readonly RenderedFile[]): RenderedFile[] {
  const seen = new Set<string>();
  return files.filter(({ path, text, target }) => {
    const key = `${target} ${path}\n${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
