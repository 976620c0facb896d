import { type Core, CoreFailure } from '../../../src/core/host.ts';
import type { ResourceAnswer, ResourceRequest } from '../../../src/core/terraform-protocol.ts';
import { emulate } from '../../../src/terraform/providers/index.ts';

/** 2020-01-01T00:00:00Z */
export const now = 1_577_836_800;

const noCore: Core = {
  call: () => {
    throw new CoreFailure('this family asks nothing of the core', false);
  },
};

/** A request for a resource, `tls_private_key.ca` or `data.ct_config.worker`. */
export function requestFor(
  address: string,
  config: ResourceRequest['config'],
  more: Partial<ResourceRequest> = {},
): ResourceRequest {
  const [type = '', name = ''] = address.replace(/^data\./, '').split('.');
  return {
    address,
    module: '',
    mode: address.startsWith('data.') ? 'data' : 'managed',
    type,
    name,
    key: null,
    providerVersion: null,
    config,
    unknown: [],
    reads: ['*'],
    ...more,
  };
}

/** Asks for the attributes of a resource. */
export function ask(
  address: string,
  config: ResourceRequest['config'],
  more: Partial<ResourceRequest> = {},
  core: Core = noCore,
): ResourceAnswer {
  return emulate(requestFor(address, config, more), { core, now });
}

/** An attribute that is a text. */
export function textOf(answer: ResourceAnswer, name: string): string {
  const value = answer.values[name];
  if (typeof value !== 'string') throw new Error(`${name} is no text: ${JSON.stringify(answer)}`);
  return value;
}

/** Messages of what a configuration does wrong. */
export function problemsOf({ problems = [] }: ResourceAnswer): string[] {
  return problems.map(({ message }) => message);
}
