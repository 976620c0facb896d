import { isObject, type JsonObject, type JsonValue } from '../value.ts';

const noFields: JsonObject = {};

/** An item of a list of objects; null is an object without fields, as Go decodes it. */
export function itemOf(item: JsonValue | undefined): JsonObject {
  return isObject(item) ? item : noFields;
}

/** A string that Go keeps as a pointer: `''` and absent differ. */
export function pointedText(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' ? value : undefined;
}
