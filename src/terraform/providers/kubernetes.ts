import type { ResourceRequest } from '../../core/terraform-protocol.ts';
import { newestMinor } from '../../kubernetes/minors.ts';
import { findKind } from '../../kubernetes/tables.ts';
import { createdKind } from '../kubernetes-resources/kinds.ts';
import { Configuration } from './configuration.ts';
import { derivedUuid } from './derived-id.ts';
import type { Emulate } from './family.ts';
import { generic } from './generic.ts';
import type { Provider } from './provider.ts';

/** `kubernetes_manifest`: https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/manifest */
const kubernetesManifest: Emulate = (request) => {
  const config = new Configuration(request);
  config.require('manifest');
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const values = { object: config.value('manifest') ?? {} };
  return {
    values,
    ...(config.isSecret('manifest') && { secret: ['object'] }),
    ...(!config.isKnown('manifest') && { placeholders: ['object'] }),
  };
};

/** What the API server adds to a typed resource is made up. */
const typed: Emulate = (request, context) => {
  const [{ name, namespace = 'default' } = {}] = new Configuration(request).blocks('metadata');
  const uid = derivedUuid(request.address);
  const isNamespaced = namespacedType(request.type);
  const metadata = {
    ...(isNamespaced && { namespace }),
    ...(name === undefined && { name: `placeholder-${uid.slice(0, 8)}` }),
    uid,
    generation: 1,
    resource_version: '1',
  };
  const own = { metadata: [metadata], ...(hasLoadBalancer(request) && { status: [loadBalancer] }) };
  const isOwn = (path: string): boolean => Object.hasOwn(own, path.split('.')[0] ?? '');
  const other = generic.emulate({ ...request, reads: request.reads.filter((path) => !isOwn(path)) }, context);
  const isPlain = typeof name === 'string' && typeof namespace === 'string';
  const id = isPlain ? (isNamespaced ? `${namespace}/${name}` : name) : uid;
  const made = (other.placeholders ?? []).filter((path) => path !== 'id' || !isPlain);
  const placeholders = [
    'metadata.uid',
    'metadata.generation',
    'metadata.resource_version',
    ...(name === undefined ? ['metadata.name'] : []),
    'status',
    ...made,
  ];
  return { ...other, values: { ...other.values, ...own, id }, placeholders };
};

function namespacedType(type: string): boolean {
  const created = createdKind(type);
  const found = created && findKind(created.shape, created.kind, newestMinor);
  return found?.state === 'known' && found.namespaced;
}

function hasLoadBalancer({ type }: ResourceRequest): boolean {
  return /^kubernetes_(?:service|ingress)(?:_v1)?$/.test(type);
}

// Of the addresses that are kept for documentation: https://www.rfc-editor.org/rfc/rfc5737
const loadBalancer = {
  load_balancer: [{ ingress: [{ ip: '203.0.113.80', hostname: 'load-balancer.example' }] }],
};

/** https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs */
export const kubernetes: Provider = {
  prefixes: ['kubernetes'],
  emulate(request, context) {
    return (request.type === 'kubernetes_manifest' ? kubernetesManifest : typed)(request, context);
  },
};
