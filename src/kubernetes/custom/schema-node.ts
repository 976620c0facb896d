import { type Regex, regexOf } from '../re2/regex.ts';
import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from '../value.ts';
import { readValidations, type ValidationRule } from './validation-rule.ts';

/**
 * One node of a definition's OpenAPI schema, read once. A field that is missing or has a type that a schema does not
 * give it is undefined: the definition's own check speaks of it.
 */
export interface SchemaNode {
  readonly source: JsonObject;
  readonly type: string | undefined;
  readonly nullable: boolean;
  readonly intOrString: boolean;
  readonly preserveUnknown: boolean;
  readonly embedded: boolean;
  readonly properties: ReadonlyMap<string, SchemaNode>;
  /** Undefined where the schema does not say; a boolean as it is written. */
  readonly additional: SchemaNode | boolean | undefined;
  readonly items: SchemaNode | undefined;
  readonly required: readonly string[];
  readonly enum: JsonArray | undefined;
  readonly default: JsonValue | undefined;
  readonly listType: string | undefined;
  readonly listMapKeys: readonly string[];
  readonly bounds: Bounds;
  readonly format: string | undefined;
  readonly pattern: string | undefined;
  readonly allOf: readonly SchemaNode[];
  readonly anyOf: readonly SchemaNode[];
  readonly oneOf: readonly SchemaNode[];
  readonly not: SchemaNode | undefined;
  readonly validations: readonly ValidationRule[];
}

/** Limits on numbers, lengths and counts. */
export interface Bounds {
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly exclusiveMinimum: boolean;
  readonly exclusiveMaximum: boolean;
  readonly multipleOf: number | undefined;
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly minItems: number | undefined;
  readonly maxItems: number | undefined;
  readonly minProperties: number | undefined;
  readonly maxProperties: number | undefined;
}

const nodes = new WeakMap<JsonObject, SchemaNode>();

/** The node for a schema object; the same node for the same object. */
export function schemaNode(source: JsonObject): SchemaNode {
  const known = nodes.get(source);
  if (known) return known;
  const node = readNode(source);
  nodes.set(source, node);
  return node;
}

/** The pattern's expression; undefined when the node has none that can be used. */
export function patternOf(node: SchemaNode): ReturnType<typeof Regex.compile> | undefined {
  return node.pattern === undefined ? undefined : regexOf(node.pattern);
}

/** The schema of an object's field: its own, or that of all others. */
export function fieldSchema(node: SchemaNode | undefined, key: string): SchemaNode | undefined {
  const own = node?.properties.get(key);
  if (own) return own;
  return typeof node?.additional === 'object' ? node.additional : undefined;
}

function readNode(source: JsonObject): SchemaNode {
  const additional = source['additionalProperties'];
  return {
    source,
    type: text(source['type']),
    nullable: source['nullable'] === true,
    intOrString: source['x-kubernetes-int-or-string'] === true,
    preserveUnknown: source['x-kubernetes-preserve-unknown-fields'] === true,
    embedded: source['x-kubernetes-embedded-resource'] === true,
    properties: propertiesOf(source),
    additional: typeof additional === 'boolean' ? additional : child(additional),
    items: child(source['items']),
    required: texts(source['required']),
    enum: isArray(source['enum']) && source['enum'].length > 0 ? source['enum'] : undefined,
    default: source['default'] === null ? undefined : source['default'],
    listType: text(source['x-kubernetes-list-type']),
    listMapKeys: texts(source['x-kubernetes-list-map-keys']),
    bounds: readBounds(source),
    format: text(source['format']),
    pattern: text(source['pattern']),
    allOf: children(source['allOf']),
    anyOf: children(source['anyOf']),
    oneOf: children(source['oneOf']),
    not: child(source['not']),
    validations: readValidations(source['x-kubernetes-validations']),
  };
}

function propertiesOf(source: JsonObject): ReadonlyMap<string, SchemaNode> {
  const properties = new Map<string, SchemaNode>();
  const written = source['properties'];
  if (!isObject(written)) return properties;
  for (const name of Object.keys(written)) {
    const schema = child(written[name]);
    if (schema) properties.set(name, schema);
  }
  return properties;
}

function readBounds(source: JsonObject): Bounds {
  return {
    minimum: number(source['minimum']),
    maximum: number(source['maximum']),
    exclusiveMinimum: source['exclusiveMinimum'] === true,
    exclusiveMaximum: source['exclusiveMaximum'] === true,
    multipleOf: number(source['multipleOf']),
    minLength: number(source['minLength']),
    maxLength: number(source['maxLength']),
    minItems: number(source['minItems']),
    maxItems: number(source['maxItems']),
    minProperties: number(source['minProperties']),
    maxProperties: number(source['maxProperties']),
  };
}

function child(value: JsonValue | undefined): SchemaNode | undefined {
  return isObject(value) ? schemaNode(value) : undefined;
}

function children(value: JsonValue | undefined): SchemaNode[] {
  return isArray(value) ? value.flatMap((item) => child(item) ?? []) : [];
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function texts(value: JsonValue | undefined): string[] {
  return isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function number(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' ? value : undefined;
}
