import { child } from '../field-path.ts';
import { list, map, present, text } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import type { KindRule } from '../rule.ts';
import { isObject } from '../value.ts';
import { checkDuration, second } from './config-duration.ts';
import { below, type ConfigPart, checkWord, refuse } from './config-field.ts';

const authorizers = ['ABAC', 'AlwaysAllow', 'AlwaysDeny', 'Node', 'RBAC', 'Webhook'];

/**
 * What the API server does not start with. Expressions of match conditions are not read.
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/staging/src/k8s.io/apiserver/pkg/apis/apiserver/validation/validation.go
 */
export const checkAuthorizationConfiguration: KindRule = (object, { minor, problems }) => {
  const part: ConfigPart = { object, path: undefined, minor, problems };
  const items = list(object, 'authorizers');
  if (items.length === 0) refuse(part, 'authorizers', 'must have an item');
  const types = new Set<string>();
  const names = new Set<string>();
  items.forEach((item, index) => {
    const path = child(child(undefined, 'authorizers'), index);
    const here: ConfigPart = { ...part, object: isObject(item) ? item : {}, path };
    const type = text(here.object, 'type');
    if (type === '') refuse(here, 'type', 'must be set');
    else if (type !== 'Webhook' && types.has(type)) refuse(here, 'type', `repeats ${quoted(type)}`);
    else checkWord(here, 'type', type, authorizers);
    types.add(type);
    checkName(here, names);
    const webhook = map(here.object, 'webhook');
    if (type === 'Webhook') checkWebhook(below(here, 'webhook', webhook));
    else if (webhook) refuse(here, 'webhook', 'must be absent unless type is Webhook');
  });
};

function checkName(part: ConfigPart, names: Set<string>): void {
  const name = text(part.object, 'name');
  if (name === '') refuse(part, 'name', 'must be set');
  else if (names.has(name)) refuse(part, 'name', `repeats ${quoted(name)}`);
  else if (!dns1123Subdomain.test(name)) refuse(part, 'name', `must be ${dns1123Subdomain.words}`);
  names.add(name);
}

function checkWebhook(part: ConfigPart): void {
  const { object } = part;
  if (!present(object['timeout'])) refuse(part, 'timeout', 'must be set');
  checkDuration(part, 'timeout', (value) => value > 0n && value <= 30n * second, 'above 0 and at most 30s');
  for (const key of ['authorizedTTL', 'unauthorizedTTL'])
    checkDuration(part, key, (value) => value >= 0n, 'more than 0');
  checkGiven(part, 'subjectAccessReviewVersion', ['v1', 'v1beta1']);
  if (
    present(object['matchConditionSubjectAccessReviewVersion']) ||
    list(object, 'matchConditions').length > 0
  )
    checkGiven(part, 'matchConditionSubjectAccessReviewVersion', ['v1']);
  checkGiven(part, 'failurePolicy', ['Deny', 'NoOpinion']);
  checkConnection(below(part, 'connectionInfo', map(object, 'connectionInfo')));
}

function checkGiven(part: ConfigPart, key: string, allowed: readonly string[]): void {
  const value = text(part.object, key);
  if (value === '') refuse(part, key, 'must be set');
  else checkWord(part, key, value, allowed);
}

function checkConnection(part: ConfigPart): void {
  const { object } = part;
  checkGiven(part, 'type', ['InClusterConfig', 'KubeConfigFile']);
  const file = text(object, 'kubeConfigFile');
  if (text(object, 'type') === 'InClusterConfig' && present(object['kubeConfigFile']))
    refuse(part, 'kubeConfigFile', 'must be absent unless type is KubeConfigFile');
  if (text(object, 'type') === 'KubeConfigFile' && !file.startsWith('/'))
    refuse(part, 'kubeConfigFile', 'must be an absolute path');
}
