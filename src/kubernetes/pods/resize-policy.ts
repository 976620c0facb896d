import { child, type FieldPath } from '../field-path.ts';
import { itemOf, list, text } from '../meta/fields.ts';
import { reportDuplicate, reportInvalid, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { JsonObject } from '../value.ts';
import { hasFeature } from './features.ts';
import type { PodScope } from './pod-scope.ts';

const resources = ['cpu', 'memory'];
const restarts = ['NotRequired', 'RestartContainer'];

/** What happens to a container whose resources change. */
export function checkResizePolicy(container: JsonObject, path: FieldPath, scope: PodScope): void {
  const policies = list(container, 'resizePolicy');
  if (policies.length === 0 || !hasFeature(scope, 'InPlacePodVerticalScaling')) return;
  const { problems } = scope;
  const names = new Set<string>();
  for (let index = 0; index < policies.length; index += 1) {
    const policy = itemOf(policies[index]);
    const at = child(child(path, 'resizePolicy'), index);
    const name = text(policy, 'resourceName');
    if (names.has(name)) reportDuplicate(problems, child(at, 'resourceName'), name);
    names.add(name);
    checkRequired(policy, at, 'resourceName', resources, scope);
    checkRequired(policy, at, 'restartPolicy', restarts, scope);
    if (scope.restartPolicy === 'Never' && text(policy, 'restartPolicy') === 'RestartContainer') {
      reportInvalid(
        problems,
        child(at, 'restartPolicy'),
        'must be NotRequired in a pod with restartPolicy: Never',
      );
    }
  }
}

function checkRequired(
  policy: JsonObject,
  path: FieldPath,
  key: string,
  supported: readonly string[],
  { problems }: PodScope,
): void {
  const value = text(policy, key);
  if (value === '') reportMissing(problems, child(path, key));
  else if (!supported.includes(value)) reportUnsupported(problems, child(path, key), value, supported);
}

const firstMinorOfInitRule = 36;

/** An init container that ends cannot be restarted for new resources. */
export function checkInitResizePolicy(container: JsonObject, path: FieldPath, scope: PodScope): void {
  if (scope.minor < firstMinorOfInitRule) return;
  const policies = list(container, 'resizePolicy');
  for (let index = 0; index < policies.length; index += 1) {
    if (text(itemOf(policies[index]), 'restartPolicy') !== 'RestartContainer') continue;
    const at = child(child(child(path, 'resizePolicy'), index), 'restartPolicy');
    reportInvalid(scope.problems, at, 'may be RestartContainer in sidecars only');
  }
}
