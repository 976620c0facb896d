import { child, type FieldPath } from '../field-path.ts';
import { text } from '../meta/fields.ts';
import { reportInvalid, requireText } from '../meta/report.ts';
import type { JsonObject } from '../value.ts';
import type { PodScope } from './pod-scope.ts';

/** Some templates hold a blank that something else replaces, so only a pod's own image has to be clean. */
export function checkImage(container: JsonObject, path: FieldPath, { problems, isPod }: PodScope): void {
  requireText(problems, container, path, 'image');
  if (isPod && isPadded(text(container, 'image'))) {
    reportInvalid(problems, child(path, 'image'), 'must not have white space at its start or end');
  }
}

// What Go's strings.TrimSpace takes away, which is more than a blank and less than what JavaScript's does.
const padded =
  /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

/** True when Go's `strings.TrimSpace` would take something away. */
export function isPadded(value: string): boolean {
  return padded.test(value);
}
