import { child, type FieldPath, formatPath } from '../field-path.ts';
import { quoted } from '../meta/quoted.ts';
import type { Problems } from '../problem.ts';
import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from '../value.ts';
import type { SchemaNode } from './schema-node.ts';

/** Items of `x-kubernetes-list-type: set` and keys of `map` occur once. */
export function checkListTypes(
  value: JsonValue,
  schema: SchemaNode,
  path: FieldPath | undefined,
  problems: Problems,
): void {
  if (isArray(value)) checkList(value, schema, path, problems);
  else if (isObject(value)) checkObject(value, schema, path, problems);
}

function checkObject(
  object: JsonObject,
  schema: SchemaNode,
  path: FieldPath | undefined,
  problems: Problems,
): void {
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (typeof value !== 'object' || value === null) continue;
    const own = schema.properties.get(key);
    if (own) checkListTypes(value, own, child(path, key), problems);
    if (typeof schema.additional === 'object')
      checkListTypes(value, schema.additional, child(path, key), problems);
  }
}

function checkList(
  list: JsonArray,
  schema: SchemaNode,
  path: FieldPath | undefined,
  problems: Problems,
): void {
  if (schema.listType === 'set') reportRepeated(list, path, problems, (item) => quoted(item));
  if (schema.listType === 'map' && list.every((item) => item === null || isObject(item))) {
    const keys = list.map((item) => keysOf(isObject(item) ? item : {}, schema.listMapKeys));
    reportRepeated(keys, path, problems, (key) => quoted(key));
  }
  if (!schema.items) return;
  for (const [index, item] of list.entries()) {
    if (typeof item === 'object' && item !== null)
      checkListTypes(item, schema.items, child(path, index), problems);
  }
}

function keysOf(item: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(item, key) ? [[key, item[key]]] : [])));
}

function reportRepeated(
  values: JsonArray,
  path: FieldPath | undefined,
  problems: Problems,
  words: (value: JsonValue) => string,
): void {
  if (values.length < 2) return;
  const seen = new Map<string, number>();
  for (const [index, value] of values.entries()) {
    const identity = canonical(value);
    const first = seen.get(identity);
    if (first === undefined) {
      seen.set(identity, index);
      continue;
    }
    const at = child(path, index);
    const earlier = formatPath(child(path, first));
    problems.value('schema/duplicate-item', at, `${formatPath(at)} repeats ${words(value)} of ${earlier}`);
  }
}

/** The same text for equal values: keys sorted, as Go writes maps. */
export function canonical(value: JsonValue | undefined): string {
  if (isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return typeof value === 'bigint' ? value.toString() : JSON.stringify(value ?? null);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
}
