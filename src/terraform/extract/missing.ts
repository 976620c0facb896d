import type { RenderedResource, ValuePath } from '../../core/terraform-protocol.ts';
import type { Gap } from '../../model/rendered-cluster.ts';
import type { Evaluated } from './context.ts';
import { formatValuePath, isUnknownAt } from './value-paths.ts';

/** Says that a text could not be rendered. `what`: what it is for, `the machine config`. */
export function missingText(
  { result, context }: Evaluated,
  resource: RenderedResource,
  path: ValuePath,
  what: string,
): Gap {
  const attribute = formatValuePath(path);
  const said = result.diagnostics.find(
    ({ severity, address }) => severity === 'error' && address === resource.address,
  );
  const unknown = isUnknownAt(resource, path)
    ? `the value of ${attribute} is not known, because something that it needs could not be evaluated`
    : `${attribute} is not set`;
  return {
    kind: 'missing',
    what: `${what} of ${resource.address}`,
    why: said?.message ?? unknown,
    origin: context.originOf(resource.range),
  };
}
