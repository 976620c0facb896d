import type { FieldPath } from '../field-path.ts';
import { child } from '../field-path.ts';
import { itemOf, list, map, text } from '../meta/fields.ts';
import { reportDuplicate, reportForbidden, reportMissing } from '../meta/report.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import { checkContainer } from './container.ts';
import { checkLifecycle, hasLifecycle } from './lifecycle.ts';
import type { PodScope } from './pod-scope.ts';
import { checkHostNetworkPorts, checkHostPorts } from './ports.ts';
import { checkProbes } from './probes.ts';
import { checkInitResizePolicy } from './resize-policy.ts';
import { checkInitRestart, checkRestart, isSidecar } from './restart-rules.ts';

/** All containers of a pod. */
export function checkContainers(scope: PodScope): void {
  const { spec, path, problems } = scope;
  const containers = list(spec, 'containers');
  const names = new Set<string>();
  const at = child(path, 'containers');
  if (containers.length === 0) reportMissing(problems, at);
  else checkMainContainers(containers, at, names, scope);
  const first = list(spec, 'initContainers');
  if (first.length > 0) checkInitContainers(first, child(path, 'initContainers'), names, scope);
  if (list(spec, 'ephemeralContainers').length === 0) return;
  const words = 'must not be set: ephemeral containers are added to running pods';
  reportForbidden(problems, child(path, 'ephemeralContainers'), words);
}

function checkMainContainers(
  containers: JsonArray,
  path: FieldPath,
  names: Set<string>,
  scope: PodScope,
): void {
  for (let index = 0; index < containers.length; index += 1) {
    const container = itemOf(containers[index]);
    const at = child(path, index);
    checkContainer(container, at, scope);
    checkUnique(container, at, names, scope);
    checkLifecycle(container, at, scope);
    checkProbes(container, at, scope);
    checkRestart(container, at, scope);
  }
  checkHostPorts(containers, path, scope);
  if (scope.hostNetwork) checkHostNetworkPorts(containers, path, scope);
}

function checkUnique(
  container: JsonObject,
  path: FieldPath,
  names: Set<string>,
  { problems }: PodScope,
): void {
  const name = text(container, 'name');
  if (name === '') return;
  if (names.has(name)) reportDuplicate(problems, child(path, 'name'), name);
  names.add(name);
}

const forSidecars = ['livenessProbe', 'readinessProbe', 'startupProbe'];

function checkInitContainers(
  containers: JsonArray,
  path: FieldPath,
  names: Set<string>,
  scope: PodScope,
): void {
  for (let index = 0; index < containers.length; index += 1) {
    const container = itemOf(containers[index]);
    const at = child(path, index);
    checkContainer(container, at, scope);
    checkInitRestart(container, at, scope);
    checkUnique(container, at, names, scope);
    if (isSidecar(container)) {
      checkLifecycle(container, at, scope);
      checkProbes(container, at, scope);
    } else {
      checkNoSidecarFields(container, at, scope);
      checkInitResizePolicy(container, at, scope);
    }
  }
  // They run one after the other, so that each has the node's ports for itself.
  for (const container of containers) checkHostPorts([container], path, scope);
}

function checkNoSidecarFields(container: JsonObject, path: FieldPath, { problems }: PodScope): void {
  const words = 'may be set in init containers with restartPolicy: Always only';
  if (hasLifecycle(container)) reportForbidden(problems, child(path, 'lifecycle'), words);
  for (const key of forSidecars) {
    if (map(container, key)) reportForbidden(problems, child(path, key), words);
  }
}
