import { Configuration } from './configuration.ts';
import { derivedUuid } from './derived-id.ts';
import { type Emulate, family } from './family.ts';

/** `terraform_data`: https://developer.hashicorp.com/terraform/language/resources/terraform-data */
const terraformData: Emulate = (request) => {
  const config = new Configuration(request);
  const values = { id: derivedUuid(request.address), output: config.value('input') ?? null };
  return {
    values,
    ...(config.isSecret('input') && { secret: ['output'] }),
    ...(!config.isKnown('input') && { placeholders: ['output'] }),
  };
};

/**
 * `data.terraform_remote_state`: nobody reads another state here. Its outputs are their defaults, as long as nothing
 * else is read of them. https://developer.hashicorp.com/terraform/language/state/remote-state-data
 */
const remoteState: Emulate = (request) => {
  const [defaults = {}] = new Configuration(request).blocks('defaults');
  const read = request.reads.filter((path) => path.startsWith('outputs'));
  const isDefault = (path: string): boolean => Object.hasOwn(defaults, path.split('.')[1] ?? '');
  if (!read.every(isDefault)) return { values: {}, unknown: ['outputs'] };
  return { values: { outputs: defaults }, placeholders: ['outputs'] };
};

export const terraform = family(['terraform'], {
  terraform_data: terraformData,
  'data.terraform_remote_state': remoteState,
});
