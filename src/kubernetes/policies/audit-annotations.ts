import { nullType, stringType } from '../cel/types.ts';
import { child, type FieldPath } from '../field-path.ts';
import { list, map, text } from '../meta/fields.ts';
import { eachItem } from '../meta/items.ts';
import { checkName, qualifiedName } from '../meta/names.ts';
import { reportDuplicate, reportInvalid, reportTooLong } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkExpression, type ExpressionScope } from './expression.ts';

const mostAnnotations = 20;
const results = [stringType, nullType];
const longestExpression = 5 * 1024;

/** Checks `auditAnnotations` of an admission policy; the API server puts the policy's name before their keys. */
export function checkAuditAnnotations(
  object: JsonObject,
  spec: JsonObject,
  scope: ExpressionScope,
  path: FieldPath,
  context: RuleContext,
): void {
  const { problems } = context;
  const count = list(spec, 'auditAnnotations').length;
  if (count === 0) return;
  if (count > mostAnnotations) {
    const at = child(path, 'auditAnnotations');
    reportInvalid(problems, at, `must have at most ${mostAnnotations} items, not ${count}`);
  }
  const policy = policyName(object);
  const keys = new Set<string>();
  eachItem(spec, 'auditAnnotations', path, (annotation, at) => {
    const key = text(annotation, 'key');
    if (policy !== '') checkName(`${policy}/${key}`, qualifiedName, child(at, 'key'), problems);
    if (keys.has(key)) reportDuplicate(problems, child(at, 'key'), key);
    keys.add(key);
    checkValue(text(annotation, 'valueExpression'), scope, child(at, 'valueExpression'), context);
  });
}

function policyName(object: JsonObject): string {
  const metadata = map(object, 'metadata');
  const prefix = text(metadata, 'generateName');
  return text(metadata, 'name') || (prefix && `${prefix}b2c4d`);
}

function checkValue(expression: string, scope: ExpressionScope, path: FieldPath, context: RuleContext): void {
  if (Buffer.byteLength(expression.trim()) > longestExpression) {
    reportTooLong(context.problems, path, longestExpression);
  } else {
    checkExpression(expression, scope, results, path, context);
  }
}
