import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOpenApiGo } from './openapi-go.ts';
import type { OpenApiSchema } from './openapi-schema.ts';

/**
 * Compares definitions that were read from struct types with those that Kubernetes generated of the same types, for
 * the packages that it generates any of.
 *
 * @param folder an unpacked `k8s.io/kubernetes`
 * @returns the first field that differs, or undefined
 */
export function sameAsGenerated(
  definitions: Readonly<Record<string, OpenApiSchema>>,
  folder: string,
): string | undefined {
  const source = readFileSync(join(folder, 'pkg/generated/openapi/zz_generated.openapi.go'), 'utf8');
  const generated = readOpenApiGo(source);
  for (const name of Object.keys(definitions).sort()) {
    const ours = definitions[name]?.properties;
    const theirs = generated[name]?.properties;
    if (!ours || !theirs) continue;
    for (const field of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      if (shape(ours[field]) !== shape(theirs[field]))
        return `${name}.${field}: ${shape(ours[field])}, not ${shape(theirs[field])},`;
    }
  }
  return undefined;
}

/** A schema's type in one line. What is said of a number's precision changed from minor to minor. */
function shape(schema: OpenApiSchema | undefined): string {
  if (schema === undefined) return 'absent';
  if (schema.$ref !== undefined) return schema.$ref;
  if (schema.items) return `[]${shape(schema.items)}`;
  if (schema.additionalProperties) return `{}${shape(schema.additionalProperties)}`;
  if (schema.type === 'number') return 'number';
  return `${schema.type ?? 'any'} ${schema.format ?? ''}`;
}
