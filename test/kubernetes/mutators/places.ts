import { isArray, isObject, type JsonObject, type JsonValue } from '../../../src/kubernetes/value.ts';
import type { Mutation, Mutator, Step } from './mutation.ts';

/** A value of a document and where it stands. */
export interface Place {
  readonly path: readonly Step[];
  readonly value: JsonValue;
  /** The last key of the path; an index for an item of a list. */
  readonly step: Step;
  /** The nearest key: of an item, its list's. */
  readonly field: string;
  /** What holds the value. */
  readonly parent: JsonValue;
}

/** Every value below the root, a parent before what it holds. `apiVersion` and `kind` at the top are left out. */
export function* placesOf(document: JsonObject): Generator<Place> {
  for (const [key, value] of Object.entries(document)) {
    if (key === 'apiVersion' || key === 'kind' || value === undefined) continue;
    yield* placesAt({ path: [key], value, step: key, field: key, parent: document });
  }
}

function* placesAt(place: Place): Generator<Place> {
  yield place;
  const { path, value, field } = place;
  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* placesAt({ path: [...path, index], value: item, step: index, field, parent: value });
    }
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined) continue;
      yield* placesAt({ path: [...path, key], value: member, step: key, field: key, parent: value });
    }
  }
}

/** A mutator that changes one value at a time: `change` gives its replacements, `undefined` to take it away. */
export function replacing(change: (place: Place) => readonly (JsonValue | undefined)[]): Mutator {
  return function* (document) {
    for (const place of placesOf(document)) {
      for (const value of change(place)) yield [{ path: place.path, value }];
    }
  };
}

/** A mutator that looks at one value at a time and may edit anywhere. */
export function at(mutations: (place: Place, document: JsonObject) => Iterable<Mutation>): Mutator {
  return function* (document) {
    for (const place of placesOf(document)) yield* mutations(place, document);
  };
}

/** The path of a member of what stands at `place`. */
export function memberOf(place: Place, key: Step): readonly Step[] {
  return [...place.path, key];
}

/** The path of another member of what holds `place`. */
export function besides(place: Place, key: Step): readonly Step[] {
  return [...place.path.slice(0, -1), key];
}

/** The kind of place by its nearest keys, `containers[]` or `spec.selector`; of a pod's spec always `pod.spec`. */
export function contextOf(path: readonly Step[], kind: string): string {
  const names = path.filter((step) => typeof step === 'string');
  const inList = typeof path.at(-1) === 'number' ? '[]' : '';
  const last = names.at(-1) ?? '';
  const before = names.at(-2) ?? kind;
  const isPodSpec = last === 'spec' && (before === 'template' || (kind === 'Pod' && names.length === 1));
  if (isPodSpec) return 'pod.spec';
  return inList ? `${last}[]` : `${before}.${last}`;
}
