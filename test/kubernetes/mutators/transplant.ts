import { isArray, isObject, type JsonObject, type JsonValue } from '../../../src/kubernetes/value.ts';
import type { Mutation, Mutators } from './mutation.ts';
import { contextOf, memberOf, type Place, placesOf } from './places.ts';

/** What other documents write in one context: by member, the values seen, without repeats. */
type Members = Map<string, Map<string, JsonValue>>;

/** Values by context (see `contextOf`). */
export type Dictionary = ReadonlyMap<string, Members>;

export function dictionaryOf(documents: readonly JsonObject[]): Dictionary {
  const dictionary = new Map<string, Members>();
  for (const document of documents) {
    const kind = String(document['kind']);
    for (const { path, value } of placesOf(document)) {
      const context = contextOf(path, kind);
      if (isObject(value)) learn(dictionary, context, Object.entries(value));
      else if (isArray(value))
        learn(
          dictionary,
          `${context} items`,
          value.map((item) => ['', item] as const),
        );
    }
  }
  return dictionary;
}

function learn(
  dictionary: Map<string, Members>,
  context: string,
  entries: readonly (readonly [string, JsonValue | undefined])[],
): void {
  const members = dictionary.get(context) ?? new Map<string, Map<string, JsonValue>>();
  dictionary.set(context, members);
  for (const [key, value] of entries) {
    if (value === undefined) continue;
    const values = members.get(key) ?? new Map<string, JsonValue>();
    members.set(key, values.set(JSON.stringify(value), value));
  }
}

/** What copying from another manifest does: a member or an item that stood in the same context elsewhere. */
export function transplants(dictionary: Dictionary): Mutators {
  const eachObject = (mutations: (place: Place, members: Members) => Iterable<Mutation>) =>
    function* (document: JsonObject) {
      for (const place of placesOf(document)) {
        const members = dictionary.get(contextOf(place.path, String(document['kind'])));
        if (isObject(place.value) && members) yield* mutations(place, members);
      }
    };
  return {
    'member-from-elsewhere': eachObject(function* (place, members) {
      for (const [key, values] of members) {
        if (isObject(place.value) && key in place.value) continue;
        for (const value of values.values()) yield [{ path: memberOf(place, key), value }];
      }
    }),
    'value-from-elsewhere': eachObject(function* (place, members) {
      for (const [key, values] of members) {
        if (!isObject(place.value) || !(key in place.value)) continue;
        for (const value of values.values()) yield [{ path: memberOf(place, key), value }];
      }
    }),
    'item-from-elsewhere': function* (document) {
      for (const { path, value } of placesOf(document)) {
        if (!isArray(value)) continue;
        const items = dictionary.get(`${contextOf(path, String(document['kind']))} items`)?.get('');
        for (const item of items?.values() ?? []) yield [{ path, value: [...value, item] }];
      }
    },
  };
}
