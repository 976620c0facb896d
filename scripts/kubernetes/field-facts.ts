import type { FieldFacts } from '../../src/kubernetes/schema/table-file.ts';
import type { MinorDefinitions, OpenApiSchema } from './openapi-schema.ts';

/**
 * How far the API server enforces what the schema says, by definition and field, `*` for any version of the group:
 * `api.core.*.HTTPHeader.value`.
 */
export interface FieldEnforcement {
  /** Required fields that may be absent. */
  readonly optional: readonly string[];
  /** Fields with an enum that take no empty string either. */
  readonly closed: readonly string[];
  /** Lists whose repeated items are refused when an object is created, and not only merged when it is applied. */
  readonly unique: readonly string[];
  /** Structs and fields of which nothing is enforced before a minor; null: in no minor so far. */
  readonly gates: Readonly<Record<string, number | null>>;
}

/** Types that decode themselves, by the end of their name. Their definitions say little or nothing. */
const wellKnown: Readonly<Record<string, string>> = {
  'apimachinery.pkg.api.resource.Quantity': 'quantity',
  'apimachinery.pkg.apis.meta.v1.Duration': 'duration',
  'apimachinery.pkg.apis.meta.v1.FieldsV1': 'any',
  'apimachinery.pkg.apis.meta.v1.MicroTime': 'micro-time',
  'apimachinery.pkg.apis.meta.v1.Time': 'time',
  'apimachinery.pkg.runtime.RawExtension': 'any',
  'apimachinery.pkg.util.intstr.IntOrString': 'int-or-string',
  'apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON': 'any',
  'apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray': 'schema-or-array',
  'apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool': 'schema-or-boolean',
  'apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray': 'schema-or-strings',
};

const numberTypes: Readonly<Record<string, string>> = { int32: 'int32', int64: 'int64', double: 'double' };

/** Name of a definition in the tables: without the host that all share. */
export function shortName(definition: string): string {
  return definition.replace(/^io\.k8s\./, '');
}

/** Fields of every definition that some kind of the release reaches. */
export function reachable(
  release: MinorDefinitions,
  enforcement: FieldEnforcement | undefined,
): Map<string, ReadonlyMap<string, FieldFacts>> {
  const found = new Map<string, ReadonlyMap<string, FieldFacts>>();
  const open = release.kinds.map(({ definition }) => definition);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(shortName(name))) continue;
    const schema = release.definitions[name];
    if (!schema) throw new Error(`1.${release.minor} has no definition ${name}`);
    const fields = new Map<string, FieldFacts>();
    for (const [field, property] of Object.entries(schema.properties ?? {})) {
      const required = schema.required?.includes(field) === true;
      const place = placeOf(name, field);
      const gated = !enforcement || isGated(enforcement, place, release.minor);
      fields.set(
        field,
        gated ? { type: typeText(property) } : enforced(property, required, place, enforcement),
      );
      open.push(...referencesOf(property));
    }
    found.set(shortName(name), fields);
  }
  return found;
}

function referencesOf(schema: OpenApiSchema): string[] {
  if (schema.items) return referencesOf(schema.items);
  if (schema.additionalProperties) return referencesOf(schema.additionalProperties);
  const name = definitionOf(schema);
  return name === undefined || wellKnown[shortName(name)] !== undefined ? [] : [name];
}

function definitionOf(schema: OpenApiSchema): string | undefined {
  return schema.$ref?.replace(/^#\/definitions\//, '');
}

/** Whether a feature gate that is off keeps the field from being looked at. */
function isGated({ gates }: FieldEnforcement, place: string, minor: number): boolean {
  const struct = place.slice(0, place.lastIndexOf('.'));
  return [place, struct].some((name) => {
    const since = gates[name];
    return since === null || (since !== undefined && minor < since);
  });
}

/** What the table says of a field that the API server looks at. */
function enforced(
  schema: OpenApiSchema,
  required: boolean,
  place: string,
  { optional, closed, unique }: FieldEnforcement,
): FieldFacts {
  const type = typeText(schema);
  const values = schema.enum ?? schema.items?.enum;
  const keys = listKeys(schema);
  // Go cannot tell an absent boolean from false.
  const mustBe = required && type !== 'boolean' && !optional.includes(place);
  return {
    type: mustBe ? `${type}!` : type,
    ...(values && { enum: values.filter((value) => typeof value === 'string' && value !== '').map(String) }),
    ...(values && (schema.items || closed.includes(place)) && { closed: true }),
    ...(isTelling(schema.default) && { default: schema.default }),
    ...(keys && { keys }),
    ...(keys && unique.includes(place) && { unique: true }),
  };
}

/** `api.core.*.PodSpec.containers` */
function placeOf(definition: string, field: string): string {
  return `${shortName(definition).replace(/\.v\d\w*\.(?=\w+$)/, '.*.')}.${field}`;
}

function typeText(schema: OpenApiSchema): string {
  const name = definitionOf(schema);
  if (name !== undefined) return wellKnown[shortName(name)] ?? shortName(name);
  if (schema.items) return `[]${typeText(schema.items)}`;
  if (schema.additionalProperties) return `{}${typeText(schema.additionalProperties)}`;
  return scalarText(schema);
}

function scalarText({ type, format = '' }: OpenApiSchema): string {
  if (type === 'string') return format === 'byte' ? 'bytes' : 'string';
  if (type === 'boolean') return 'boolean';
  if (type === 'integer') return numberTypes[format] ?? 'int64';
  if (type === 'number') return 'double';
  // An object or a value of which nothing more is said.
  return 'any';
}

function listKeys(schema: OpenApiSchema): readonly string[] | undefined {
  if (schema['x-kubernetes-list-type'] === 'map') return schema['x-kubernetes-list-map-keys'] ?? [];
  return schema['x-kubernetes-list-type'] === 'set' ? [] : undefined;
}

/** Go's zero values stand in the definitions of many required fields, where they are no defaults. */
function isTelling(value: unknown): value is string | number | boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return value !== 0 && value !== false;
  return typeof value === 'string' && value !== '';
}
