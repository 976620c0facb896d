import { child, type FieldPath } from '../field-path.ts';
import { flag, list } from '../meta/fields.ts';
import { eachItem, texts } from '../meta/items.ts';
import { checkName, dns1123Label } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';
import { checkFlowSubject } from './flow-subject.ts';

const verbs: readonly string[] = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'proxy',
  'update',
  'watch',
];

/** Checks a rule of a FlowSchema: whose requests, and which ones. */
export function checkFlowRule(rule: JsonObject, path: FieldPath, problems: Problems): void {
  if (list(rule, 'subjects').length === 0) reportMissing(problems, child(path, 'subjects'));
  eachItem(rule, 'subjects', path, (subject, at) => checkFlowSubject(subject, at, problems));
  if (list(rule, 'resourceRules').length === 0 && list(rule, 'nonResourceRules').length === 0) {
    reportMissing(problems, path, 'with resourceRules or nonResourceRules');
  }
  eachItem(rule, 'resourceRules', path, (item, at) => checkResourceRule(item, at, problems));
  eachItem(rule, 'nonResourceRules', path, (item, at) => checkNonResourceRule(item, at, problems));
}

function checkResourceRule(rule: JsonObject, path: FieldPath, problems: Problems): void {
  checkVerbs(rule, path, problems);
  checkAll(rule, 'apiGroups', path, problems);
  checkAll(rule, 'resources', path, problems);
  const namespaces = texts(rule, 'namespaces');
  if (namespaces.length === 0 && flag(rule, 'clusterScope') !== true) {
    reportMissing(problems, child(path, 'namespaces'), 'unless clusterScope is true');
  }
  if (!checkWildcard(namespaces, child(path, 'namespaces'), problems)) return;
  namespaces.forEach((namespace, index) => {
    checkName(namespace, dns1123Label, child(child(path, 'namespaces'), index), problems);
  });
}

function checkNonResourceRule(rule: JsonObject, path: FieldPath, problems: Problems): void {
  checkVerbs(rule, path, problems);
  const urls = checkAll(rule, 'nonResourceURLs', path, problems);
  urls.forEach((url, index) => {
    if (isUrlPath(url)) return;
    const at = child(child(path, 'nonResourceURLs'), index);
    reportInvalid(
      problems,
      at,
      `must be a path from "/", with "*" only as its last step, not ${quoted(url)}`,
    );
  });
}

function checkVerbs(rule: JsonObject, path: FieldPath, problems: Problems): void {
  checkAll(rule, 'verbs', path, problems).forEach((verb, index) => {
    if (!verbs.includes(verb)) reportUnsupported(problems, child(child(path, 'verbs'), index), verb, verbs);
  });
}

/** A list that has to hold something; answers its items, none where they are all that there is. */
function checkAll(rule: JsonObject, key: string, path: FieldPath, problems: Problems): readonly string[] {
  const values = texts(rule, key);
  if (values.length === 0) reportMissing(problems, child(path, key));
  return checkWildcard(values, child(path, key), problems) ? values : [];
}

/** `*` has to stand alone. Answers whether there is none. */
function checkWildcard(values: readonly string[], path: FieldPath, problems: Problems): boolean {
  if (!values.includes('*')) return true;
  if (values.length > 1) reportInvalid(problems, path, 'must hold nothing else where it holds "*"');
  return false;
}

function isUrlPath(path: string): boolean {
  if (!path.startsWith('/') || path.includes(' ') || path.includes('//')) return false;
  const star = path.indexOf('*');
  return star < 0 || (star === path.length - 1 && path.endsWith('/*'));
}
