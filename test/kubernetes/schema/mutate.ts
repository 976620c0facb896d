import { isArray, isObject, type JsonObject, type JsonValue } from '../../../src/kubernetes/value.ts';

/** What each value of a document is replaced by; `undefined` takes it out. */
const replacements: readonly (JsonValue | undefined)[] = [
  undefined,
  null,
  '',
  'Bogus',
  '12',
  0,
  -1,
  1.5,
  2 ** 31,
  true,
  [],
  ['Bogus'],
  [null],
  {},
  { bogus: 1 },
];

/** Copies of a document, each with one value replaced, one field added, or one item of a list written twice. */
export function* mutantsOf(document: JsonValue): Generator<JsonValue> {
  if (isArray(document)) yield* mutantsOfList(document);
  else if (isObject(document)) yield* mutantsOfMapping(document);
}

function* mutantsOfList(list: readonly JsonValue[]): Generator<JsonValue> {
  for (const [index, item] of list.entries()) {
    const before = list.slice(0, index);
    const after = list.slice(index + 1);
    yield [...list, item];
    for (const mutant of mutantsOfValue(item))
      yield mutant === undefined ? [...before, ...after] : [...before, mutant, ...after];
  }
}

function* mutantsOfMapping(mapping: JsonObject): Generator<JsonValue> {
  yield { ...mapping, unheardOf: 'x' };
  for (const [key, value] of Object.entries(mapping)) {
    const { [key]: _, ...rest } = mapping;
    yield { ...rest, [key.charAt(0).toUpperCase() + key.slice(1)]: value };
    if (value === undefined) continue;
    for (const mutant of mutantsOfValue(value))
      yield mutant === undefined ? rest : { ...rest, [key]: mutant };
  }
}

function* mutantsOfValue(value: JsonValue): Generator<JsonValue | undefined> {
  yield* replacements;
  yield* mutantsOf(value);
}
