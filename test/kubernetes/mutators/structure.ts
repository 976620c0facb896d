import { isArray, isObject, type JsonValue } from '../../../src/kubernetes/value.ts';
import type { Mutators } from './mutation.ts';
import { at, besides, memberOf, type Place, replacing } from './places.ts';

const unknownMembers: readonly [string, JsonValue][] = [
  ['enabled', true],
  ['note', 'see the wiki'],
  ['x-owner', 'platform'],
  ['options', { fast: true }],
];

function isField(place: Place): boolean {
  return typeof place.step === 'string';
}

/** Mistakes of shape: what is missing, doubled, empty, or at the wrong depth. */
export const structureMutators: Mutators = {
  'drop-field': replacing((place) => (isField(place) ? [undefined] : [])),
  'drop-item': replacing((place) => (isField(place) ? [] : [undefined])),
  'null-value': replacing(() => [null]),
  'empty-string': replacing(({ value }) => (typeof value === 'string' && value !== '' ? [''] : [])),
  'empty-list': replacing(({ value }) => (isArray(value) && value.length > 0 ? [[]] : [])),
  'empty-map': replacing(({ value }) => (isObject(value) && Object.keys(value).length > 0 ? [{}] : [])),
  'wrap-in-list': replacing(({ value }) => (isArray(value) ? [] : [[value]])),
  'unwrap-list': replacing(({ value }) => (isArray(value) && value[0] !== undefined ? [value[0]] : [])),
  'list-as-map': replacing(({ value }) =>
    isArray(value) && isObject(value[0]) ? [Object.assign({}, ...value.filter(isObject))] : [],
  ),
  'duplicate-item': at(function* ({ path, value }) {
    if (!isArray(value)) return;
    for (const item of value) yield [{ path, value: [...value, item] }];
  }),
  'swap-items': replacing(({ value }) => (isArray(value) && value.length > 1 ? [[...value].reverse()] : [])),
  'unknown-member': at(function* (place) {
    if (!isObject(place.value)) return;
    for (const [key, value] of unknownMembers) yield [{ path: memberOf(place, key), value }];
  }),
  'move-to-parent': at(function* (place) {
    if (!isField(place) || place.path.length < 2 || typeof place.path.at(-2) === 'number') return;
    const up = [...place.path.slice(0, -2), place.step];
    yield [{ path: place.path }, { path: up, value: place.value }];
  }),
  'move-into-sibling': at(function* (place) {
    if (!isField(place) || !isObject(place.parent)) return;
    for (const [key, sibling] of Object.entries(place.parent)) {
      if (key === place.step || !isObject(sibling)) continue;
      yield [{ path: [...besides(place, key), place.step], value: place.value }, { path: place.path }];
    }
  }),
  'copy-to-parent': at(function* (place) {
    if (!isField(place) || place.path.length < 2 || typeof place.path.at(-2) === 'number') return;
    yield [{ path: [...place.path.slice(0, -2), place.step], value: place.value }];
  }),
  'swap-sibling-values': at(function* (place) {
    if (!isField(place) || !isObject(place.parent)) return;
    for (const [key, sibling] of Object.entries(place.parent)) {
      if (sibling === undefined || key <= String(place.step) || typeof sibling !== typeof place.value)
        continue;
      yield [
        { path: place.path, value: sibling },
        { path: besides(place, key), value: place.value },
      ];
    }
  }),
};
