import { child, type FieldPath } from '../field-path.ts';
import { entryText, itemOf, list, map, text, whole } from '../meta/fields.ts';
import { checkName, dns1123Subdomain, labelValue, qualifiedName } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import { reportForbidden, reportInvalid, reportMissing } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
const firstMinorWithLabelValues = 33;

/** Which nodes a pod must, or should, run on. */
export function checkNodeAffinity(affinity: JsonObject, path: FieldPath, context: RuleContext): void {
  const selector = map(affinity, required);
  if (selector) {
    const strict = context.minor >= firstMinorWithLabelValues;
    checkNodeSelector(selector, child(path, required), strict, context);
  }
  const terms = list(affinity, preferred);
  for (let index = 0; index < terms.length; index += 1) {
    const term = itemOf(terms[index]);
    const at = child(child(path, preferred), index);
    checkWeight(term, at, context);
    // A preference that cannot hold does no harm, so that its values may be anything.
    checkNodeSelectorTerm(map(term, 'preference') ?? {}, child(at, 'preference'), false, context);
  }
}

/** `weight` of a preference. */
export function checkWeight(term: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  const weight = whole(term, 'weight') ?? 0;
  if (weight < 1 || weight > 100)
    reportInvalid(problems, child(path, 'weight'), `must be from 1 to 100, not ${weight}`);
}

/** A node selector; `strict` holds its values to what labels can have. Persistent volumes have them too. */
export function checkNodeSelector(
  selector: JsonObject,
  path: FieldPath,
  strict: boolean,
  context: RuleContext,
): void {
  const terms = list(selector, 'nodeSelectorTerms');
  const at = child(path, 'nodeSelectorTerms');
  if (terms.length === 0) reportMissing(context.problems, at);
  for (let index = 0; index < terms.length; index += 1) {
    checkNodeSelectorTerm(itemOf(terms[index]), child(at, index), strict, context);
  }
}

function checkNodeSelectorTerm(
  term: JsonObject,
  path: FieldPath,
  strict: boolean,
  context: RuleContext,
): void {
  const expressions = list(term, 'matchExpressions');
  for (let index = 0; index < expressions.length; index += 1) {
    const at = child(child(path, 'matchExpressions'), index);
    checkExpression(itemOf(expressions[index]), at, strict, context);
  }
  const fields = list(term, 'matchFields');
  for (let index = 0; index < fields.length; index += 1) {
    checkField(itemOf(fields[index]), child(child(path, 'matchFields'), index), context);
  }
}

function checkExpression(
  expression: JsonObject,
  path: FieldPath,
  strict: boolean,
  { problems }: RuleContext,
): void {
  checkOperator(expression, path, problems);
  const key = text(expression, 'key');
  if (!qualifiedName.test(key)) checkName(key, qualifiedName, child(path, 'key'), problems, 'manifest/label');
  if (!strict) return;
  const values = list(expression, 'values');
  for (let index = 0; index < values.length; index += 1) {
    const value = entryText(values[index]);
    if (labelValue.test(value)) continue;
    checkName(value, labelValue, child(child(path, 'values'), index), problems, 'manifest/label');
  }
}

function checkOperator(expression: JsonObject, path: FieldPath, problems: RuleContext['problems']): void {
  const operator = text(expression, 'operator');
  const count = list(expression, 'values').length;
  const values = child(path, 'values');
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (count === 0) reportMissing(problems, values, `for the operator ${operator}`);
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (count > 0) reportForbidden(problems, values, `must not be set for the operator ${operator}`);
      break;
    case 'Gt':
    case 'Lt':
      if (count !== 1) reportMissing(problems, values, `to one value for the operator ${operator}`);
      break;
    default: {
      const words = `must be In, NotIn, Exists, DoesNotExist, Gt or Lt, not ${quoted(operator)}`;
      reportInvalid(problems, child(path, 'operator'), words);
    }
  }
}

/** A node by its name: no other field can be matched. */
function checkField(requirement: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  const operator = text(requirement, 'operator');
  const values = list(requirement, 'values');
  if (operator !== 'In' && operator !== 'NotIn') {
    reportInvalid(problems, child(path, 'operator'), `must be In or NotIn, not ${quoted(operator)}`);
  } else if (values.length !== 1) {
    reportMissing(problems, child(path, 'values'), 'to one value');
  }
  if (text(requirement, 'key') !== 'metadata.name') {
    reportInvalid(problems, child(path, 'key'), 'must be metadata.name');
    return;
  }
  for (let index = 0; index < values.length; index += 1) {
    checkName(entryText(values[index]), dns1123Subdomain, child(child(path, 'values'), index), problems);
  }
}
