import { child } from '../field-path.ts';
import { list, map, pointedText } from '../meta/fields.ts';
import { checkLabels } from '../meta/labels.ts';
import { checkName, dns1123Label, dns1123Subdomain } from '../meta/names.ts';
import {
  checkChoice,
  checkOptionalName,
  checkPointedChoice,
  checkRange,
  reportForbidden,
  reportTooLong,
} from '../meta/report.ts';
import { checkLimits } from './container-resources.ts';
import { checkContainers } from './containers.ts';
import { checkDns } from './dns.ts';
import { hasFeature } from './features.ts';
import { checkReadinessGates, checkSchedulingGates } from './gates.ts';
import { checkHostAliases } from './host-aliases.ts';
import { checkHostProcess } from './host-process.ts';
import { checkHostUsers } from './host-users.ts';
import { checkOperatingSystem } from './operating-system.ts';
import { checkAffinity } from './pod-affinity.ts';
import { checkPodResources } from './pod-resources.ts';
import type { PodScope } from './pod-scope.ts';
import { checkPodSecurity } from './pod-security.ts';
import { checkPodClaims } from './resource-claims.ts';
import { checkTolerations } from './tolerations.ts';
import { checkTopologySpread } from './topology-spread.ts';
import { checkVolumes } from './volumes.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/validation/validation.go (ValidatePodSpec)

/** Everything under `spec` of a pod or a template. */
export function checkPodSpec(scope: PodScope): void {
  checkVolumes(scope);
  checkContainers(scope);
  checkPodClaims(scope);
  checkPodResources(scope);
  checkScalars(scope);
  checkNames(scope);
  checkHostname(scope);
  checkPodSecurity(scope);
  checkHostUsers(scope);
  checkHostProcess(scope);
  checkOperatingSystem(scope);
  checkPlacement(scope);
  checkDns(scope);
  checkHostAliases(scope);
  checkReadinessGates(scope);
  checkSchedulingGates(scope);
}

const restartPolicies = ['Always', 'OnFailure', 'Never'];
const preemptionPolicies = ['PreemptLowerPriority', 'Never'];
const mostSeconds = 2 ** 31 - 1;

function checkScalars({ spec, path, problems }: PodScope): void {
  checkChoice(problems, spec, path, 'restartPolicy', restartPolicies);
  checkPointedChoice(problems, spec, path, 'preemptionPolicy', preemptionPolicies);
  checkRange(problems, spec, path, 'activeDeadlineSeconds', 1, mostSeconds);
  const overhead = map(spec, 'overhead');
  if (overhead) checkLimits(overhead, child(path, 'overhead'), problems);
}

function checkNames({ spec, path, problems }: PodScope): void {
  checkOptionalName(problems, spec, path, 'serviceAccountName', dns1123Subdomain);
  // The old name of the field counts where the new one is not there.
  if (!spec['serviceAccountName'])
    checkOptionalName(problems, spec, path, 'serviceAccount', dns1123Subdomain);
  checkOptionalName(problems, spec, path, 'nodeName', dns1123Subdomain);
  checkOptionalName(problems, spec, path, 'priorityClassName', dns1123Subdomain);
  checkOptionalName(problems, spec, path, 'hostname', dns1123Label);
  checkOptionalName(problems, spec, path, 'subdomain', dns1123Label);
  const runtimeClass = pointedText(spec, 'runtimeClassName');
  if (runtimeClass === undefined || dns1123Subdomain.test(runtimeClass)) return;
  checkName(runtimeClass, dns1123Subdomain, child(path, 'runtimeClassName'), problems);
}

const longestHostname = 64;

function checkHostname(scope: PodScope): void {
  const { spec, path, problems } = scope;
  const hostname = pointedText(spec, 'hostnameOverride');
  if (hostname === undefined || !hasFeature(scope, 'HostnameOverride')) return;
  const at = child(path, 'hostnameOverride');
  if (spec['setHostnameAsFQDN'] === true) {
    reportForbidden(problems, at, 'must not be set beside setHostnameAsFQDN');
  }
  if (scope.hostNetwork) reportForbidden(problems, at, 'must not be set beside hostNetwork');
  if (Buffer.byteLength(hostname) > longestHostname) reportTooLong(problems, at, longestHostname);
  checkName(hostname, dns1123Subdomain, at, problems);
}

/** Where the pod may run. */
function checkPlacement(scope: PodScope): void {
  const { spec, path, problems } = scope;
  checkLabels(spec['nodeSelector'], child(path, 'nodeSelector'), problems);
  checkAffinity(scope);
  const tolerations = list(spec, 'tolerations');
  if (tolerations.length > 0) checkTolerations(tolerations, child(path, 'tolerations'), scope);
  checkTopologySpread(scope);
}
