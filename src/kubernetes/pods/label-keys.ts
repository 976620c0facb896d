import { child, type FieldPath } from '../field-path.ts';
import { entryText, itemOf, list, map, text } from '../meta/fields.ts';
import { checkName, qualifiedName } from '../meta/names.ts';
import { reportForbidden, reportInvalid } from '../meta/report.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import type { PodScope } from './pod-scope.ts';

/** `matchLabelKeys` and `mismatchLabelKeys` beside a label selector. */
export function checkLabelKeys(owner: JsonObject, path: FieldPath, scope: PodScope): void {
  const matching = list(owner, 'matchLabelKeys');
  const differing = list(owner, 'mismatchLabelKeys');
  if (matching.length === 0 && differing.length === 0) return;
  const selector = map(owner, 'labelSelector');
  checkKeys(matching, child(path, 'matchLabelKeys'), selector, scope);
  checkKeys(differing, child(path, 'mismatchLabelKeys'), selector, scope);
  const selected = selector && countKeys(selector, matching, differing, scope);
  const others = new Set(differing.map(entryText));
  for (let index = 0; index < matching.length; index += 1) {
    const key = entryText(matching[index]);
    const at = child(child(path, 'matchLabelKeys'), index);
    if ((selected?.get(key) ?? 0) > 1) {
      reportInvalid(scope.problems, at, 'must not be a key of labelSelector too');
    }
    if (others.has(key)) reportInvalid(scope.problems, at, 'must not be one of mismatchLabelKeys too');
  }
}

function checkKeys(
  keys: JsonArray,
  path: FieldPath,
  selector: JsonObject | undefined,
  { problems }: PodScope,
): void {
  if (keys.length === 0) return;
  if (!selector) {
    reportForbidden(problems, path, 'must not be set without labelSelector');
    return;
  }
  for (let index = 0; index < keys.length; index += 1) {
    const key = entryText(keys[index]);
    if (qualifiedName.test(key)) continue;
    checkName(key, qualifiedName, child(path, index), problems, 'manifest/label');
  }
}

/**
 * How many requirements the selector has for each key. The API server first adds the pod's own labels to it, one
 * requirement for each key that the pod has; a template's labels are added only when its pods are made.
 */
function countKeys(
  selector: JsonObject,
  matching: JsonArray,
  differing: JsonArray,
  { isPod, metadata }: PodScope,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  Object.keys(map(selector, 'matchLabels') ?? {}).forEach(count);
  for (const expression of list(selector, 'matchExpressions')) count(text(itemOf(expression), 'key'));
  const labels = isPod ? map(metadata, 'labels') : undefined;
  if (!labels) return counts;
  for (const keys of [matching, differing]) {
    for (const key of keys) if (Object.hasOwn(labels, entryText(key))) count(entryText(key));
  }
  return counts;
}
