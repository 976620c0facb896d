import type { JsonValue } from '../../../src/kubernetes/value.ts';
import type { Mutators } from './mutation.ts';
import { replacing } from './places.ts';

function numbers(...values: readonly JsonValue[]) {
  return replacing(({ value }) => (typeof value === 'number' ? values.filter((each) => each !== value) : []));
}

/** Whole numbers at and over the edges of what a field may hold. */
export const numberMutators: Mutators = {
  'number-zero': numbers(0),
  'number-one': numbers(1),
  'number-negative': numbers(-1),
  'number-large': numbers(101, 40_000, 65_536, 100_000),
  'number-huge': numbers(1_000_000_001, 2_147_483_647),
  'number-over-int32': numbers(2_147_483_648, -2_147_483_649, 5_000_000_000),
  'number-over-int64': numbers(9_223_372_036_854_775_807n, 9_223_372_036_854_775_808n),
  'number-doubled': replacing(({ value }) => (typeof value === 'number' ? [value * 2, value * 10] : [])),
  'number-next': replacing(({ value }) => (typeof value === 'number' ? [value + 1, value - 1] : [])),
};
