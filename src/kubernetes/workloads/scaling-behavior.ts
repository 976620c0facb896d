import { child, type FieldPath } from '../field-path.ts';
import { reportQuantity } from '../meta/amounts.ts';
import { list, map, present, text, whole } from '../meta/fields.ts';
import { eachItem } from '../meta/items.ts';
import { parseQuantity, signOf } from '../meta/quantity.ts';
import {
  checkPointedChoice,
  checkRange,
  reportInvalid,
  reportMissing,
  reportUnsupported,
} from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import { isArray, type JsonObject } from '../value.ts';
import { hasGate } from './gates.ts';

// Seconds: https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/autoscaling/validation/validation.go
const longestWindow = 3600;
const longestPeriod = 1800;
const mostInt32 = 2 ** 31 - 1;
const selections = ['Disabled', 'Max', 'Min'];
const policyTypes = ['Percent', 'Pods'];

/** `behavior` of a HorizontalPodAutoscaler. */
export function checkScalingBehavior(behavior: JsonObject, path: FieldPath, context: RuleContext): void {
  for (const key of ['scaleUp', 'scaleDown']) {
    const rules = map(behavior, key);
    if (rules) checkScalingRules(rules, child(path, key), context);
  }
}

function checkScalingRules(rules: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  checkRange(problems, rules, path, 'stabilizationWindowSeconds', 0, longestWindow);
  checkPointedChoice(problems, rules, path, 'selectPolicy', selections);
  // An absent list has a default, an empty one has not.
  if (isArray(rules['policies']) && list(rules, 'policies').length === 0) {
    reportMissing(problems, child(path, 'policies'), 'to at least one policy');
  }
  eachItem(rules, 'policies', path, (policy, at) => checkPolicy(policy, at, context));
  const { tolerance } = rules;
  if (!present(tolerance)) return;
  const quantity = parseQuantity(tolerance);
  const at = child(path, 'tolerance');
  if (!quantity) reportQuantity(problems, at, tolerance);
  else if (signOf(quantity) < 0 && hasGate(context, 'HPAConfigurableTolerance')) {
    reportInvalid(problems, at, 'must not be negative');
  }
}

function checkPolicy(policy: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  const type = text(policy, 'type');
  if (!policyTypes.includes(type)) reportUnsupported(problems, child(path, 'type'), type, policyTypes);
  checkSet(problems, policy, path, 'value', mostInt32);
  checkSet(problems, policy, path, 'periodSeconds', longestPeriod);
}

/** A number from 1 on, for which there is no default. */
function checkSet(
  problems: RuleContext['problems'],
  policy: JsonObject,
  path: FieldPath,
  key: string,
  most: number,
): void {
  if (whole(policy, key) === undefined)
    reportInvalid(problems, child(path, key), 'must be set, to more than 0');
  else checkRange(problems, policy, path, key, 1, most);
}
