import { child, type FieldPath } from '../field-path.ts';
import { eachItem, eachText } from '../meta/items.ts';
import { checkName, pathSegmentName } from '../meta/names.ts';
import { checkPointedChoice, reportDuplicate } from '../meta/report.ts';
import { checkLabelSelector } from '../meta/selector.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';
import { checkAdmissionRule } from './admission-rule.ts';

const matchPolicies = ['Equivalent', 'Exact'];

/** Checks which requests an admission policy or its binding is for. */
export function checkMatchResources(match: JsonObject, path: FieldPath, problems: Problems): void {
  checkPointedChoice(problems, match, path, 'matchPolicy', matchPolicies);
  checkLabelSelector(match['namespaceSelector'], child(path, 'namespaceSelector'), problems);
  checkLabelSelector(match['objectSelector'], child(path, 'objectSelector'), problems);
  const check = (rule: JsonObject, at: FieldPath) => checkNamedRule(rule, at, problems);
  eachItem(match, 'resourceRules', path, check);
  eachItem(match, 'excludeResourceRules', path, check);
}

function checkNamedRule(rule: JsonObject, path: FieldPath, problems: Problems): void {
  const names = new Set<string>();
  eachText(rule, 'resourceNames', path, (name, at) => {
    checkName(name, pathSegmentName, at, problems);
    if (names.has(name)) reportDuplicate(problems, at, name);
    names.add(name);
  });
  checkAdmissionRule(rule, path, problems);
}
