import { child, type FieldPath } from '../field-path.ts';
import { entryText, list, map, text } from '../meta/fields.ts';
import { checkName, qualifiedName } from '../meta/names.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import type { PodScope } from './pod-scope.ts';
import { itemOf } from './read.ts';
import { reportForbidden, reportInvalid } from './report.ts';

/** `matchLabelKeys` and `mismatchLabelKeys` beside a label selector. */
export function checkLabelKeys(owner: JsonObject, path: FieldPath, scope: PodScope): void {
  const matching = list(owner, 'matchLabelKeys');
  const differing = list(owner, 'mismatchLabelKeys');
  if (matching.length === 0 && differing.length === 0) return;
  const selector = map(owner, 'labelSelector');
  checkKeys(matching, child(path, 'matchLabelKeys'), selector, scope);
  checkKeys(differing, child(path, 'mismatchLabelKeys'), selector, scope);
  for (let index = 0; index < matching.length; index += 1) {
    const key = entryText(matching[index]);
    const at = child(child(path, 'matchLabelKeys'), index);
    if (selector && isSelectedTwice(key, selector, matching, differing, scope)) {
      reportInvalid(scope.problems, at, 'must not be a key of labelSelector too');
    }
    if (differing.includes(key)) {
      reportInvalid(scope.problems, at, 'must not be one of mismatchLabelKeys too');
    }
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
 * The API server first adds the pod's own labels to the selector, one requirement for each key that the pod has;
 * a template's labels are added only when its pods are made.
 */
function isSelectedTwice(
  key: string,
  selector: JsonObject,
  matching: JsonArray,
  differing: JsonArray,
  { isPod, metadata }: PodScope,
): boolean {
  const matchLabels = map(selector, 'matchLabels');
  let count = matchLabels && Object.hasOwn(matchLabels, key) ? 1 : 0;
  for (const expression of list(selector, 'matchExpressions')) {
    if (text(itemOf(expression), 'key') === key) count += 1;
  }
  const labels = isPod ? map(metadata, 'labels') : undefined;
  if (labels && Object.hasOwn(labels, key)) {
    for (const added of [...matching, ...differing]) if (added === key) count += 1;
  }
  return count > 1;
}
