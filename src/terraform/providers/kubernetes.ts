import { Configuration } from './configuration.ts';
import type { Emulate } from './family.ts';
import { generic } from './generic.ts';
import type { Provider } from './provider.ts';

/** `kubernetes_manifest`: https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/manifest */
const kubernetesManifest: Emulate = (request) => {
  const config = new Configuration(request);
  config.require('manifest');
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const values = { object: config.value('manifest') ?? {} };
  return { values, ...(!config.isKnown('manifest') && { placeholders: ['object'] }) };
};

/** Typed resources are identified by namespace and name; what else the API server computes is made up. */
const typed: Emulate = (request, context) => {
  const config = new Configuration(request);
  const [metadata = {}] = config.blocks('metadata');
  const { name, namespace } = metadata;
  const answer = generic.emulate(request, context);
  if (typeof name !== 'string') return answer;
  const id = typeof namespace === 'string' ? `${namespace}/${name}` : name;
  const placeholders = (answer.placeholders ?? []).filter((path) => path !== 'id');
  return { ...answer, values: { ...answer.values, id }, placeholders };
};

/** https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs */
export const kubernetes: Provider = {
  prefixes: ['kubernetes'],
  emulate(request, context) {
    return (request.type === 'kubernetes_manifest' ? kubernetesManifest : typed)(request, context);
  },
};
