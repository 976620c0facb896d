import type {
  RenderedResource,
  RenderResult,
  TextMap,
  ValuePath,
} from '../../../src/core/terraform-protocol.ts';
import { extractCluster } from '../../../src/terraform/extract/extract-cluster.ts';
import type { RenderedBuilder } from '../../model/source-map-builder.ts';

/** A resource as the core gives it, with what a test does not say filled in from its address. */
export function resource(address: string, given: Partial<RenderedResource> = {}): RenderedResource {
  const parts =
    /^((?:module\.[\w-]+(?:\[[^\]]+\])?\.)*)(data\.)?([\w-]+)\.([\w-]+)(?:\[("?)([^\]"]+)"?\])?$/.exec(
      address,
    );
  const [, module = '', data, type = '', name = '', quote, key] = parts ?? [];
  const bare = module.replace(/\.$/, '');
  return {
    address,
    module: bare,
    moduleKey: bare.replaceAll('module.', '').replaceAll(/\[[^\]]+\]/g, ''),
    mode: data === undefined ? 'managed' : 'data',
    type,
    name,
    key: key === undefined ? null : quote === '"' ? key : Number(key),
    range: { file: '/workspace/main.tf', line: 7, column: 1, endLine: 7, endColumn: 30 },
    values: {},
    unknown: [],
    texts: [],
    provisioners: [],
    ...given,
  };
}

/** A map of a text among the values, as the core gives it. */
export function textMap(path: ValuePath, { map }: RenderedBuilder, more: Partial<TextMap> = {}): TextMap {
  const files = map.files.map((file) => `/workspace/${file}`);
  return { path, encoding: 'plain', files, runs: map.runs, placeholders: [], ...more };
}

/** Extracts the cluster of these resources; the entry is called `sample`. */
export function extract(resources: readonly RenderedResource[], given: Partial<RenderResult> = {}) {
  const result: RenderResult = { diagnostics: [], resources, outputs: [], providers: [], ...given };
  return extractCluster({ name: 'sample', source: 'terraform' }, result, {
    originOf: ({ file, ...place }) => ({ file: file.replace('/workspace/', ''), ...place }),
    displayPath: (file) => file.replace('/workspace/', ''),
    modules: [
      { key: '', folder: '/workspace/cluster', path: '.' },
      { key: 'workers', folder: '/workspace/cluster/workers', path: 'workers' },
      { key: 'pool', folder: '/workspace/pool', path: '../pool' },
    ],
  });
}
