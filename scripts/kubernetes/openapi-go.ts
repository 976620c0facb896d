import { GoCall, type GoValue, readGoLiteral } from './go-literal.ts';
import type { OpenApiSchema } from './openapi-schema.ts';

type GoRecord = { readonly [key: string]: GoValue };

/**
 * Definitions of a `zz_generated.openapi.go`, which alone has everything: enums and defaults are missing in the
 * swagger file, and component configurations too. The names are the swagger file's (`io.k8s.api.core.v1.PodSpec`).
 * Types that describe themselves in code (Quantity, Time, IntOrString, JSON) come without a type.
 */
export function readOpenApiGo(source: string): Record<string, OpenApiSchema> {
  const nameOf = modelNames(source);
  const bodies = new Map<string, number>();
  for (const found of source.matchAll(
    /^func (schema_\w+)\([^)]*\) common\.OpenAPIDefinition \{\n\treturn /gm,
  ))
    bodies.set(found[1] ?? '', found.index + found[0].length);
  const definitions: Record<string, OpenApiSchema> = {};
  for (const { 1: key = '', 2: body = '' } of source.matchAll(/^\t\t(\S+): +(schema_\w+)\(ref\),$/gm)) {
    const start = bodies.get(body);
    if (start === undefined) throw new Error(`no ${body}`);
    definitions[nameOf(readGoLiteral(key, 0))] = definitionOf(readGoLiteral(source, start), nameOf);
  }
  return definitions;
}

/** Reads both forms: a string with the Go path, and from 1.35 on a call on the Go type. */
function modelNames(source: string): (model: GoValue) => string {
  const paths = new Map<string, string>();
  for (const { 1: alias = '', 2: path = '' } of source.matchAll(/^\t(\w+) "([^"]+)"$/gm))
    paths.set(alias, path);
  return (model) => {
    if (typeof model === 'string') return swaggerName(model);
    const [, alias = '', type = ''] = /^(\w+)\.(\w+)\.OpenAPIModelName$/.exec(asCall(model).callee) ?? [];
    const path = paths.get(alias);
    if (path === undefined) throw new Error(`no import for ${JSON.stringify(model)}`);
    return swaggerName(`${path}.${type}`);
  };
}

/** `k8s.io/api/core/v1.Pod` is `io.k8s.api.core.v1.Pod` in the swagger file. */
function swaggerName(goName: string): string {
  const [host = '', ...rest] = goName.split('/');
  return [...host.split('.').reverse(), ...rest].join('.');
}

function definitionOf(value: GoValue, nameOf: (model: GoValue) => string): OpenApiSchema {
  // Types with one form for OpenAPI 2 and another for 3: the second argument is the one for 2.
  if (value instanceof GoCall) return definitionOf(value.args[1] ?? null, nameOf);
  return schemaOf(record(record(value)['Schema']), nameOf);
}

function schemaOf(schema: GoRecord, nameOf: (model: GoValue) => string): OpenApiSchema {
  const props = record(schema['SchemaProps']);
  const extensions = record(record(schema['VendorExtensible'])['Extensions']);
  const nested = (value: GoValue | undefined): OpenApiSchema =>
    schemaOf(record(record(value)['Schema']), nameOf);
  const type = Array.isArray(props['Type']) ? props['Type'][0] : undefined;
  const listType = extensions['x-kubernetes-list-type'];
  return {
    ...(typeof type === 'string' && { type }),
    ...(typeof props['Format'] === 'string' && props['Format'] !== '' && { format: props['Format'] }),
    ...(props['Ref'] !== undefined && {
      $ref: `#/definitions/${nameOf(asCall(props['Ref']).args[0] ?? null)}`,
    }),
    ...(props['Properties'] !== undefined && {
      properties: Object.fromEntries(
        Object.entries(record(props['Properties'])).map(([name, value]) => [
          name,
          schemaOf(record(value), nameOf),
        ]),
      ),
    }),
    ...(props['Required'] !== undefined && { required: strings(props['Required']) }),
    ...(props['Items'] !== undefined && { items: nested(props['Items']) }),
    ...(props['AdditionalProperties'] !== undefined && {
      additionalProperties: nested(props['AdditionalProperties']),
    }),
    ...(props['Enum'] !== undefined && { enum: strings(props['Enum']) }),
    ...(props['Default'] !== undefined && { default: props['Default'] }),
    ...(typeof listType === 'string' && { 'x-kubernetes-list-type': listType }),
    ...(extensions['x-kubernetes-list-map-keys'] !== undefined && {
      'x-kubernetes-list-map-keys': strings(extensions['x-kubernetes-list-map-keys']),
    }),
  };
}

function asCall(value: GoValue): GoCall {
  if (value instanceof GoCall) return value;
  throw new Error(`a call expected: ${JSON.stringify(value)}`);
}

/** Nothing at all reads as an empty literal. */
function record(value: GoValue | undefined): GoRecord {
  if (value === undefined) return {};
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof GoCall))
    // Arrays and calls are out; `Array.isArray` does not narrow readonly arrays.
    return value as GoRecord;
  throw new Error(`a literal expected: ${JSON.stringify(value)}`);
}

function strings(value: GoValue): string[] {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string'))
    throw new Error(`strings expected: ${JSON.stringify(value)}`);
  return value;
}
