import {
  CelError,
  type CelValue,
  Duration,
  type ListSemantics,
  ListValue,
  MapValue,
  ObjectValue,
  Timestamp,
} from '../cel/value.ts';
import { parseDate, parseTime } from '../golang/time.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../value.ts';
import { celName } from './cel-name.ts';
import { readDuration } from './formats.ts';
import { asResource } from './rule-type.ts';
import type { SchemaNode } from './schema-node.ts';

/** A value of the object as rules see it. It has passed its schema. */
export function ruleValue(value: JsonValue, schema: SchemaNode, isResource: boolean): CelValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return schema.intOrString ? value : textValue(value, schema);
  if (typeof value === 'bigint') return schema.type === 'number' ? Number(value) : value;
  if (typeof value === 'number')
    return schema.type === 'number' || !Number.isInteger(value) ? value : BigInt(value);
  if (isArray(value)) return listValue(value, schema);
  return isObject(value) ? objectValue(value, isResource ? asResource(schema) : schema) : null;
}

function textValue(text: string, schema: SchemaNode): CelValue {
  switch (schema.type === 'string' ? schema.format : undefined) {
    case 'byte':
      return Buffer.from(text, 'base64url');
    case 'duration':
      return new Duration(known(readDuration(text)));
    case 'date':
      return new Timestamp(known(parseDate(text)));
    case 'date-time':
      return new Timestamp(text === '' ? 0n : known(parseTime(text, 'optional')));
    default:
      return text;
  }
}

function known(nanos: bigint | undefined): bigint {
  if (nanos === undefined) throw new CelError('invalid date-time formatted string');
  return nanos;
}

function listValue(list: readonly JsonValue[], schema: SchemaNode): ListValue {
  const { items } = schema;
  if (!items) return new ListValue([]);
  const values = list.map((item) => ruleValue(item, items, items.embedded));
  return new ListValue(values, semanticsOf(schema));
}

function semanticsOf({ listType, listMapKeys }: SchemaNode): ListSemantics | undefined {
  if (listType === 'set') return { kind: 'set', keyOf: scalarKey };
  if (listType !== 'map') return undefined;
  const names = listMapKeys.map((key) => celName(key) ?? key);
  const keyOf = (item: CelValue) =>
    item instanceof ObjectValue ? JSON.stringify(names.map((name) => scalarKey(item.get(name) ?? null))) : '';
  return { kind: 'map', keyOf };
}

function scalarKey(value: CelValue): string {
  return typeof value === 'bigint' ? `${value}` : JSON.stringify(value);
}

function objectValue(object: JsonObject, schema: SchemaNode): CelValue {
  const { additional } = schema;
  if (typeof additional === 'object' && schema.properties.size === 0) {
    const keys = Object.keys(object);
    return new MapValue(
      keys.map((key) => [key, ruleValue(object[key] ?? null, additional, additional.embedded)]),
    );
  }
  const byRuleName = namesOf(schema);
  const make = (field: string) => {
    const property = byRuleName.get(field);
    const own = property === undefined ? undefined : schema.properties.get(property);
    const value = property === undefined ? undefined : object[property];
    // Null is absent in an object with fields, whether the schema allows it or not.
    if (!own || value === undefined || value === null) return undefined;
    return ruleValue(value, own, own.embedded);
  };
  return new ObjectValue(make, () => [...byRuleName.keys()].filter((name) => make(name) !== undefined));
}

const ruleNames = new WeakMap<SchemaNode, ReadonlyMap<string, string>>();

/** Properties by the names that rules use for them. */
function namesOf(schema: SchemaNode): ReadonlyMap<string, string> {
  const known = ruleNames.get(schema);
  if (known) return known;
  const names = new Map<string, string>();
  for (const property of schema.properties.keys()) {
    const name = celName(property);
    if (name !== undefined) names.set(name, property);
  }
  ruleNames.set(schema, names);
  return names;
}
