import { child } from '../field-path.ts';
import { flag, itemOf, list } from '../meta/fields.ts';
import { reportForbidden } from '../meta/report.ts';
import type { PodScope } from './pod-scope.ts';

const firstMinorWithoutDevices = 34;

/** A pod with users of its own cannot share the host's other namespaces, nor use raw devices. */
export function checkHostUsers({ minor, spec, path, hostUsers, problems }: PodScope): void {
  if (hostUsers) return;
  const words = 'must not be set beside hostUsers: false';
  for (const key of ['hostNetwork', 'hostPID', 'hostIPC']) {
    if (flag(spec, key)) reportForbidden(problems, child(path, key), words);
  }
  if (minor < firstMinorWithoutDevices) return;
  for (const key of ['initContainers', 'containers']) {
    const containers = list(spec, key);
    for (let index = 0; index < containers.length; index += 1) {
      if (list(itemOf(containers[index]), 'volumeDevices').length === 0) continue;
      reportForbidden(problems, child(child(child(path, key), index), 'volumeDevices'), words);
    }
  }
}
