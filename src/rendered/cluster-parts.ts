import type { Infrastructure } from '../model/infrastructure.ts';
import { secretRedactor } from '../model/redact-secrets.ts';
import type { ManifestText, RenderedCluster, RenderedText } from '../model/rendered-cluster.ts';
import { hideSecrets } from './hide-secrets.ts';
import { hideWritten } from './hide-written.ts';
import type { Part, Parts } from './part.ts';

/** What a cluster has beside its machines: manifests, files of provisioners and of the operator, infrastructure. */
export function clusterParts(cluster: RenderedCluster): Parts {
  const { manifests, files, infrastructure, gaps, secrets } = cluster;
  const redact = secretRedactor(secrets);
  const show = (text: RenderedText) => hideWritten(hideSecrets(text, secrets), redact);
  const missing = gaps
    .filter(({ kind }) => kind === 'missing')
    .map(({ what, why }) => redact(`${what}: ${why}`));
  return {
    parts: [
      ...manifests.map((manifest) => ({ path: redact(placeOf(manifest)), ...show(manifest) })),
      ...files.map((file) => ({
        path: redact(`${file.target}/${tidyPath(`./${file.path}`)}`),
        ...show(file),
      })),
      ...(isEmpty(infrastructure)
        ? []
        : [{ path: 'infrastructure.json', text: redact(describe(infrastructure)) }]),
    ],
    missing,
  };
}

/** A manifest that stands in a file as it is applied. */
export function manifestPart(manifest: ManifestText): Part {
  return { path: placeOf(manifest), ...hideWritten(manifest.text) };
}

function placeOf({ place, file }: ManifestText): string {
  return place === undefined ? file : tidyPath(place);
}

function tidyPath(path: string): string {
  return path
    .split('/')
    .filter((part, index) => part !== '.' && (part !== '' || index === 0))
    .join('/');
}

function isEmpty(infrastructure: Infrastructure): boolean {
  return Object.values(infrastructure).every((list) => list.length === 0);
}

/** Without places in templates, which move; images are seen in what names them. */
function describe({ images: _, ...infrastructure }: Infrastructure): string {
  const text = JSON.stringify(
    infrastructure,
    (key, value: unknown) => (key === 'origin' ? undefined : value),
    2,
  );
  return `${text}\n`;
}
