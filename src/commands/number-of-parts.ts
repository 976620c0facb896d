import { positiveNumber } from './parse-arguments.ts';
import { mostShards } from './shards.ts';
import { UsageError } from './usage-error.ts';

/** Into how many parts a run is shared out; throws a {@link UsageError} for what is no such number. */
export function numberOfParts(option: string, text: string): number {
  const number = positiveNumber(option, text);
  if (number <= mostShards) return number;
  throw new UsageError(`${option}: ${text} is more than ${mostShards}`);
}
