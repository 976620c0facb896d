import { Configuration } from './configuration.ts';
import { derivedId } from './derived-id.ts';
import { type Emulate, family } from './family.ts';

/** `null_resource`: https://registry.terraform.io/providers/hashicorp/null/latest/docs/resources/resource */
const nullResource: Emulate = ({ address }) => ({ values: { id: derivedId(address) } });

/** `data.null_data_source`: https://registry.terraform.io/providers/hashicorp/null/latest/docs/data-sources/data_source */
const nullDataSource: Emulate = (request) => {
  const config = new Configuration(request);
  const values = {
    id: 'static',
    outputs: config.value('inputs') ?? {},
    random: derivedId(request.address),
    has_computed_default: config.text('has_computed_default') ?? 'default',
  };
  return {
    values,
    ...(config.isSecret('inputs') && { secret: ['outputs'] }),
    ...(!config.isKnown('inputs') && { placeholders: ['outputs'] }),
  };
};

export const nullProvider = family(['null'], {
  null_resource: nullResource,
  'data.null_data_source': nullDataSource,
});
