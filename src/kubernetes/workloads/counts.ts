import { child, type FieldPath } from '../field-path.ts';
import { whole } from '../meta/fields.ts';
import { reportInvalid } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

/** Numbers that must not be negative; absent ones pass. */
export function checkNotNegative(
  problems: Problems,
  object: JsonObject,
  path: FieldPath | undefined,
  ...keys: readonly string[]
): void {
  for (const key of keys) {
    const value = whole(object, key);
    if (value !== undefined && value < 0) {
      reportInvalid(problems, child(path, key), `must not be negative, but is ${value}`);
    }
  }
}
