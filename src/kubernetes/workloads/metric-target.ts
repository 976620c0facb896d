import { child, type FieldPath } from '../field-path.ts';
import { reportQuantity } from '../meta/amounts.ts';
import { map, present, text, whole } from '../meta/fields.ts';
import { parseQuantity, signOf } from '../meta/quantity.ts';
import { quoted } from '../meta/quoted.ts';
import { reportForbidden, reportInvalid, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

const types: readonly string[] = ['Utilization', 'Value', 'AverageValue'];
const noFields: JsonObject = {};

/** Which values a target has. */
export interface TargetValues {
  readonly value: boolean;
  readonly averageValue: boolean;
}

/** A target with a value, in all or for each pod. */
export function checkValueTarget(source: JsonObject, path: FieldPath, problems: Problems): TargetValues {
  const values = checkTarget(source, path, problems);
  if (!values.value && !values.averageValue) {
    reportMissing(problems, child(child(path, 'target'), 'averageValue'), 'where there is no value');
  }
  return values;
}

/** A target with a value for each pod. */
export function checkPodTarget(source: JsonObject, path: FieldPath, problems: Problems): void {
  const { averageValue } = checkTarget(source, path, problems);
  if (!averageValue) reportMissing(problems, child(child(path, 'target'), 'averageValue'));
}

/** A target with a value for each pod, or a percentage of what pods request. */
export function checkAveragedTarget(source: JsonObject, path: FieldPath, problems: Problems): void {
  const { averageValue } = checkTarget(source, path, problems);
  const at = child(path, 'target');
  const utilization = present(map(source, 'target')?.['averageUtilization']);
  if (averageValue && utilization) {
    reportForbidden(problems, child(at, 'averageValue'), 'must not be set beside averageUtilization');
  } else if (!averageValue && !utilization) {
    reportMissing(problems, child(at, 'averageUtilization'), 'where there is no averageValue');
  }
}

function checkTarget(source: JsonObject, path: FieldPath, problems: Problems): TargetValues {
  const target = map(source, 'target') ?? noFields;
  const at = child(path, 'target');
  const type = text(target, 'type');
  if (type === '') reportMissing(problems, child(at, 'type'));
  else if (!types.includes(type)) {
    reportInvalid(
      problems,
      child(at, 'type'),
      `must be Utilization, Value or AverageValue, not ${quoted(type)}`,
    );
  }
  const utilization = whole(target, 'averageUtilization');
  if (utilization !== undefined && utilization < 1) {
    reportInvalid(problems, child(at, 'averageUtilization'), `must be at least 1, not ${utilization}`);
  }
  return {
    value: checkPositive(target, 'value', at, problems),
    averageValue: checkPositive(target, 'averageValue', at, problems),
  };
}

/** Answers whether it is there. */
function checkPositive(target: JsonObject, key: string, path: FieldPath, problems: Problems): boolean {
  const value = target[key];
  if (!present(value)) return false;
  const quantity = parseQuantity(value);
  const at = child(path, key);
  if (!quantity) reportQuantity(problems, at, value);
  else if (signOf(quantity) !== 1) reportInvalid(problems, at, `must be more than 0, not ${quoted(value)}`);
  return true;
}
