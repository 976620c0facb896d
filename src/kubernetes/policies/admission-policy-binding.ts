import { child, type FieldPath } from '../field-path.ts';
import { map, present, text } from '../meta/fields.ts';
import { texts } from '../meta/items.ts';
import { checkName, dns1123Subdomain, pathSegmentName } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import {
  reportDuplicate,
  reportForbidden,
  reportInvalid,
  reportMissing,
  reportUnsupported,
  requireName,
} from '../meta/report.ts';
import { checkLabelSelector } from '../meta/selector.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkMatchResources } from './match-resources.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/admissionregistration/validation/validation.go

const meta: ObjectMetaOptions = {
  name: dns1123Subdomain,
  namespaced: false,
  anyFinalizer: true,
  resetsGeneration: true,
};
const specPath = child(undefined, 'spec');
const actions = ['Audit', 'Deny', 'Warn'];
const notFoundActions = ['Allow', 'Deny'];

/** Checks a ValidatingAdmissionPolicyBinding. */
export function checkAdmissionPolicyBinding(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const spec = map(object, 'spec') ?? {};
  requireName(problems, spec, specPath, 'policyName', dns1123Subdomain);
  const paramRef = map(spec, 'paramRef');
  if (paramRef) checkParamRef(paramRef, child(specPath, 'paramRef'), problems);
  const match = map(spec, 'matchResources');
  if (match) checkMatchResources(match, child(specPath, 'matchResources'), problems);
  checkActions(texts(spec, 'validationActions'), child(specPath, 'validationActions'), problems);
}

function checkParamRef(paramRef: JsonObject, path: FieldPath, problems: Problems): void {
  const name = text(paramRef, 'name');
  const selects = present(paramRef['selector']);
  if (name !== '') checkName(name, pathSegmentName, child(path, 'name'), problems);
  if (selects) checkLabelSelector(paramRef['selector'], child(path, 'selector'), problems);
  if (name !== '' && selects) {
    reportForbidden(problems, child(path, 'selector'), 'must not be set together with name');
  } else if (name === '' && !selects) {
    reportMissing(problems, path, 'with name or selector');
  }
  const action = text(paramRef, 'parameterNotFoundAction');
  const at = child(path, 'parameterNotFoundAction');
  if (action === '') reportMissing(problems, at);
  else if (!notFoundActions.includes(action)) reportUnsupported(problems, at, action, notFoundActions);
}

function checkActions(given: readonly string[], path: FieldPath, problems: Problems): void {
  if (given.length === 0) reportMissing(problems, path);
  const seen = new Set<string>();
  given.forEach((action, index) => {
    const at = child(path, index);
    if (!actions.includes(action)) reportUnsupported(problems, at, action, actions);
    if (seen.has(action)) reportDuplicate(problems, at, action);
    seen.add(action);
  });
  if (!given.includes('Deny') || !given.includes('Warn')) return;
  reportInvalid(problems, path, 'must not hold both Deny and Warn, which would say the same twice');
}
