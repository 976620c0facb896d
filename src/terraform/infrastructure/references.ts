import type { RenderedResource } from '../../core/terraform-protocol.ts';
import { groupBy } from '../../model/group-by.ts';
import { textAt } from '../rendered-values.ts';

/** Attributes by which others name a resource, the most telling first. */
const identities = ['id', 'arn', 'self_link', 'instance_group', 'urn', 'uuid', 'image_id', 'fqdn', 'name'];

/** Finds resources by what others say of them: placeholders of ids are as unique as ids are. */
export class References {
  readonly #byIdentity: ReadonlyMap<string, ReadonlyMap<string, readonly RenderedResource[]>>;

  constructor(resources: readonly RenderedResource[]) {
    this.#byIdentity = new Map(
      identities.map((attribute) => [
        attribute,
        groupBy(resources, ({ values }) => textAt(values, attribute) ?? ''),
      ]),
    );
  }

  /** The first resource of one of the types that is named so; types may be prefixes, `google_compute_`. */
  find(value: string | undefined, ...types: readonly string[]): RenderedResource | undefined {
    if (value === undefined || value === '') return undefined;
    for (const attribute of identities) {
      const found = this.#byIdentity.get(attribute)?.get(value) ?? [];
      const fitting = found.find(({ type }) => types.some((start) => type.startsWith(start)));
      if (fitting !== undefined) return fitting;
    }
    return undefined;
  }
}
