import { parseDuration } from '../golang/duration.ts';
import { text } from '../meta/fields.ts';
import type { JsonObject } from '../value.ts';
import { type ConfigPart, refuse } from './config-field.ts';

export const millisecond = 1_000_000n;
export const second = 1000n * millisecond;
export const minute = 60n * second;

/** A duration in nanoseconds; undefined when it is absent. */
export function duration(object: JsonObject | undefined, key: string): bigint | undefined {
  const value = text(object, key);
  return value === '' ? undefined : parseDuration(value);
}

/** A duration that may be absent; `words` say what `holds` asks for. */
export function checkDuration(
  part: ConfigPart,
  key: string,
  holds: (nanoseconds: bigint) => boolean,
  words: string,
): void {
  const value = duration(part.object, key);
  if (value !== undefined && !holds(value))
    refuse(part, key, `must be ${words}, not ${text(part.object, key)}`);
}
