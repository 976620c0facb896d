import { isObject } from '../../../src/kubernetes/value.ts';
import type { Mutators } from './mutation.ts';
import { at, besides, type Place, replacing } from './places.ts';

/** Renames a key in each of the ways that `spell` gives. */
function respelling(spell: (key: string) => readonly string[]) {
  return at(function* (place: Place) {
    if (typeof place.step !== 'string' || !isObject(place.parent)) return;
    for (const key of spell(place.step)) {
      if (key !== '' && key !== place.step)
        yield [{ path: place.path }, { path: besides(place, key), value: place.value }];
    }
  });
}

const middle = (word: string) => Math.floor(word.length / 2);
const transposed = (word: string) =>
  word.slice(0, middle(word)) +
  (word[middle(word) + 1] ?? '') +
  (word[middle(word)] ?? '') +
  word.slice(middle(word) + 2);
const isEnumWord = (text: string) => /^[A-Z][A-Za-z]+$/.test(text);

/** Slips of the keyboard, and spellings of other formats. */
export const spellingMutators: Mutators = {
  'letters-transposed': respelling((key) => [transposed(key)]),
  'letter-missing': respelling((key) => [key.slice(0, middle(key)) + key.slice(middle(key) + 1)]),
  'letter-doubled': respelling((key) => [key.slice(0, middle(key)) + key.slice(middle(key) - 1)]),
  'singular-or-plural': respelling((key) => [key.endsWith('s') ? key.slice(0, -1) : `${key}s`]),
  'snake-case': respelling((key) => [key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
  'kebab-case': respelling((key) => [key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)]),
  'lower-case-key': respelling((key) => [key.toLowerCase()]),
  'capital-key': respelling((key) => [key.charAt(0).toUpperCase() + key.slice(1)]),
  'key-with-space': respelling((key) => [`${key} `]),
  'enum-lower-case': replacing(({ value }) =>
    typeof value === 'string' && isEnumWord(value) ? [value.toLowerCase()] : [],
  ),
  'enum-upper-case': replacing(({ value }) =>
    typeof value === 'string' && isEnumWord(value) ? [value.toUpperCase()] : [],
  ),
  'enum-misspelled': replacing(({ value }) =>
    typeof value === 'string' && isEnumWord(value)
      ? [transposed(value), `${value}s`, value.slice(0, -1)]
      : [],
  ),
  'enum-padded': replacing(({ value }) =>
    typeof value === 'string' && isEnumWord(value) ? [`${value} `] : [],
  ),
  'value-changed-case': replacing(({ value }) =>
    typeof value === 'string' && /^[a-z]/.test(value) ? [value.charAt(0).toUpperCase() + value.slice(1)] : [],
  ),
};
