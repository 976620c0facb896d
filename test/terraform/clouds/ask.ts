import type { ResourceAnswer, ResourceRequest } from '../../../src/core/terraform-protocol.ts';
import { generic } from '../../../src/terraform/providers/generic.ts';
import { matchbox } from '../../../src/terraform/providers/matchbox.ts';
import type { ProviderContext } from '../../../src/terraform/providers/provider.ts';

/** What a test says of a resource; the rest is as the evaluator gives it for `type.machine`. */
type Said = Partial<Omit<ResourceRequest, 'config'>> & { readonly config?: Record<string, unknown> };

/** Asks for the attributes of a resource, as the evaluator does. */
export function ask(type: string, said: Said = {}): ResourceAnswer {
  const { mode = 'managed', name = 'machine', key = null } = said;
  const suffix = key === null ? '' : `[${JSON.stringify(key)}]`;
  const request: ResourceRequest = {
    address: `${mode === 'data' ? 'data.' : ''}${type}.${name}${suffix}`,
    module: '',
    mode,
    type,
    name,
    key,
    providerVersion: null,
    config: {},
    unknown: [],
    reads: [],
    ...said,
  };
  const provider = type.startsWith('matchbox_') ? matchbox : generic;
  return provider.emulate(request, unused);
}

/** These providers ask nothing of their context, and a test notices when they begin to. */
const unused = new Proxy<ProviderContext>(Object.create(null), {
  get: (_, name) => {
    throw new Error(`context.${String(name)} was asked for`);
  },
});
