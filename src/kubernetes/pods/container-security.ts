import { child, type FieldPath } from '../field-path.ts';
import { flag, list, map, pointedText } from '../meta/fields.ts';
import { checkRange, reportInvalid, reportUnsupported } from '../meta/report.ts';
import type { JsonObject } from '../value.ts';
import { checkAppArmorProfile } from './apparmor.ts';
import { hasFeature } from './features.ts';
import type { PodScope } from './pod-scope.ts';
import { checkSeccompProfile } from './seccomp.ts';
import { checkWindowsOptions } from './windows-options.ts';

/** The largest user and group id that the API server takes: they have 31 bits. */
export const mostUserId = 2 ** 31 - 1;

/** `securityContext` of a container. */
export function checkSecurityContext(security: JsonObject, path: FieldPath, scope: PodScope): void {
  const { problems } = scope;
  checkRange(problems, security, path, 'runAsUser', 0, mostUserId);
  checkRange(problems, security, path, 'runAsGroup', 0, mostUserId);
  checkProcMount(security, path, scope);
  checkEscalation(security, path, scope);
  checkSeccompProfile(security, path, problems);
  checkWindowsOptions(security, path, problems);
  checkAppArmorProfile(security, path, problems);
}

const procMounts = ['Default', 'Unmasked'];

function checkProcMount(security: JsonObject, path: FieldPath, scope: PodScope): void {
  const procMount = pointedText(security, 'procMount');
  if (procMount === undefined || !hasFeature(scope, 'ProcMountType')) return;
  const at = child(path, 'procMount');
  if (!procMounts.includes(procMount)) reportUnsupported(scope.problems, at, procMount, procMounts);
  if (procMount === 'Unmasked' && scope.hostUsers) {
    reportInvalid(scope.problems, at, 'may be Unmasked in pods with hostUsers: false only');
  }
}

/** A container cannot both be kept from more privileges and have them. */
function checkEscalation(security: JsonObject, path: FieldPath, { problems }: PodScope): void {
  if (flag(security, 'allowPrivilegeEscalation') !== false) return;
  const at = child(path, 'allowPrivilegeEscalation');
  if (flag(security, 'privileged') === true) {
    reportInvalid(problems, at, 'must not be false in a privileged container');
  }
  if (list(map(security, 'capabilities'), 'add').includes('CAP_SYS_ADMIN')) {
    reportInvalid(problems, at, 'must not be false in a container with CAP_SYS_ADMIN');
  }
}
