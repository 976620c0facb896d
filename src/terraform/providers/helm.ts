import { Configuration } from './configuration.ts';
import { derivedId } from './derived-id.ts';
import { type Emulate, family } from './family.ts';

/**
 * `helm_release`: no chart is fetched or rendered.
 * https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release
 */
const helmRelease: Emulate = (request) => {
  const config = new Configuration(request);
  config.require('name', 'chart');
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const name = config.text('name') ?? 'placeholder';
  const namespace = config.text('namespace') ?? 'default';
  const version = config.text('version');
  const metadata = {
    name,
    namespace,
    chart: config.text('chart') ?? 'placeholder',
    version: version ?? '0.0.0',
    app_version: '0.0.0',
    revision: 1,
    values: '{}',
    notes: '',
  };
  const values = {
    id: name,
    namespace,
    status: 'deployed',
    version: version ?? '0.0.0',
    metadata: [metadata],
    manifest: '{}',
  };
  return { values, placeholders: ['metadata', 'manifest', ...(version === undefined ? ['version'] : [])] };
};

/** `data.helm_template`: https://registry.terraform.io/providers/hashicorp/helm/latest/docs/data-sources/template */
const helmTemplate: Emulate = ({ address }) => ({
  values: { id: derivedId(address) },
  unknown: ['manifest', 'manifests', 'crds', 'notes'],
});

export const helm = family(['helm'], { helm_release: helmRelease, 'data.helm_template': helmTemplate });
