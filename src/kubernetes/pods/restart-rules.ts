import { child, type FieldPath, formatPath } from '../field-path.ts';
import { itemOf, list, map, pointedText, text } from '../meta/fields.ts';
import { reportForbidden, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import { hasFeature } from './features.ts';
import type { PodScope } from './pod-scope.ts';

const policies = ['Always', 'Never', 'OnFailure'];
const operators = ['In', 'NotIn'];
const mostRules = 20;
const mostExitCodes = 255;

// In 1.34 the fields are there, but dropped while the gate ContainerRestartRules is off; before, restartPolicy
// of a container meant sidecars and nothing else.
const firstMinorWithRules = 34;

/** True for an init container that runs as long as the pod does. */
export function isSidecar(container: JsonObject): boolean {
  return text(container, 'restartPolicy') === 'Always';
}

/** `restartPolicy` and `restartPolicyRules` of a container that is no init container. */
export function checkRestart(container: JsonObject, path: FieldPath, scope: PodScope): void {
  const policy = pointedText(container, 'restartPolicy');
  if (hasFeature(scope, 'ContainerRestartRules')) checkPolicy(container, path, scope);
  else if (policy !== undefined && scope.minor < firstMinorWithRules) {
    reportForbidden(scope.problems, child(path, 'restartPolicy'), 'may be set in init containers only');
  }
}

/** The same of an init container. */
export function checkInitRestart(container: JsonObject, path: FieldPath, scope: PodScope): void {
  if (!hasFeature(scope, 'ContainerRestartRules')) {
    const policy = pointedText(container, 'restartPolicy');
    if (scope.minor >= firstMinorWithRules || policy === undefined || policy === 'Always') return;
    reportUnsupported(scope.problems, child(path, 'restartPolicy'), policy, ['Always']);
    return;
  }
  if (!isSidecar(container) || hasFeature(scope, 'RestartAllContainersOnContainerExits')) {
    checkPolicy(container, path, scope);
  } else if (list(container, 'restartPolicyRules').length > 0) {
    const words = 'must not be set beside restartPolicy: Always';
    reportForbidden(scope.problems, child(path, 'restartPolicyRules'), words);
  }
}

function checkPolicy(container: JsonObject, path: FieldPath, scope: PodScope): void {
  const { problems } = scope;
  const policy = pointedText(container, 'restartPolicy');
  const rules = list(container, 'restartPolicyRules');
  const at = child(path, 'restartPolicy');
  if (policy === undefined) {
    if (rules.length > 0) reportMissing(problems, at, 'beside restartPolicyRules');
  } else if (!policies.includes(policy)) {
    reportUnsupported(problems, at, policy, policies);
  }
  if (rules.length > 0) checkRules(rules, child(path, 'restartPolicyRules'), scope);
}

function checkRules(rules: JsonArray, path: FieldPath, scope: PodScope): void {
  if (rules.length > mostRules) reportTooMany(path, mostRules, scope);
  const actions = hasFeature(scope, 'RestartAllContainersOnContainerExits')
    ? ['Restart', 'RestartAllContainers']
    : ['Restart'];
  for (let index = 0; index < rules.length; index += 1) {
    const rule = itemOf(rules[index]);
    const at = child(path, index);
    const action = text(rule, 'action');
    if (!actions.includes(action)) reportUnsupported(scope.problems, child(at, 'action'), action, actions);
    checkExitCodes(rule, child(at, 'exitCodes'), scope);
  }
}

function checkExitCodes(rule: JsonObject, path: FieldPath, scope: PodScope): void {
  const exitCodes = map(rule, 'exitCodes');
  if (!exitCodes) {
    reportMissing(scope.problems, path);
    return;
  }
  const operator = text(exitCodes, 'operator');
  if (!operators.includes(operator)) {
    reportUnsupported(scope.problems, child(path, 'operator'), operator, operators);
  }
  if (list(exitCodes, 'values').length > mostExitCodes) {
    reportTooMany(child(path, 'values'), mostExitCodes, scope);
  }
}

function reportTooMany(path: FieldPath, most: number, { problems }: PodScope): void {
  problems.value('manifest/too-many', path, `${formatPath(path)} must have at most ${most} items`);
}
