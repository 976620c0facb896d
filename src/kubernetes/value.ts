/**
 * A decoded document, as the API server has it after reading YAML or JSON. Whole numbers that a double cannot hold
 * exactly are bigint.
 */
export type JsonValue = null | boolean | number | bigint | string | JsonArray | JsonObject;

export type JsonArray = readonly JsonValue[];

/**
 * Keys are what the document says, `__proto__` included, as own properties. Read known fields by name, and all
 * others with `Object.keys`: `in` and `for ... in` see what every object inherits.
 */
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** True for a mapping. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a list. `Array.isArray` does not narrow readonly arrays. */
export function isArray(value: JsonValue | undefined): value is JsonArray {
  return Array.isArray(value);
}
