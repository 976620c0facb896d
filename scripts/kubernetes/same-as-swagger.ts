import type { OpenApiSchema } from './openapi-schema.ts';

type Definitions = Readonly<Record<string, OpenApiSchema>>;

/** Name of the first definition that swagger.json has otherwise, in what both of them hold. */
export function sameAsSwagger(definitions: Definitions, swagger: Definitions): string | undefined {
  return Object.keys(swagger).find((name) => {
    const [own, theirs] = [definitions[name], swagger[name]];
    if (!own || !theirs) return true;
    // Types that describe themselves in code, such as Quantity.
    if (!own.type && !own.properties) return false;
    return JSON.stringify(shared(own)) !== JSON.stringify(shared(theirs));
  });
}

/** What both sources hold, in one order of keys. */
function shared(schema: OpenApiSchema): unknown {
  const { type, format, $ref, required, properties, items, additionalProperties } = schema;
  const names = Object.keys(properties ?? {}).sort();
  return [
    $ref ?? type,
    format,
    required,
    names.map((name) => [name, shared(properties?.[name] ?? {})]),
    items && shared(items),
    additionalProperties && shared(additionalProperties),
    schema['x-kubernetes-list-type'],
    schema['x-kubernetes-list-map-keys'],
  ];
}
