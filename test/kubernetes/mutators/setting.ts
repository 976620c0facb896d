import { isObject, type JsonObject, type JsonValue } from '../../../src/kubernetes/value.ts';
import type { Mutation, Mutator } from './mutation.ts';
import { contextOf, type Place, placesOf } from './places.ts';

/** Members to write into an object of one context, each with the values to try. */
export type Settings = Readonly<Record<string, readonly JsonValue[]>>;

/** A mutator that writes one member into each object whose context is listed (see `contextOf`). */
export function setting(contexts: readonly string[], settings: Settings): Mutator {
  return function* (document) {
    const kind = String(document['kind']);
    for (const place of placesOf(document)) {
      if (isObject(place.value) && contexts.includes(contextOf(place.path, kind)))
        yield* eachSetting(place, settings);
    }
  };
}

function* eachSetting(place: Place, settings: Settings): Generator<Mutation> {
  for (const [key, values] of Object.entries(settings)) {
    for (const value of values) yield [{ path: [...place.path, key], value }];
  }
}

/** The same for the document itself, where it is of one of the kinds. */
export function settingTop(kinds: readonly string[], settings: Settings): Mutator {
  return function* (document: JsonObject) {
    if (!kinds.includes(String(document['kind']))) return;
    for (const [key, values] of Object.entries(settings)) {
      for (const value of values) yield [{ path: [key], value }];
    }
  };
}

/** Puts more items at the end of lists. */
export function appending(field: string, items: readonly JsonValue[]): Mutator {
  return function* (document) {
    for (const place of placesOf(document)) {
      if (place.step !== field || !Array.isArray(place.value)) continue;
      for (const item of items) yield [{ path: place.path, value: [...place.value, item] }];
    }
  };
}
