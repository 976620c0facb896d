import { Configuration } from './configuration.ts';
import { derivedUuid } from './derived-id.ts';
import { type Emulate, family } from './family.ts';

/** `terraform_data`: https://developer.hashicorp.com/terraform/language/resources/terraform-data */
const terraformData: Emulate = (request) => {
  const config = new Configuration(request);
  const values = { id: derivedUuid(request.address), output: config.value('input') ?? null };
  return { values, ...(!config.isKnown('input') && { placeholders: ['output'] }) };
};

/**
 * `data.terraform_remote_state`: nobody reads another state here, so that its outputs are their defaults and else
 * what is read of them. https://developer.hashicorp.com/terraform/language/state/remote-state-data
 */
const remoteState: Emulate = (request) => {
  const config = new Configuration(request);
  const defaults = config.blocks('defaults')[0] ?? {};
  const read = request.reads.flatMap((path) => /^outputs\.([^.[\]]+)/.exec(path)?.[1] ?? []);
  const invented = read.filter((name) => !Object.hasOwn(defaults, name));
  const outputs = new Map([
    ...invented.map((name): [string, unknown] => [name, `placeholder-${name}`]),
    ...Object.entries(defaults),
  ]);
  return { values: { outputs: Object.fromEntries(outputs) }, placeholders: ['outputs'] };
};

export const terraform = family(['terraform'], {
  terraform_data: terraformData,
  'data.terraform_remote_state': remoteState,
});
