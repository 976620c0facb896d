import { isObject, type JsonObject, type JsonValue } from '../value.ts';

/** A mapping in the making. Of equal keys the last one counts. */
export class MappingBuilder {
  readonly object: { [key: string]: JsonValue } = {};

  /** False when the key was there already. */
  set(key: string, value: JsonValue): boolean {
    const { object } = this;
    // What every object inherits, such as `constructor`, is no key of this one.
    if (object[key] === undefined) {
      object[key] = value;
      return true;
    }
    const isNew = !Object.hasOwn(object, key);
    // Assigning `__proto__` would not make a key.
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
    return isNew;
  }

  /** Adds the keys of another mapping, and tells of those that were there already. */
  merge(source: JsonValue, isThere: (key: string) => void): void {
    if (!isObject(source)) return;
    const from: JsonObject = source;
    for (const key of Object.keys(from)) {
      const value = from[key];
      if (value !== undefined && !this.set(key, value)) isThere(key);
    }
  }
}
