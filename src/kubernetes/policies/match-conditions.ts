import { boolType } from '../cel/types.ts';
import { child, type FieldPath } from '../field-path.ts';
import { list, text } from '../meta/fields.ts';
import { checkCount, eachItem } from '../meta/items.ts';
import { qualifiedName } from '../meta/names.ts';
import { reportDuplicate, requireName } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkExpression, type ExpressionScope } from './expression.ts';

const mostConditions = 64;
const result = [boolType];

/** Checks `matchConditions` of a webhook or of an admission policy. */
export function checkMatchConditions(
  object: JsonObject,
  scope: ExpressionScope,
  path: FieldPath,
  context: RuleContext,
): void {
  const { problems } = context;
  const count = list(object, 'matchConditions').length;
  if (count === 0) return;
  checkCount(problems, child(path, 'matchConditions'), count, mostConditions);
  const names = new Set<string>();
  eachItem(object, 'matchConditions', path, (condition, at) => {
    checkExpression(text(condition, 'expression'), scope, result, child(at, 'expression'), context);
    requireName(problems, condition, at, 'name', qualifiedName);
    const name = text(condition, 'name');
    if (name !== '' && names.has(name)) reportDuplicate(problems, child(at, 'name'), name);
    names.add(name);
  });
}
