import type { RenderedProvisioner, RenderedResource } from '../../core/terraform-protocol.ts';
import type { Gap, RenderedFile } from '../../model/rendered-cluster.ts';
import { mainFile } from '../../model/source-map-file.ts';
import { concatMaps, mapToRange } from '../../model/source-map-slice.ts';
import type { ExtractContext } from './context.ts';
import { holdsSecret, textAt } from './held-text.ts';
import { lengthAt } from './value-paths.ts';

/**
 * The commands of a `remote-exec` provisioner as the script that Terraform makes of them: one command a line.
 * https://developer.hashicorp.com/terraform/language/provisioners#remote-exec
 */
export function remoteScripts(
  context: ExtractContext,
  resource: RenderedResource,
  provisioner: RenderedProvisioner,
): { files: RenderedFile[]; gaps: Gap[] } {
  const count = lengthAt(provisioner, ['inline']);
  const lines = Array.from({ length: count }, (_, index) => textAt(context, provisioner, ['inline', index]));
  const known = lines.filter((line) => line !== undefined);
  if (known.length === 0) return { files: [], gaps: [] };
  const range = provisioner.range;
  const lineEnd = mapToRange(1, context.displayPath(range.file), range);
  const map = concatMaps(known.flatMap((line) => [line.map, lineEnd]));
  const number = 1 + resource.provisioners.filter(({ type }) => type === 'remote-exec').indexOf(provisioner);
  const file: RenderedFile = {
    path: `remote-exec ${number}.sh`,
    owner: resource.address,
    target: 'machine',
    file: mainFile(map) ?? context.displayPath(range.file),
    text: known.map(({ text }) => `${text}\n`).join(''),
    map,
    isSecret: holdsSecret(map),
  };
  const gaps: Gap[] =
    known.length === count
      ? []
      : [
          {
            kind: 'missing',
            what: `${count - known.length} commands of a remote-exec of ${resource.address}`,
            why: 'their values are not known',
            origin: context.originOf(range),
          },
        ];
  return { files: [file], gaps };
}
