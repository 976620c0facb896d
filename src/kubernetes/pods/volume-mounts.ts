import { child, type FieldPath } from '../field-path.ts';
import { flag, itemOf, list, map, pointedText, text } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import {
  reportForbidden,
  reportInvalid,
  reportMissing,
  reportNotFound,
  reportUnsupported,
} from '../meta/report.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import { checkDescendingPath } from './paths.ts';
import type { PodScope } from './pod-scope.ts';
import { checkDevices, checkUnclaimed, claimsOf } from './volume-devices.ts';

/** `volumeMounts` and `volumeDevices` of a container, and that they don't claim the same things. */
export function checkMounts(container: JsonObject, path: FieldPath, scope: PodScope): void {
  const mounts = keptMounts(list(container, 'volumeMounts'), scope);
  const devices = list(container, 'volumeDevices');
  const paths = mounts.length > 1 ? new Set<string>() : undefined;
  const claimed = devices.length > 0 ? claimsOf(devices, 'devicePath') : undefined;
  for (let index = 0; index < mounts.length; index += 1) {
    const mount = itemOf(mounts[index]);
    const at = child(child(path, 'volumeMounts'), index);
    checkMount(mount, at, paths, scope);
    if (claimed) checkUnclaimed(mount, 'mountPath', claimed, 'volumeDevices', at, scope);
    checkMountOptions(mount, container, at, scope);
  }
  if (claimed) checkDevices(devices, claimsOf(mounts, 'mountPath'), child(path, 'volumeDevices'), scope);
}

function keptMounts(mounts: JsonArray, { droppedVolumes }: PodScope): JsonArray {
  if (droppedVolumes.size === 0) return mounts;
  return mounts.filter((mount) => !droppedVolumes.has(text(itemOf(mount), 'name')));
}

function checkMount(
  mount: JsonObject,
  path: FieldPath,
  paths: Set<string> | undefined,
  { problems, volumes }: PodScope,
): void {
  const name = text(mount, 'name');
  if (name === '') reportMissing(problems, child(path, 'name'));
  else if (!volumes.has(name)) {
    reportNotFound(problems, child(path, 'name'), name, 'a volume of the pod', volumes.keys());
  }
  const mountPath = text(mount, 'mountPath');
  if (mountPath === '') reportMissing(problems, child(path, 'mountPath'));
  else if (paths?.has(mountPath)) {
    reportInvalid(
      problems,
      child(path, 'mountPath'),
      `must be unique, and ${quoted(mountPath)} is there already`,
    );
  }
  paths?.add(mountPath);
  const subPath = text(mount, 'subPath');
  if (subPath !== '') checkDescendingPath(problems, child(path, 'subPath'), subPath);
  const expression = text(mount, 'subPathExpr');
  if (expression === '') return;
  if (subPath !== '') reportInvalid(problems, child(path, 'subPathExpr'), 'must not be set beside subPath');
  checkDescendingPath(problems, child(path, 'subPathExpr'), expression);
}

const propagations = ['Bidirectional', 'HostToContainer', 'None'];
const recursions = ['Disabled', 'Enabled', 'IfPossible'];

function checkMountOptions(
  mount: JsonObject,
  container: JsonObject,
  path: FieldPath,
  { problems }: PodScope,
): void {
  const propagation = pointedText(mount, 'mountPropagation');
  if (propagation !== undefined) {
    const at = child(path, 'mountPropagation');
    if (!propagations.includes(propagation)) reportUnsupported(problems, at, propagation, propagations);
    const privileged = flag(map(container, 'securityContext'), 'privileged') ?? false;
    if (propagation === 'Bidirectional' && !privileged) {
      reportForbidden(problems, at, 'may be Bidirectional in privileged containers only');
    }
  }
  const recursion = pointedText(mount, 'recursiveReadOnly');
  if (recursion === undefined || recursion === 'Disabled') return;
  const at = child(path, 'recursiveReadOnly');
  if (!recursions.includes(recursion)) {
    reportUnsupported(problems, at, recursion, recursions);
    return;
  }
  if (flag(mount, 'readOnly') !== true) reportForbidden(problems, at, 'may be set with readOnly: true only');
  if (propagation !== undefined && propagation !== 'None') {
    reportForbidden(problems, at, 'may be set with mountPropagation None only');
  }
}
