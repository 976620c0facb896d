import { child, type FieldPath } from '../field-path.ts';
import { entryText, itemOf, list, map, text, whole } from '../meta/fields.ts';
import { checkName, qualifiedName } from '../meta/names.ts';
import {
  checkPointedChoice,
  reportDuplicate,
  reportForbidden,
  reportInvalid,
  reportMissing,
  reportUnsupported,
} from '../meta/report.ts';
import { checkLabelSelector } from '../meta/selector.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import { hasFeature } from './features.ts';
import { checkLabelKeys } from './label-keys.ts';
import type { PodScope } from './pod-scope.ts';

const actions = ['DoNotSchedule', 'ScheduleAnyway'];
const nodePolicies = ['Honor', 'Ignore'];

/** How pods are spread over zones, nodes and the like. */
export function checkTopologySpread(scope: PodScope): void {
  const { spec, problems } = scope;
  const constraints = list(spec, 'topologySpreadConstraints');
  if (constraints.length === 0) return;
  const pairs = new Set<string>();
  for (let index = 0; index < constraints.length; index += 1) {
    const constraint = itemOf(constraints[index]);
    const at = child(child(scope.path, 'topologySpreadConstraints'), index);
    checkConstraint(constraint, at, scope);
    const topologyKey = text(constraint, 'topologyKey');
    const pair = `${text(constraint, 'whenUnsatisfiable')} ${topologyKey}`;
    if (pairs.has(pair)) reportDuplicate(problems, child(at, 'topologyKey'), topologyKey);
    pairs.add(pair);
  }
}

function checkConstraint(constraint: JsonObject, path: FieldPath, scope: PodScope): void {
  const { problems } = scope;
  if ((whole(constraint, 'maxSkew') ?? 0) <= 0) {
    reportInvalid(problems, child(path, 'maxSkew'), 'must be greater than 0');
  }
  if (text(constraint, 'topologyKey') === '') reportMissing(problems, child(path, 'topologyKey'));
  const action = text(constraint, 'whenUnsatisfiable');
  if (!actions.includes(action)) {
    reportUnsupported(problems, child(path, 'whenUnsatisfiable'), action, actions);
  }
  checkMinDomains(constraint, action, path, scope);
  checkPointedChoice(problems, constraint, path, 'nodeAffinityPolicy', nodePolicies);
  checkPointedChoice(problems, constraint, path, 'nodeTaintsPolicy', nodePolicies);
  if (hasFeature(scope, 'MatchLabelKeysInPodTopologySpreadSelectorMerge')) {
    checkLabelKeys(constraint, path, scope);
  } else {
    checkKeysBeforeMerge(constraint, child(path, 'matchLabelKeys'), scope);
  }
  checkLabelSelector(constraint['labelSelector'], child(path, 'labelSelector'), problems);
}

function checkMinDomains(
  constraint: JsonObject,
  action: string,
  path: FieldPath,
  { problems }: PodScope,
): void {
  const domains = whole(constraint, 'minDomains');
  if (domains === undefined) return;
  const at = child(path, 'minDomains');
  if (domains <= 0) reportInvalid(problems, at, 'must be greater than 0');
  if (action !== 'DoNotSchedule') {
    reportInvalid(problems, at, 'may be set with whenUnsatisfiable: DoNotSchedule only');
  }
}

/** Up to 1.33: no key of `matchLabelKeys` may be in the selector. */
function checkKeysBeforeMerge(constraint: JsonObject, path: FieldPath, { problems }: PodScope): void {
  const keys = list(constraint, 'matchLabelKeys');
  if (keys.length === 0) return;
  const selector = map(constraint, 'labelSelector');
  if (!selector) reportForbidden(problems, path, 'must not be set without labelSelector');
  for (let index = 0; index < keys.length; index += 1) {
    const key = entryText(keys[index]);
    checkName(key, qualifiedName, child(path, index), problems, 'manifest/label');
    if (selector && isSelected(key, map(selector, 'matchLabels'), list(selector, 'matchExpressions'))) {
      reportInvalid(problems, child(path, index), 'must not be a key of labelSelector too');
    }
  }
}

function isSelected(key: string, labels: JsonObject | undefined, expressions: JsonArray): boolean {
  if (labels && Object.hasOwn(labels, key)) return true;
  return expressions.some((expression) => text(itemOf(expression), 'key') === key);
}
