import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from '../value.ts';
import { fieldSchema, type SchemaNode } from './schema-node.ts';

/**
 * The value with what the API server does to it first: null where the schema allows none is left out or, where there
 * is a default, replaced; absent fields get their defaults. The value itself when nothing is to be done.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting-and-nullable
 */
export function complete(value: JsonValue, schema: SchemaNode | undefined): JsonValue {
  if (!schema) return value;
  if (isObject(value)) return completeObject(value, schema);
  return isArray(value) ? completeList(value, schema.items) : value;
}

function completeObject(object: JsonObject, schema: SchemaNode): JsonObject {
  let copy: Record<string, JsonValue | undefined> | undefined;
  for (const key of Object.keys(object)) {
    const before = object[key] ?? null;
    const after = completeField(before, fieldSchema(schema, key));
    if (after === before) continue;
    copy ??= copyOf(object);
    if (after === undefined) delete copy[key];
    else copy[key] = after;
  }
  for (const [key, property] of schema.properties) {
    if (property.default === undefined || Object.hasOwn(copy ?? object, key)) continue;
    copy ??= copyOf(object);
    // A default is completed too: it may leave out fields that have defaults of their own.
    copy[key] = complete(property.default, property);
  }
  return copy ?? object;
}

function completeField(value: JsonValue, schema: SchemaNode | undefined): JsonValue | undefined {
  if (value !== null || !schema || schema.nullable) return complete(value, schema);
  return schema.default === undefined ? undefined : complete(schema.default, schema);
}

function completeList(list: JsonArray, schema: SchemaNode | undefined): JsonArray {
  if (!schema) return list;
  let copy: JsonValue[] | undefined;
  for (const [index, item] of list.entries()) {
    const replaced =
      item === null && !schema.nullable && schema.default !== undefined ? schema.default : item;
    const after = complete(replaced, schema);
    if (after === item) continue;
    copy ??= [...list];
    copy[index] = after;
  }
  return copy ?? list;
}

/** Keys stay own properties, `__proto__` among them. */
function copyOf(object: JsonObject): Record<string, JsonValue | undefined> {
  return Object.fromEntries(Object.entries(object));
}
