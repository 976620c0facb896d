import { boolType, stringType } from '../cel/types.ts';
import { child, type FieldPath } from '../field-path.ts';
import { list, map, text } from '../meta/fields.ts';
import { eachItem } from '../meta/items.ts';
import { checkName, dns1035Label, dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { quoted } from '../meta/quoted.ts';
import { checkPointedChoice, reportInvalid, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkAuditAnnotations } from './audit-annotations.ts';
import { checkExpression, type ExpressionScope } from './expression.ts';
import { checkMatchConditions } from './match-conditions.ts';
import { checkMatchResources } from './match-resources.ts';
import { checkPolicyVariables } from './policy-variables.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/admissionregistration/validation/validation.go

const meta: ObjectMetaOptions = {
  name: dns1123Subdomain,
  namespaced: false,
  anyFinalizer: true,
  resetsGeneration: true,
};
const specPath = child(undefined, 'spec');
const truth = [boolType];
const message = [stringType];
const failurePolicies = ['Fail', 'Ignore'];
const reasons = ['Forbidden', 'Invalid', 'RequestEntityTooLarge'];

/** Checks a ValidatingAdmissionPolicy. */
export function checkAdmissionPolicy(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const spec = map(object, 'spec') ?? {};
  checkPointedChoice(problems, spec, specPath, 'failurePolicy', failurePolicies);
  const paramKind = map(spec, 'paramKind');
  if (paramKind) checkParamKind(paramKind, child(specPath, 'paramKind'), problems);
  checkConstraints(spec, problems);
  const scope: ExpressionScope = { params: paramKind !== undefined, authorizer: true };
  checkMatchConditions(spec, scope, specPath, context);
  const variables = checkPolicyVariables(spec, scope, specPath, context);
  const full: ExpressionScope = { ...scope, ...(variables && { variables }) };
  if (list(spec, 'validations').length === 0 && list(spec, 'auditAnnotations').length === 0) {
    reportMissing(problems, child(specPath, 'validations'), 'where auditAnnotations is not');
  }
  eachItem(spec, 'validations', specPath, (item, path) => checkValidation(item, full, path, context));
  checkAuditAnnotations(object, spec, full, specPath, context);
}

function checkConstraints(spec: JsonObject, problems: Problems): void {
  const constraints = map(spec, 'matchConstraints');
  const path = child(specPath, 'matchConstraints');
  if (!constraints) {
    reportMissing(problems, path);
    return;
  }
  checkMatchResources(constraints, path, problems);
  if (list(constraints, 'resourceRules').length === 0) reportMissing(problems, child(path, 'resourceRules'));
}

function checkParamKind(kind: JsonObject, path: FieldPath, problems: Problems): void {
  const apiVersion = text(kind, 'apiVersion');
  const at = child(path, 'apiVersion');
  if (apiVersion === '') reportMissing(problems, at);
  else if (!isGroupVersion(apiVersion)) {
    reportInvalid(problems, at, `must be a version behind an optional group, not ${quoted(apiVersion)}`);
  }
  const name = text(kind, 'kind');
  if (name === '') reportMissing(problems, child(path, 'kind'));
  else if (!dns1035Label.test(name.toLowerCase())) {
    checkName(name, dns1035Label, child(path, 'kind'), problems, 'manifest/invalid-value');
  }
}

function isGroupVersion(text: string): boolean {
  const slash = text.indexOf('/');
  if (slash < 0) return dns1035Label.test(text);
  const group = text.slice(0, slash);
  return (group === '' || dns1123Subdomain.test(group)) && dns1035Label.test(text.slice(slash + 1));
}

function checkValidation(
  validation: JsonObject,
  scope: ExpressionScope,
  path: FieldPath,
  context: RuleContext,
): void {
  const { problems } = context;
  checkExpression(text(validation, 'expression'), scope, truth, child(path, 'expression'), context);
  const messageExpression = text(validation, 'messageExpression');
  const at = child(path, 'messageExpression');
  if (messageExpression.trim() !== '') {
    checkExpression(messageExpression, { ...scope, authorizer: false }, message, at, context);
  } else if (messageExpression !== '') {
    reportInvalid(problems, at, 'must not be blank');
  }
  checkMessage(text(validation, 'message'), child(path, 'message'), problems);
  checkPointedChoice(problems, validation, path, 'reason', reasons);
}

function checkMessage(message: string, path: FieldPath, problems: Problems): void {
  if (message === '') return;
  const trimmed = message.trim();
  if (trimmed === '') reportInvalid(problems, path, 'must not be blank');
  else if (/[\n\r]/.test(trimmed)) reportInvalid(problems, path, 'must not contain line breaks');
}
