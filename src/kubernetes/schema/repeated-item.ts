import { isObject, type JsonArray, type JsonValue } from '../value.ts';
import type { Field } from './struct.ts';

// Up to here it takes less to compare all with all than to make a set.
const few = 8;

/**
 * Index of the first item that has the same keys as one before it; -1 when there is none.
 *
 * @param keys fields that tell the items apart; none for a list of scalars
 * @param fields of the items, for the defaults of keys that are left out
 */
export function repeatedItem(
  items: JsonArray,
  keys: readonly string[],
  fields: ReadonlyMap<string, Field> | undefined,
): number {
  const [only] = keys;
  if (items.length === 2 && keys.length === 1 && only !== undefined)
    return sameKey(items[0], items[1], only) ? 1 : -1;
  if (items.length <= few) return repeatedOfFew(items, keys, fields);
  const seen = new Set<string | number | boolean | bigint>();
  for (let index = 0; index < items.length; index += 1) {
    const identity = identityOf(items[index], keys, fields);
    if (identity === undefined) continue;
    if (seen.has(identity)) return index;
    seen.add(identity);
  }
  return -1;
}

/** The usual list has few items and one key. */
function sameKey(a: JsonValue | undefined, b: JsonValue | undefined, key: string): boolean {
  if (!isObject(a) || !isObject(b)) return false;
  const value = a[key];
  return value !== undefined && value !== null && value === b[key];
}

function repeatedOfFew(
  items: JsonArray,
  keys: readonly string[],
  fields: ReadonlyMap<string, Field> | undefined,
): number {
  for (let index = 1; index < items.length; index += 1) {
    for (let earlier = 0; earlier < index; earlier += 1) {
      if (isSame(items[earlier], items[index], keys, fields)) return index;
    }
  }
  return -1;
}

/** As equal identities; the first key tells nearly all items apart. */
function isSame(
  a: JsonValue | undefined,
  b: JsonValue | undefined,
  keys: readonly string[],
  fields: ReadonlyMap<string, Field> | undefined,
): boolean {
  const [first] = keys;
  if (first === undefined) return scalar(a) !== undefined && scalar(a) === scalar(b);
  if (!isObject(a) || !isObject(b)) return false;
  const value = scalar(a[first]);
  if (keys.length === 1) return value !== undefined && value === scalar(b[first]);
  const other = b[first];
  // Of different types they may yet be one: an absent value and its default.
  if (typeof value === typeof other && value !== undefined && value !== other) return false;
  const identity = identityOf(a, keys, fields);
  return identity !== undefined && identity === identityOf(b, keys, fields);
}

function identityOf(
  item: JsonValue | undefined,
  keys: readonly string[],
  fields: ReadonlyMap<string, Field> | undefined,
): string | number | boolean | bigint | undefined {
  const [first] = keys;
  if (first === undefined) return scalar(item);
  if (!isObject(item)) return undefined;
  if (keys.length === 1) return scalar(item[first]);
  let written = false;
  const parts = keys.map((key) => {
    const value = scalar(item[key]);
    if (value !== undefined) written = true;
    return value ?? fields?.get(key)?.default ?? '';
  });
  return written
    ? JSON.stringify(parts, (_, part) => (typeof part === 'bigint' ? `${part}` : part))
    : undefined;
}

function scalar(value: JsonValue | undefined): string | number | boolean | bigint | undefined {
  return typeof value === 'object' || value === null ? undefined : value;
}
