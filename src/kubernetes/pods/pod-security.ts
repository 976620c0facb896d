import { child } from '../field-path.ts';
import { flag, list, map } from '../meta/fields.ts';
import { checkPointedChoice, checkRange, reportInvalid } from '../meta/report.ts';
import { checkAppArmorProfile } from './apparmor.ts';
import { mostUserId } from './container-security.ts';
import { hasFeature } from './features.ts';
import type { PodScope } from './pod-scope.ts';
import { checkSeccompProfile } from './seccomp.ts';
import { checkSysctls } from './sysctls.ts';
import { checkWindowsOptions } from './windows-options.ts';

const fsGroupPolicies = ['Always', 'OnRootMismatch'];
const groupPolicies = ['Merge', 'Strict'];
const seLinuxPolicies = ['MountOption', 'Recursive'];
const seLinuxWithoutMount = ['Recursive'];

/** `securityContext` of a pod. */
export function checkPodSecurity(scope: PodScope): void {
  const { spec, problems } = scope;
  if (flag(spec, 'shareProcessNamespace') === true && flag(spec, 'hostPID') === true) {
    reportInvalid(problems, child(scope.path, 'shareProcessNamespace'), 'must not be true beside hostPID');
  }
  const security = map(spec, 'securityContext');
  if (!security) return;
  const path = child(scope.path, 'securityContext');
  for (const key of ['fsGroup', 'runAsUser', 'runAsGroup']) {
    checkRange(problems, security, path, key, 0, mostUserId);
  }
  checkGroups(scope);
  checkSysctls(list(security, 'sysctls'), child(path, 'sysctls'), scope);
  checkPointedChoice(problems, security, path, 'fsGroupChangePolicy', fsGroupPolicies);
  if (hasFeature(scope, 'SupplementalGroupsPolicy')) {
    checkPointedChoice(problems, security, path, 'supplementalGroupsPolicy', groupPolicies);
  }
  if (hasFeature(scope, 'SELinuxChangePolicy')) {
    const policies = hasFeature(scope, 'SELinuxMount') ? seLinuxPolicies : seLinuxWithoutMount;
    checkPointedChoice(problems, security, path, 'seLinuxChangePolicy', policies);
  }
  checkSeccompProfile(security, path, problems);
  checkWindowsOptions(security, path, problems);
  checkAppArmorProfile(security, path, problems);
}

function checkGroups({ securityContext, path, problems }: PodScope): void {
  const groups = list(securityContext, 'supplementalGroups');
  for (let index = 0; index < groups.length; index += 1) {
    const group = Number(groups[index] ?? 0);
    if (group >= 0 && group <= mostUserId) continue;
    const at = child(child(child(path, 'securityContext'), 'supplementalGroups'), index);
    reportInvalid(problems, at, `must be from 0 to ${mostUserId}, not ${group}`);
  }
}
