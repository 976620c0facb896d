import { type FieldPath, formatPath } from '../field-path.ts';
import type { Problems } from '../problem.ts';
import type { JsonValue } from '../value.ts';
import { quoted } from './quoted.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/apps/validation/validation.go
const percentage = /^[0-9]+%$/;

/** The number before `%`; undefined for anything else. */
function percentOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'string' && percentage.test(value) ? Number(value.slice(0, -1)) : undefined;
}

/** A number that is not negative, or a percentage. */
export function checkCountOrPercent(value: JsonValue | undefined, path: FieldPath, problems: Problems): void {
  if (typeof value === 'string') {
    if (percentage.test(value)) return;
    const message = `${formatPath(path)} must be a whole number or a percentage such as 25%, not ${quoted(value)}`;
    problems.value('manifest/invalid-value', path, message);
  } else if ((typeof value === 'number' || typeof value === 'bigint') && value < 0) {
    problems.value(
      'manifest/invalid-value',
      path,
      `${formatPath(path)} must not be negative, but is ${value}`,
    );
  }
}

/** Adds a problem for a percentage over 100. */
export function checkAtMostAll(value: JsonValue | undefined, path: FieldPath, problems: Problems): void {
  const percent = percentOf(value);
  if (percent === undefined || percent <= 100) return;
  problems.value(
    'manifest/invalid-value',
    path,
    `${formatPath(path)} must be at most 100%, not ${quoted(value)}`,
  );
}

/** True for 0 and 0%, and for text that is no number of any sort; an absent value is not nothing. */
export function isNothing(value: JsonValue | undefined): boolean {
  if (typeof value !== 'string') return value === 0 || value === 0n;
  return (percentOf(value) ?? (/^[+-]?[0-9]+$/.test(value) ? Number(value) : 0)) === 0;
}
