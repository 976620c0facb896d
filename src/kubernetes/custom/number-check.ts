import { type FieldPath, formatPath } from '../field-path.ts';
import type { Problems } from '../problem.ts';
import type { Bounds } from './schema-bounds.ts';

/** Checks a number against `minimum` and the like. */
export function checkNumber(
  value: number | bigint,
  bounds: Bounds,
  path: FieldPath | undefined,
  problems: Problems,
): void {
  const { minimum, maximum, multipleOf } = bounds;
  const say = (words: string) => {
    const name = path ? formatPath(path) : 'the value';
    problems.value('schema/custom-resource', path, `${name} must be ${words}, not ${value}`);
  };
  const isWhole = typeof value === 'bigint' || Number.isInteger(value);
  // The server cuts a limit's fraction off where it meets a whole number.
  const limit = (bound: number) => (isWhole ? Math.trunc(bound) : bound);
  if (minimum !== undefined) {
    if (bounds.exclusiveMinimum ? value <= limit(minimum) : value < limit(minimum)) {
      say(bounds.exclusiveMinimum ? `greater than ${minimum}` : `at least ${minimum}`);
    }
  }
  if (maximum !== undefined) {
    if (bounds.exclusiveMaximum ? value >= limit(maximum) : value > limit(maximum)) {
      say(bounds.exclusiveMaximum ? `less than ${maximum}` : `at most ${maximum}`);
    }
  }
  if (multipleOf !== undefined && !isMultiple(value, multipleOf, isWhole)) say(`a multiple of ${multipleOf}`);
}

function isMultiple(value: number | bigint, factor: number, isWhole: boolean): boolean {
  if (isWhole) {
    const whole = BigInt(Math.trunc(factor));
    // A factor below one is none to the server, which refuses all whole numbers then.
    return whole > 0n && BigInt(value) % whole === 0n;
  }
  const quotient = factor < 1 ? (1 / factor) * Number(value) : Number(value) / factor;
  return factor > 0 && isNearlyWhole(quotient);
}

/** As go-openapi's `swag.IsFloat64AJSONInteger`. */
function isNearlyWhole(value: number): boolean {
  if (!Number.isFinite(value)) return false;
  const whole = Math.trunc(value);
  const difference = Math.abs(value - whole);
  return value === whole || difference / (Math.abs(value) + Math.abs(whole)) < 1e-9;
}
