import { isArray, isObject } from '../../../src/kubernetes/value.ts';
import type { Mutators } from './mutation.ts';
import { replacing } from './places.ts';

const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);

/** A value of another type, most of them as YAML makes them when quotes are missing or too many. */
export const typeMutators: Mutators = {
  'number-quoted': replacing(({ value }) => (typeof value === 'number' ? [String(value)] : [])),
  'boolean-quoted': replacing(({ value }) => (typeof value === 'boolean' ? [String(value), 'yes'] : [])),
  'boolean-for-string': replacing(({ value }) => (typeof value === 'string' ? [true] : [])),
  'number-for-string': replacing(({ value }) => (typeof value === 'string' ? [8080] : [])),
  'float-for-string': replacing(({ value }) => (typeof value === 'string' ? [1.5] : [])),
  'float-for-integer': replacing(({ value }) => (Number.isInteger(value) ? [Number(value) + 0.5] : [])),
  'word-for-number': replacing(({ value }) => (typeof value === 'number' ? ['many', '10s', '5%'] : [])),
  'number-for-boolean': replacing(({ value }) => (typeof value === 'boolean' ? [1, 0] : [])),
  'boolean-flipped': replacing(({ value }) => (typeof value === 'boolean' ? [!value] : [])),
  'map-for-scalar': replacing(({ value }) => (isScalar(value) ? [{ value: 'x' }] : [])),
  'scalar-for-map': replacing(({ value }) => (isObject(value) ? ['default', true] : [])),
  'text-for-list': replacing(({ value }) => (isArray(value) ? [value.filter(isScalar).join(' ')] : [])),
  'map-for-list': replacing(({ value }) => (isArray(value) ? [{}] : [])),
  'list-for-map': replacing(({ value }) =>
    isObject(value) ? [Object.entries(value).map(([name, of]) => ({ name, value: of ?? null }))] : [],
  ),
  'pairs-as-text': replacing(({ value }) =>
    isObject(value) && Object.values(value).every(isScalar)
      ? [Object.entries(value).map(([key, of]) => `${key}=${String(of)}`)]
      : [],
  ),
};
