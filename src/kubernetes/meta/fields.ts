import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from '../value.ts';

/** Fields of an object, as Go has them after decoding: null is absent, and an absent string is empty. */

const noItems: JsonArray = [];
const noFields: JsonObject = {};

/** A string field, empty when it is absent. */
export function text(object: JsonObject | undefined, key: string): string {
  const value = object?.[key];
  return typeof value === 'string' ? value : '';
}

/** A mapping; undefined when it is absent. */
export function map(object: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = object?.[key];
  return isObject(value) ? value : undefined;
}

/** A list, empty when it is absent. */
export function list(object: JsonObject | undefined, key: string): JsonArray {
  const value = object?.[key];
  return isArray(value) ? value : noItems;
}

/** A number; undefined when it is absent. What a double cannot hold is rounded. */
export function whole(object: JsonObject | undefined, key: string): number | undefined {
  const value = object?.[key];
  if (typeof value === 'number') return value;
  return typeof value === 'bigint' ? Number(value) : undefined;
}

/** A boolean; undefined when it is absent. */
export function flag(object: JsonObject | undefined, key: string): boolean | undefined {
  const value = object?.[key];
  return typeof value === 'boolean' ? value : undefined;
}

/** True when the document has something there, be it empty. */
export function present(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null;
}

/** Values of a map of strings: Go reads null as the empty string there. */
export function entryText(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** An item of a list of objects; null is an object without fields, as Go decodes it. */
export function itemOf(item: JsonValue | undefined): JsonObject {
  return isObject(item) ? item : noFields;
}

/** A string that Go keeps as a pointer: `''` and absent differ. */
export function pointedText(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' ? value : undefined;
}
