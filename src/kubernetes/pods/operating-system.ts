import { child, type FieldPath } from '../field-path.ts';
import { flag, itemOf, list, map, present } from '../meta/fields.ts';
import { reportForbidden, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { JsonObject } from '../value.ts';
import { hasFeature } from './features.ts';
import type { PodScope } from './pod-scope.ts';

const systems = ['linux', 'windows'];

/** `os`, and the fields that the other system knows. */
export function checkOperatingSystem(scope: PodScope): void {
  const { os, problems } = scope;
  if (os === undefined) return;
  const path = child(child(scope.path, 'os'), 'name');
  if (os === '') reportMissing(problems, path);
  else if (os === 'linux') forbidAll(['windowsOptions'], ['windowsOptions'], 'a Linux pod', scope);
  else if (os === 'windows') checkWindows(scope);
  else reportUnsupported(problems, path, os, systems);
}

const linuxOfPod = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
];

const linuxOfContainer = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
];

function checkWindows(scope: PodScope): void {
  const { spec, path, problems } = scope;
  for (const key of ['hostPID', 'hostIPC']) {
    if (flag(spec, key)) forbid(spec, key, path, 'a Windows pod', scope);
  }
  forbid(spec, 'shareProcessNamespace', path, 'a Windows pod', scope);
  if (hasFeature(scope, 'UserNamespacesSupport')) forbid(spec, 'hostUsers', path, 'a Windows pod', scope);
  forbidAll(linuxOfPodIn(scope), linuxOfContainer, 'a Windows pod', scope);
  if (list(scope.securityContext, 'sysctls').length === 0) return;
  const sysctls = child(child(path, 'securityContext'), 'sysctls');
  reportForbidden(problems, sysctls, 'must not be set in a Windows pod');
}

function linuxOfPodIn(scope: PodScope): readonly string[] {
  const fields = [...linuxOfPod];
  if (hasFeature(scope, 'SupplementalGroupsPolicy')) fields.push('supplementalGroupsPolicy');
  if (hasFeature(scope, 'SELinuxChangePolicy')) fields.push('seLinuxChangePolicy');
  return fields;
}

/** None of the fields may be in the security context of the pod, or of any container. */
function forbidAll(
  ofPod: readonly string[],
  ofContainer: readonly string[],
  where: string,
  scope: PodScope,
): void {
  const path = child(scope.path, 'securityContext');
  for (const key of ofPod) forbid(scope.securityContext, key, path, where, scope);
  for (const list of ['initContainers', 'containers']) {
    forbidInContainers(list, ofContainer, where, scope);
  }
}

function forbidInContainers(key: string, fields: readonly string[], where: string, scope: PodScope): void {
  const containers = list(scope.spec, key);
  for (let index = 0; index < containers.length; index += 1) {
    const security = map(itemOf(containers[index]), 'securityContext');
    if (!security) continue;
    const path = child(child(child(scope.path, key), index), 'securityContext');
    for (const field of fields) forbid(security, field, path, where, scope);
  }
}

function forbid(
  object: JsonObject,
  key: string,
  path: FieldPath,
  where: string,
  { problems }: PodScope,
): void {
  if (present(object[key])) reportForbidden(problems, child(path, key), `must not be set in ${where}`);
}
