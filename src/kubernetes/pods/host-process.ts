import { child } from '../field-path.ts';
import { flag, itemOf, list, map } from '../meta/fields.ts';
import { reportInvalid } from '../meta/report.ts';
import type { JsonObject } from '../value.ts';
import type { PodScope } from './pod-scope.ts';

/** Windows containers that are processes of the host: all of a pod, or none, and on the host's network. */
export function checkHostProcess(scope: PodScope): void {
  const ofPod = hostProcessOf(scope.securityContext);
  let all = 0;
  let onHost = 0;
  for (const key of ['initContainers', 'containers']) {
    const containers = list(scope.spec, key);
    for (let index = 0; index < containers.length; index += 1) {
      const own = hostProcessOf(map(itemOf(containers[index]), 'securityContext'));
      all += 1;
      if (own ?? ofPod) onHost += 1;
      if (own === undefined || ofPod === undefined || own === ofPod) continue;
      const security = child(
        child(child(child(scope.path, key), index), 'securityContext'),
        'windowsOptions',
      );
      reportInvalid(scope.problems, child(security, 'hostProcess'), `must be ${ofPod}, as it is for the pod`);
    }
  }
  if (onHost === 0) return;
  if (onHost < all) {
    reportInvalid(scope.problems, scope.path, 'must have hostProcess in all of its containers, or in none');
  }
  if (!scope.hostNetwork) {
    reportInvalid(
      scope.problems,
      child(scope.path, 'hostNetwork'),
      'must be true for hostProcess containers',
    );
  }
}

function hostProcessOf(security: JsonObject | undefined): boolean | undefined {
  const options = security && map(security, 'windowsOptions');
  return options && flag(options, 'hostProcess');
}
