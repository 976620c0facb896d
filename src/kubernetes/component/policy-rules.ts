import { child } from '../field-path.ts';
import { list, map, text } from '../meta/fields.ts';
import type { NameRule } from '../meta/name-rule.ts';
import { dns1123Label, dns1123Subdomain } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import type { KindRule } from '../rule.ts';
import { isObject } from '../value.ts';
import { below, type ConfigPart, checkOneOf, checkWord, refuse } from './config-field.ts';

const auditLevels = ['Metadata', 'None', 'Request', 'RequestResponse'];
const auditStages = ['Panic', 'RequestReceived', 'ResponseComplete', 'ResponseStarted'];

/**
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/staging/src/k8s.io/apiserver/pkg/apis/audit/validation/validation.go
 */
export const checkAuditPolicy: KindRule = (object, { minor, problems }) => {
  const part: ConfigPart = { object, path: undefined, minor, problems };
  const rules = list(object, 'rules');
  if (rules.length === 0) refuse(part, 'rules', 'must have an item');
  checkStages(part);
  rules.forEach((rule, index) => {
    const here = below({ ...part, path: child(undefined, 'rules') }, index, isObject(rule) ? rule : {});
    const level = text(here.object, 'level');
    if (level === '') refuse(here, 'level', `must be set, to ${auditLevels.join(', ')}`);
    else checkWord(here, 'level', level, auditLevels);
    checkStages(here);
    checkUrls(here);
    checkGroups(here);
  });
};

function checkStages(part: ConfigPart): void {
  const here: ConfigPart = { ...part, path: child(part.path, 'omitStages') };
  list(part.object, 'omitStages').forEach((stage, index) => {
    if (typeof stage === 'string') checkWord(here, index, stage, auditStages);
  });
}

function checkUrls(part: ConfigPart): void {
  const urls = list(part.object, 'nonResourceURLs');
  const here: ConfigPart = { ...part, path: child(part.path, 'nonResourceURLs') };
  if (
    urls.length > 0 &&
    (list(part.object, 'resources').length > 0 || list(part.object, 'namespaces').length > 0)
  )
    refuse(part, 'nonResourceURLs', 'cannot be set beside resources or namespaces');
  urls.forEach((url, index) => {
    if (typeof url !== 'string' || url === '*') return;
    const star = url.indexOf('*');
    if (!url.startsWith('/')) refuse(here, index, 'must begin with /, or be *');
    else if (star >= 0 && star < url.length - 1) refuse(here, index, 'must have * at its end alone');
  });
}

function checkGroups(part: ConfigPart): void {
  list(part.object, 'resources').forEach((resource, index) => {
    if (!isObject(resource)) return;
    const here: ConfigPart = { ...part, object: resource, path: child(child(part.path, 'resources'), index) };
    const group = text(resource, 'group');
    if (group !== '' && !dns1123Subdomain.test(group))
      refuse(here, 'group', `must be the name of a group without its version, not ${quoted(group)}`);
    if (list(resource, 'resourceNames').length > 0 && list(resource, 'resources').length === 0)
      refuse(here, 'resourceNames', 'needs resources beside it');
  });
}

const securityLevels = ['baseline', 'privileged', 'restricted'];

/**
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/staging/src/k8s.io/pod-security-admission/admission/api/validation/validation.go
 */
export const checkPodSecurity: KindRule = (object, { minor, problems }) => {
  const part: ConfigPart = { object, path: undefined, minor, problems };
  const defaults = below(part, 'defaults', map(object, 'defaults'));
  for (const mode of ['audit', 'enforce', 'warn']) {
    checkOneOf(defaults, mode, securityLevels);
    const version = text(defaults.object, `${mode}-version`);
    if (version !== '' && !/^(?:latest|v1\.(?:0|[1-9]\d{0,8}))$/.test(version))
      refuse(
        defaults,
        `${mode}-version`,
        `must be latest or a version such as v1.34, not ${quoted(version)}`,
      );
  }
  const exemptions = below(part, 'exemptions', map(object, 'exemptions'));
  checkNames(exemptions, 'namespaces', dns1123Label);
  checkNames(exemptions, 'runtimeClasses', dns1123Subdomain);
  checkNames(exemptions, 'usernames', { test: (name) => name !== '', words: 'a name' });
};

function checkNames(part: ConfigPart, key: string, rule: NameRule): void {
  const here: ConfigPart = { ...part, path: child(part.path, key) };
  const names = list(part.object, key);
  names.forEach((name, index) => {
    if (typeof name !== 'string') return;
    if (!rule.test(name)) refuse(here, index, `must be ${rule.words}`);
    else if (names.indexOf(name) < index) refuse(here, index, `repeats ${quoted(name)}`);
  });
}
