import { child, type FieldPath } from '../field-path.ts';
import { fullyQualifiedName } from '../meta/domains.ts';
import { present, text } from '../meta/fields.ts';
import { eachItem, texts } from '../meta/items.ts';
import { checkName, dns1035Label, dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import {
  checkPointedChoice,
  checkRange,
  reportDuplicate,
  reportInvalid,
  reportMissing,
} from '../meta/report.ts';
import { checkLabelSelector } from '../meta/selector.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkAdmissionRule } from './admission-rule.ts';
import { checkMatchConditions } from './match-conditions.ts';
import { checkWebhookClient } from './webhook-client.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/admissionregistration/validation/validation.go

const meta: ObjectMetaOptions = {
  name: dns1123Subdomain,
  namespaced: false,
  anyFinalizer: true,
  resetsGeneration: true,
};
const failurePolicies = ['Fail', 'Ignore'];
const matchPolicies = ['Equivalent', 'Exact'];
const sideEffects = ['None', 'NoneOnDryRun'];
const reinvocationPolicies = ['IfNeeded', 'Never'];
const reviewVersions = ['v1', 'v1beta1'];
const scope = { params: false, authorizer: true };

/** Checks a ValidatingWebhookConfiguration. */
export function checkValidatingWebhooks(object: JsonObject, context: RuleContext): void {
  checkWebhooks(object, context);
}

/** Checks a MutatingWebhookConfiguration. */
export function checkMutatingWebhooks(object: JsonObject, context: RuleContext): void {
  checkWebhooks(object, context);
  eachItem(object, 'webhooks', undefined, (webhook, path) =>
    checkPointedChoice(context.problems, webhook, path, 'reinvocationPolicy', reinvocationPolicies),
  );
}

function checkWebhooks(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const names = new Set<string>();
  eachItem(object, 'webhooks', undefined, (webhook, path) => {
    const name = text(webhook, 'name');
    if (name !== '' && names.has(name)) reportDuplicate(problems, child(path, 'name'), name);
    names.add(name);
    checkWebhook(webhook, path, context);
  });
}

function checkWebhook(webhook: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  const name = text(webhook, 'name');
  if (name === '') reportMissing(problems, child(path, 'name'));
  else checkName(name, fullyQualifiedName, child(path, 'name'), problems);
  eachItem(webhook, 'rules', path, (rule, at) => checkAdmissionRule(rule, at, problems));
  checkPointedChoice(problems, webhook, path, 'failurePolicy', failurePolicies);
  checkPointedChoice(problems, webhook, path, 'matchPolicy', matchPolicies);
  if (present(webhook['sideEffects'])) {
    checkPointedChoice(problems, webhook, path, 'sideEffects', sideEffects);
  } else {
    reportMissing(problems, child(path, 'sideEffects'));
  }
  checkRange(problems, webhook, path, 'timeoutSeconds', 1, 30);
  checkLabelSelector(webhook['namespaceSelector'], child(path, 'namespaceSelector'), problems);
  checkLabelSelector(webhook['objectSelector'], child(path, 'objectSelector'), problems);
  checkWebhookClient(webhook, path, problems);
  checkMatchConditions(webhook, scope, path, context);
  checkReviewVersions(texts(webhook, 'admissionReviewVersions'), path, problems);
}

function checkReviewVersions(versions: readonly string[], path: FieldPath, problems: Problems): void {
  const at = child(path, 'admissionReviewVersions');
  if (versions.length === 0) {
    reportMissing(problems, at);
    return;
  }
  const seen = new Set<string>();
  versions.forEach((version, index) => {
    if (seen.has(version)) reportInvalid(problems, child(at, index), 'must not be there twice');
    else checkName(version, dns1035Label, child(at, index), problems);
    seen.add(version);
  });
  if (versions.some((version) => reviewVersions.includes(version))) return;
  reportInvalid(problems, at, 'must hold v1 or v1beta1');
}
