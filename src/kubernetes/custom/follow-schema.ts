import { readFieldPath } from './field-path-text.ts';
import type { SchemaNode } from './schema-node.ts';

/** What a simple JSON path (`.spec.host`, `['a.b']`) leads to; undefined when there is no such field. */
export function followSchema(
  schema: SchemaNode,
  jsonPath: string,
): { readonly steps: readonly string[]; readonly schema: SchemaNode } | undefined {
  const steps = /^[.[]/.test(jsonPath) ? readFieldPath(jsonPath) : undefined;
  if (!steps) return undefined;
  let at: SchemaNode | undefined = schema;
  for (const step of steps) {
    if (at.properties.size > 0) at = at.properties.get(step);
    else at = typeof at.additional === 'object' ? at.additional : undefined;
    if (!at) return undefined;
  }
  return { steps, schema: at };
}
