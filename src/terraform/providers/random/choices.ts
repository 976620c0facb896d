import { Configuration } from '../configuration.ts';
import { DerivedNumbers, deriveBytes } from '../derive.ts';
import { uuidOf } from '../derived-id.ts';
import type { Emulate } from '../family.ts';
import { seedOf } from './seed.ts';

/** `random_integer`: https://registry.terraform.io/providers/hashicorp/random/latest/docs/resources/integer */
export const randomInteger: Emulate = (request) => {
  const config = new Configuration(request);
  config.require('min', 'max');
  const min = config.wholeNumber('min') ?? 0;
  const max = config.wholeNumber('max') ?? min;
  if (min > max)
    config.refuse('The attribute "min" of random_integer must not be greater than "max".', 'min');
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  // JavaScript's whole numbers end near 2^53, derived ones at 2^48.
  const count = Math.min(max - min + 1, 2 ** 48);
  const result = min + new DerivedNumbers(seedOf(request, config)).below(count);
  const values = { id: String(result), result };
  return { values, ...(!config.isKnown('min', 'max') && { placeholders: ['id', 'result'] }) };
};

const most = 100_000;

/** `random_shuffle`: https://registry.terraform.io/providers/hashicorp/random/latest/docs/resources/shuffle */
export const randomShuffle: Emulate = (request) => {
  const config = new Configuration(request);
  config.require('input');
  const input = config.texts('input');
  const count = config.wholeNumber('result_count') ?? input.length;
  if (count < 0 || count > most)
    config.refuse(
      `The attribute "result_count" of random_shuffle must be at most ${most}, and not negative.`,
      'result_count',
    );
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const numbers = new DerivedNumbers(`${seedOf(request, config)}\n${config.text('seed') ?? ''}`);
  const result: string[] = [];
  // More than there are start over with another order.
  while (input.length > 0 && result.length < count) result.push(...numbers.shuffle(input));
  const values = { id: '-', result: result.slice(0, count) };
  return { values, ...(!config.isKnown('input', 'result_count') && { placeholders: ['result'] }) };
};

/** `random_uuid`: https://registry.terraform.io/providers/hashicorp/random/latest/docs/resources/uuid */
export const randomUuid: Emulate = (request) => {
  const result = uuidOf(deriveBytes(seedOf(request, new Configuration(request)), 16), 4);
  return { values: { id: result, result } };
};

/** `random_uuid7`: a UUID that starts with the time. */
export const randomUuid7: Emulate = (request, { now }) => {
  const bytes = deriveBytes(seedOf(request, new Configuration(request)), 16);
  bytes.writeUIntBE(now * 1000, 0, 6);
  const result = uuidOf(bytes, 7);
  return { values: { id: result, result } };
};
