import { child, type FieldPath, formatPath } from '../field-path.ts';
import type { Problems } from '../problem.ts';
import { isObject, type JsonObject, type JsonValue } from '../value.ts';
import { entryText, list, map, text } from './fields.ts';
import { checkLabels } from './labels.ts';
import { labelValue, qualifiedName } from './names.ts';
import { quoted } from './quoted.ts';

// https://github.com/kubernetes/apimachinery/blob/v0.34.3/pkg/apis/meta/v1/validation/validation.go

export interface SelectorOptions {
  /** Some kinds took any value once, and still do. */
  readonly anyValue?: boolean;
}

const strict: SelectorOptions = {};

/** A label selector: `matchLabels` and `matchExpressions`. An absent one is fine. */
export function checkLabelSelector(
  selector: JsonValue | undefined,
  path: FieldPath | undefined,
  problems: Problems,
  options: SelectorOptions = strict,
): void {
  if (!isObject(selector)) return;
  if (isObject(selector['matchLabels']))
    checkLabels(selector['matchLabels'], child(path, 'matchLabels'), problems);
  const expressions = list(selector, 'matchExpressions');
  if (expressions.length === 0) return;
  const at = child(path, 'matchExpressions');
  expressions.forEach((expression, index) => {
    checkExpression(isObject(expression) ? expression : {}, child(at, index), problems, options);
  });
}

function checkExpression(
  expression: JsonObject,
  path: FieldPath,
  problems: Problems,
  options: SelectorOptions,
): void {
  checkOperator(expression, path, problems);
  const key = text(expression, 'key');
  if (!qualifiedName.test(key)) {
    const at = child(path, 'key');
    problems.value(
      'manifest/label',
      at,
      `${formatPath(at)} must be ${qualifiedName.words}, not ${quoted(key)}`,
    );
  }
  if (options.anyValue) return;
  const values = list(expression, 'values');
  for (let index = 0; index < values.length; index += 1) {
    const value = entryText(values[index]);
    if (labelValue.test(value)) continue;
    const at = child(child(path, 'values'), index);
    problems.value(
      'manifest/label',
      at,
      `${formatPath(at)} must be ${labelValue.words}, not ${quoted(value)}`,
    );
  }
}

function checkOperator(expression: JsonObject, path: FieldPath, problems: Problems): void {
  const operator = text(expression, 'operator');
  const count = list(expression, 'values').length;
  const values = child(path, 'values');
  if (operator === 'In' || operator === 'NotIn') {
    if (count > 0) return;
    problems.value(
      'manifest/missing-value',
      values,
      `${formatPath(values)} must be set for the operator ${operator}`,
    );
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (count === 0) return;
    problems.value(
      'manifest/forbidden-field',
      values,
      `${formatPath(values)} must not be set for the operator ${operator}`,
    );
  } else {
    const at = child(path, 'operator');
    const message = `${formatPath(at)} must be In, NotIn, Exists or DoesNotExist, not ${quoted(operator)}`;
    problems.value('manifest/invalid-value', at, message);
  }
}

/** True for a selector without any requirement, which selects everything. */
export function isEmptySelector(selector: JsonObject): boolean {
  const labels = map(selector, 'matchLabels');
  return list(selector, 'matchExpressions').length === 0 && (!labels || Object.keys(labels).length === 0);
}

/** Whether labels are selected; undefined when the selector itself is wrong. An empty selector selects all. */
export function selectorMatches(selector: JsonObject, labels: JsonObject | undefined): boolean | undefined {
  const wanted = map(selector, 'matchLabels');
  let matches = true;
  for (const key of wanted ? Object.keys(wanted) : []) {
    const value = entryText(wanted?.[key]);
    if (!qualifiedName.test(key) || !labelValue.test(value)) return undefined;
    if (!labels || !Object.hasOwn(labels, key) || entryText(labels[key]) !== value) matches = false;
  }
  for (const expression of list(selector, 'matchExpressions')) {
    const answer = expressionMatches(isObject(expression) ? expression : {}, labels);
    if (answer === undefined) return undefined;
    if (!answer) matches = false;
  }
  return matches;
}

function expressionMatches(expression: JsonObject, labels: JsonObject | undefined): boolean | undefined {
  const key = text(expression, 'key');
  const values = list(expression, 'values').map(entryText);
  if (!qualifiedName.test(key) || !values.every(labelValue.test)) return undefined;
  const has = labels !== undefined && Object.hasOwn(labels, key);
  const inside = has && values.includes(entryText(labels[key]));
  switch (text(expression, 'operator')) {
    case 'In':
      return values.length > 0 ? inside : undefined;
    case 'NotIn':
      return values.length > 0 ? !inside : undefined;
    case 'Exists':
      return values.length === 0 ? has : undefined;
    case 'DoesNotExist':
      return values.length === 0 ? !has : undefined;
    default:
      return undefined;
  }
}
