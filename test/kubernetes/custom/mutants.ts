import { isArray, isObject, type JsonObject, type JsonValue } from '../../../src/kubernetes/value.ts';
import type { SeededRandom } from './seeded-random.ts';

type Step = string | number;

// Values that are right in one place and wrong in most others.
const strays: readonly [JsonValue, ...JsonValue[]] = [
  null,
  true,
  0,
  -1,
  7,
  2.5,
  65536,
  3000000000,
  '',
  ' ',
  'a',
  'A_b',
  '5',
  '25%',
  '10.0.0.5',
  '10.0.0.5/33',
  '10.0.5.0/24',
  '2001:db8::5',
  '2001:DB8::/32',
  '1Gi',
  '50m',
  '1.5h',
  '90 days',
  'https://x.example/y',
  '//a//b',
  '(?i)x',
  '2024-02-30',
  '2024-01-15T10:00:00Z',
  'system:x',
  'admin',
  'x'.repeat(260),
  [],
  {},
  [1],
  { a: 'b' },
];

/** Copies of `document` with one thing changed in each: fields removed, doubled, emptied, or given other values. */
export function mutantsOf(document: JsonObject, changesPerPlace: number, random: SeededRandom): JsonObject[] {
  return placesIn(document, []).flatMap((place) => {
    if (isFixed(place)) return [];
    const changes: JsonObject[] = [];
    for (let count = 0; count < changesPerPlace; count += 1) changes.push(change(document, place, random));
    return changes;
  });
}

/** These say which definition a document is for, and where it goes. */
function isFixed(place: readonly Step[]): boolean {
  const path = place.join('.');
  return path === '' || path === 'apiVersion' || path === 'kind' || path === 'metadata.namespace';
}

function placesIn(value: JsonValue, at: readonly Step[]): (readonly Step[])[] {
  if (isArray(value)) return [at, ...value.flatMap((item, index) => placesIn(item, [...at, index]))];
  if (!isObject(value)) return [at];
  return [at, ...Object.keys(value).flatMap((key) => placesIn(value[key] ?? null, [...at, key]))];
}

function change(document: JsonObject, place: readonly Step[], random: SeededRandom): JsonObject {
  const copy = structuredClone(document);
  const last = place.at(-1) ?? '';
  let parent: unknown = copy;
  for (const step of place.slice(0, -1)) parent = Reflect.get(Object(parent), step);
  const holder = Object(parent);
  const value: JsonValue = Reflect.get(holder, last);
  switch (random.below(6)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(last), 1);
      else Reflect.deleteProperty(holder, last);
      break;
    case 1:
      if (Array.isArray(holder)) holder.push(structuredClone(value));
      else Reflect.set(holder, `${last}x`, value);
      break;
    case 2:
      Reflect.set(holder, last, nearby(value, random));
      break;
    default:
      Reflect.set(holder, last, structuredClone(random.pick(strays)));
  }
  return copy;
}

function nearby(value: JsonValue, random: SeededRandom): JsonValue {
  if (typeof value === 'number') return value + random.pick([1, -1, 0.5, 1000, -value, -2 * value]);
  if (typeof value === 'string') {
    const changed = [
      value.toUpperCase(),
      `${value}-`,
      value.slice(1),
      `${value}${value}`,
      value.slice(0, -1),
    ];
    return random.pick([`${value}0`, ...changed]);
  }
  if (typeof value === 'boolean') return random.pick<JsonValue>([!value, String(value)]);
  if (isArray(value))
    return random.pick<JsonValue>([[...value, ...value], [...value].reverse(), value.slice(1)]);
  return isObject(value) ? { ...value, added: 'x' } : 'x';
}
