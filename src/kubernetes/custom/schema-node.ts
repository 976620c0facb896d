import { type Regex, regexOf } from '../re2/regex.ts';
import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from '../value.ts';
import { type Bounds, boundKeys, noBounds, readBounds } from './schema-bounds.ts';
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

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const noProperties: ReadonlyMap<string, SchemaNode> = new Map();
const noNodes: readonly SchemaNode[] = [];
const noTexts: readonly string[] = [];
const noRules: readonly ValidationRule[] = [];

/** Most schemas are a type and a description: what is there is read, and the rest is not looked for. */
function readNode(source: JsonObject): SchemaNode {
  const node: Writable<SchemaNode> = {
    source,
    type: undefined,
    nullable: false,
    intOrString: false,
    preserveUnknown: false,
    embedded: false,
    properties: noProperties,
    additional: undefined,
    items: undefined,
    required: noTexts,
    enum: undefined,
    default: undefined,
    listType: undefined,
    listMapKeys: noTexts,
    bounds: noBounds,
    format: undefined,
    pattern: undefined,
    allOf: noNodes,
    anyOf: noNodes,
    oneOf: noNodes,
    not: undefined,
    validations: noRules,
  };
  let hasBounds = false;
  for (const key of Object.keys(source)) {
    if (boundKeys.has(key)) hasBounds = true;
    else readKeyword(node, key, source[key]);
  }
  if (hasBounds) node.bounds = readBounds(source);
  return node;
}

function readKeyword(node: Writable<SchemaNode>, key: string, value: JsonValue | undefined): void {
  switch (key) {
    case 'type':
      node.type = text(value);
      break;
    case 'nullable':
      node.nullable = value === true;
      break;
    case 'properties':
      node.properties = propertiesOf(value);
      break;
    case 'additionalProperties':
      node.additional = typeof value === 'boolean' ? value : child(value);
      break;
    case 'items':
      node.items = child(value);
      break;
    case 'required':
      node.required = texts(value);
      break;
    case 'enum':
      node.enum = isArray(value) && value.length > 0 ? value : undefined;
      break;
    case 'default':
      node.default = value === null ? undefined : value;
      break;
    case 'format':
      node.format = text(value);
      break;
    case 'pattern':
      node.pattern = text(value);
      break;
    case 'allOf':
      node.allOf = children(value);
      break;
    case 'anyOf':
      node.anyOf = children(value);
      break;
    case 'oneOf':
      node.oneOf = children(value);
      break;
    case 'not':
      node.not = child(value);
      break;
    default:
      if (key.startsWith('x-kubernetes-')) readExtension(node, key, value);
  }
}

function readExtension(node: Writable<SchemaNode>, key: string, value: JsonValue | undefined): void {
  switch (key) {
    case 'x-kubernetes-int-or-string':
      node.intOrString = value === true;
      break;
    case 'x-kubernetes-preserve-unknown-fields':
      node.preserveUnknown = value === true;
      break;
    case 'x-kubernetes-embedded-resource':
      node.embedded = value === true;
      break;
    case 'x-kubernetes-list-type':
      node.listType = text(value);
      break;
    case 'x-kubernetes-list-map-keys':
      node.listMapKeys = texts(value);
      break;
    case 'x-kubernetes-validations':
      node.validations = readValidations(value);
      break;
    default:
  }
}

function propertiesOf(written: JsonValue | undefined): ReadonlyMap<string, SchemaNode> {
  if (!isObject(written)) return noProperties;
  const properties = new Map<string, SchemaNode>();
  for (const name of Object.keys(written)) {
    const schema = child(written[name]);
    if (schema) properties.set(name, schema);
  }
  return properties;
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
