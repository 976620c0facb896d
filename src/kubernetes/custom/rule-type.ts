import {
  boolType,
  bytesType,
  type CelType,
  doubleType,
  durationType,
  dynType,
  intType,
  listType,
  mapType,
  stringType,
  timestampType,
} from '../cel/types.ts';
import { celName } from './cel-name.ts';
import { type SchemaNode, schemaNode } from './schema-node.ts';

// Sizes as in https://github.com/kubernetes/apiserver/blob/v0.34.3/pkg/cel/limits.go and common/schemas.go beside it.
const largestRequest = 3 * 1024 * 1024;
const longestText = largestRequest - 2;
const longestDuration = 32;
const dateLength = 12;
const longestTime = 32;
const shortestTime = 21;
const shortestDuration = 3;

const plainText = { ...stringType, most: longestText, leastBytes: 2 };

/**
 * The type that rules see for a schema; undefined where they see nothing, as of fields that are kept without a schema.
 * @param isResource for the root, and for resources within resources
 * @param name of the type; two places of a schema never have the same type
 */
export function ruleType(schema: SchemaNode, isResource: boolean, name: string): CelType | undefined {
  if (schema.intOrString) return { ...dynType, most: textLimit(schema, longestText), leastBytes: 1 };
  const node = isResource ? asResource(schema) : schema;
  switch (node.type) {
    case 'array':
      return listOf(node, name);
    case 'object':
      return typeof node.additional === 'object' ? mapOf(node, node.additional, name) : objectOf(node, name);
    case 'string':
      return textOf(node);
    case 'boolean':
      return { ...boolType, leastBytes: 4 };
    case 'number':
      return { ...doubleType, leastBytes: 1 };
    case 'integer':
      return { ...intType, leastBytes: 1 };
    default:
      return undefined;
  }
}

const text = schemaNode({ type: 'string' });
const metadata = schemaNode({
  type: 'object',
  properties: { name: { type: 'string' }, generateName: { type: 'string' } },
});

const resources = new WeakMap<SchemaNode, SchemaNode>();

/** With apiVersion, kind and the two names of metadata, which every resource has. */
export function asResource(schema: SchemaNode): SchemaNode {
  const known = resources.get(schema);
  if (known) return known;
  const resource = namesAll(schema)
    ? schema
    : {
        ...schema,
        properties: new Map([
          ...schema.properties,
          ['kind', text],
          ['apiVersion', text],
          ['metadata', metadata],
        ]),
      };
  resources.set(schema, resource);
  return resource;
}

function namesAll({ properties }: SchemaNode): boolean {
  const own = properties.get('metadata');
  const texts = [properties.get('kind'), properties.get('apiVersion')];
  const names = [own?.properties.get('name'), own?.properties.get('generateName')];
  return own?.type === 'object' && [...texts, ...names].every((schema) => schema?.type === 'string');
}

function listOf(schema: SchemaNode, name: string): CelType | undefined {
  if (!schema.items) return undefined;
  const element = ruleType(schema.items, schema.items.embedded, `${name}.@idx`);
  if (!element) return undefined;
  const fitting = Math.floor((largestRequest - 2) / ((element.leastBytes ?? 0) + 1));
  return { ...listType(element), most: limit(schema.bounds.maxItems) ?? fitting, leastBytes: 2 };
}

function mapOf(schema: SchemaNode, values: SchemaNode, name: string): CelType | undefined {
  const value = ruleType(values, values.embedded, `${name}.@elem`);
  if (!value) return undefined;
  const fitting = Math.floor((largestRequest - 2) / ((value.leastBytes ?? 0) + 6));
  const most = limit(schema.bounds.maxProperties) ?? fitting;
  return { ...mapType({ ...stringType, most: 0, leastBytes: 2 }, value), most, leastBytes: 2 };
}

function objectOf(schema: SchemaNode, name: string): CelType {
  const fields = new Map<string, CelType>();
  let leastBytes = 2;
  for (const [property, propertySchema] of schema.properties) {
    const type = ruleType(propertySchema, propertySchema.embedded, `${name}.${property}`);
    if (!type) continue;
    const inRules = celName(property);
    if (inRules !== undefined) fields.set(inRules, type);
    // Fields with a default need not be written.
    if (schema.required.includes(property) && propertySchema.default === undefined) {
      leastBytes += Buffer.byteLength(property) + (type.leastBytes ?? 0) + 4;
    }
  }
  return { kind: 'object', name, params: [], fields, most: 0, leastBytes };
}

function textOf(schema: SchemaNode): CelType {
  switch (schema.format) {
    case 'byte':
      return { ...bytesType, most: limit(schema.bounds.maxLength) ?? longestText, leastBytes: 2 };
    case 'duration':
      return { ...durationType, most: longestDuration, leastBytes: shortestDuration };
    case 'date':
      return { ...timestampType, most: dateLength, leastBytes: dateLength };
    case 'date-time':
      return { ...timestampType, most: longestTime, leastBytes: shortestTime };
    default:
      return { ...plainText, most: textLimit(schema, longestMember(schema) ?? longestText) };
  }
}

/** A character takes up to four bytes. */
function textLimit(schema: SchemaNode, otherwise: number): number {
  const most = limit(schema.bounds.maxLength);
  return most === undefined ? otherwise : most * 4;
}

function longestMember(schema: SchemaNode): number | undefined {
  if (!schema.enum) return undefined;
  return schema.enum.reduce(
    (most: number, member) => Math.max(most, typeof member === 'string' ? Buffer.byteLength(member) : 0),
    0,
  );
}

function limit(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.max(0, value);
}
