import { child, type FieldPath } from '../field-path.ts';
import { flag, list, map, text } from '../meta/fields.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import { checkDescendingPath, hasBackstep } from './paths.ts';
import type { PodScope } from './pod-scope.ts';
import { itemOf, pointedText } from './read.ts';
import {
  reportForbidden,
  reportInvalid,
  reportMissing,
  reportNotFound,
  reportUnsupported,
} from './report.ts';

/** `volumeMounts` and `volumeDevices` of a container, and that they don't claim the same things. */
export function checkMounts(container: JsonObject, path: FieldPath, scope: PodScope): void {
  const mounts = list(container, 'volumeMounts');
  const devices = list(container, 'volumeDevices');
  const paths = mounts.length > 1 ? new Set<string>() : undefined;
  for (let index = 0; index < mounts.length; index += 1) {
    const mount = itemOf(mounts[index]);
    const at = child(child(path, 'volumeMounts'), index);
    if (scope.droppedVolumes.has(text(mount, 'name'))) continue;
    checkMount(mount, at, paths, scope);
    if (devices.length > 0) checkAgainstDevices(mount, devices, at, scope);
    checkMountOptions(mount, container, at, scope);
  }
  if (devices.length > 0) checkDevices(devices, mounts, child(path, 'volumeDevices'), scope);
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
    reportInvalid(problems, child(path, 'mountPath'), `must be unique, and ${mountPath} is mounted already`);
  }
  paths?.add(mountPath);
  const subPath = text(mount, 'subPath');
  if (subPath !== '') checkDescendingPath(problems, child(path, 'subPath'), subPath);
  const expression = text(mount, 'subPathExpr');
  if (expression === '') return;
  if (subPath !== '') reportInvalid(problems, child(path, 'subPathExpr'), 'must not be set beside subPath');
  checkDescendingPath(problems, child(path, 'subPathExpr'), expression);
}

function checkAgainstDevices(
  mount: JsonObject,
  devices: JsonArray,
  path: FieldPath,
  { problems }: PodScope,
): void {
  if (devices.some((device) => text(itemOf(device), 'name') === text(mount, 'name'))) {
    reportInvalid(problems, child(path, 'name'), 'must not name a volume that is in volumeDevices too');
  }
  if (devices.some((device) => text(itemOf(device), 'devicePath') === text(mount, 'mountPath'))) {
    reportInvalid(problems, child(path, 'mountPath'), 'must not be a path of volumeDevices too');
  }
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

function checkDevices(devices: JsonArray, mounts: JsonArray, path: FieldPath, scope: PodScope): void {
  const { problems } = scope;
  const names = new Set<string>();
  const paths = new Set<string>();
  for (let index = 0; index < devices.length; index += 1) {
    const device = itemOf(devices[index]);
    const at = child(path, index);
    checkDeviceVolume(device, at, names, scope);
    const devicePath = text(device, 'devicePath');
    if (devicePath === '') reportMissing(problems, child(at, 'devicePath'));
    else if (paths.has(devicePath)) reportInvalid(problems, child(at, 'devicePath'), 'must be unique');
    if (hasBackstep(devicePath)) reportInvalid(problems, child(at, 'devicePath'), "must not contain '..'");
    paths.add(devicePath);
    checkAgainstMounts(device, mounts, at, scope);
  }
}

function checkDeviceVolume(
  device: JsonObject,
  path: FieldPath,
  names: Set<string>,
  { problems, volumes }: PodScope,
): void {
  const name = text(device, 'name');
  const at = child(path, 'name');
  const volume = volumes.get(name);
  if (name === '') reportMissing(problems, at);
  else if (!volume) reportNotFound(problems, at, name, 'a volume of the pod', volumes.keys());
  else if (!map(volume, 'persistentVolumeClaim') && !map(volume, 'ephemeral')) {
    reportInvalid(problems, at, 'must name a volume of type persistentVolumeClaim or ephemeral');
  }
  if (name !== '' && names.has(name)) reportInvalid(problems, at, 'must be unique');
  names.add(name);
}

function checkAgainstMounts(
  device: JsonObject,
  mounts: JsonArray,
  path: FieldPath,
  { problems, droppedVolumes }: PodScope,
): void {
  for (const item of mounts) {
    const mount = itemOf(item);
    if (droppedVolumes.has(text(mount, 'name'))) continue;
    if (text(mount, 'name') === text(device, 'name')) {
      reportInvalid(problems, child(path, 'name'), 'must not name a volume that is in volumeMounts too');
    }
    if (text(mount, 'mountPath') === text(device, 'devicePath')) {
      reportInvalid(problems, child(path, 'devicePath'), 'must not be a path of volumeMounts too');
    }
  }
}
