import { child, type FieldPath } from '../field-path.ts';
import { text } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import { isArray, isObject, type JsonObject } from '../value.ts';
import type { DefinitionReport } from './definition-report.ts';
import { followSchema } from './follow-schema.ts';
import { schemaNode } from './schema-node.ts';

const reasons = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];

/** Checks all of x-kubernetes-validations but the expressions themselves. */
export function checkRuleTexts(schema: JsonObject, path: FieldPath, report: DefinitionReport): void {
  const rules = schema['x-kubernetes-validations'];
  if (!isArray(rules)) return;
  for (const [index, entry] of rules.entries()) {
    const at = child(child(path, 'x-kubernetes-validations'), index);
    const rule = isObject(entry) ? entry : {};
    checkMessage(rule, at, report);
    checkBlank(rule, 'messageExpression', at, report);
    const { reason } = rule;
    if (typeof reason === 'string' && !reasons.includes(reason)) {
      report.say(child(at, 'reason'), `must be one of ${reasons.join(', ')}; not ${quoted(reason)}`);
    }
    checkFieldPath(rule, schema, at, report);
  }
}

function checkMessage(rule: JsonObject, path: FieldPath, report: DefinitionReport): void {
  const expression = text(rule, 'rule').trim();
  const message = text(rule, 'message');
  const at = child(path, 'message');
  if (expression === '') report.say(child(path, 'rule'), 'must be set');
  else if (message !== '' && message.trim() === '') report.say(at, 'must not be blank');
  else if (hasBreak(message.trim())) report.say(at, 'must be one line');
  else if (hasBreak(expression) && message.trim() === '')
    report.say(at, 'must be set where the rule has several lines');
}

function checkBlank(rule: JsonObject, key: string, path: FieldPath, report: DefinitionReport): void {
  const value = text(rule, key);
  if (value !== '' && value.trim() === '') report.say(child(path, key), 'must not be blank');
}

function checkFieldPath(
  rule: JsonObject,
  schema: JsonObject,
  path: FieldPath,
  report: DefinitionReport,
): void {
  const fieldPath = text(rule, 'fieldPath');
  if (fieldPath === '') return;
  const isGood = !hasBreak(fieldPath) && followSchema(schemaNode(schema), fieldPath) !== undefined;
  if (!isGood)
    report.say(
      child(path, 'fieldPath'),
      `must be a JSON path to a field of the schema, not ${quoted(fieldPath)}`,
    );
}

function hasBreak(value: string): boolean {
  return /[\n\r]/.test(value);
}
