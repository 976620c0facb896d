import { child, type FieldPath } from '../field-path.ts';
import { itemOf, list, map, present, text } from '../meta/fields.ts';
import { checkCount, eachItem } from '../meta/items.ts';
import { checkName, qualifiedName } from '../meta/names.ts';
import { checkChoice, reportInvalid, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';
import { checkExitCodes } from './exit-codes.ts';
import { templateOf } from './template.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/batch/validation/validation.go
const mostRules = 20;
const mostConditions = 20;
const actions = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const statuses = ['False', 'True', 'Unknown'];

/** `podFailurePolicy` of a Job. */
export function checkPodFailurePolicy(
  policy: JsonObject,
  spec: JsonObject,
  path: FieldPath,
  problems: Problems,
): void {
  checkCount(problems, child(path, 'rules'), list(policy, 'rules').length, mostRules);
  const containers = containerNames(templateOf(spec));
  eachItem(policy, 'rules', path, (rule, at) => {
    checkAction(rule, spec, at, problems);
    const exitCodes = map(rule, 'onExitCodes');
    if (exitCodes) checkExitCodes(exitCodes, containers, child(at, 'onExitCodes'), problems);
    checkConditions(rule, at, problems);
    const conditions = list(rule, 'onPodConditions').length > 0;
    if (conditions !== (exitCodes !== undefined)) return;
    reportInvalid(problems, at, 'must have one of onExitCodes and onPodConditions');
  });
}

function containerNames(template: JsonObject): ReadonlySet<string> {
  const spec = map(template, 'spec');
  const containers = [...list(spec, 'containers'), ...list(spec, 'initContainers')];
  return new Set(containers.map((container) => text(itemOf(container), 'name')));
}

function checkAction(rule: JsonObject, spec: JsonObject, path: FieldPath, problems: Problems): void {
  const action = text(rule, 'action');
  if (action === '') reportMissing(problems, child(path, 'action'));
  else if (action === 'FailIndex' && !present(spec['backoffLimitPerIndex'])) {
    reportInvalid(
      problems,
      child(path, 'action'),
      'must not be FailIndex unless backoffLimitPerIndex is set',
    );
  } else checkChoice(problems, rule, path, 'action', actions);
}

function checkConditions(rule: JsonObject, path: FieldPath, problems: Problems): void {
  const count = list(rule, 'onPodConditions').length;
  if (count === 0) return;
  checkCount(problems, child(path, 'onPodConditions'), count, mostConditions);
  eachItem(rule, 'onPodConditions', path, (condition, at) => {
    checkName(text(condition, 'type'), qualifiedName, child(at, 'type'), problems, 'manifest/invalid-value');
    checkChoice(problems, condition, at, 'status', statuses);
  });
}
