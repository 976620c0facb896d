import { child, type FieldPath } from '../field-path.ts';
import { itemOf, map, text } from '../meta/fields.ts';
import { reportInvalid, reportMissing, reportNotFound } from '../meta/report.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import { hasBackstep } from './paths.ts';
import type { PodScope } from './pod-scope.ts';

/** Volumes and paths that mounts, or devices, take for themselves. */
export interface VolumeClaims {
  readonly names: ReadonlySet<string>;
  readonly paths: ReadonlySet<string>;
}

/** What the items take; of a volume that is there twice, only the last path counts, as in the API server. */
export function claimsOf(items: JsonArray, pathKey: 'mountPath' | 'devicePath'): VolumeClaims {
  const byName = new Map<string, string>();
  for (const item of items) byName.set(text(itemOf(item), 'name'), text(itemOf(item), pathKey));
  return { names: new Set(byName.keys()), paths: new Set(byName.values()) };
}

/** A volume is mounted or given as a device, not both, and so is a path. */
export function checkUnclaimed(
  item: JsonObject,
  pathKey: 'mountPath' | 'devicePath',
  claimed: VolumeClaims,
  others: string,
  path: FieldPath,
  { problems }: PodScope,
): void {
  if (claimed.names.has(text(item, 'name'))) {
    reportInvalid(problems, child(path, 'name'), `must not name a volume that is in ${others} too`);
  }
  if (claimed.paths.has(text(item, pathKey))) {
    reportInvalid(problems, child(path, pathKey), `must not be a path of ${others} too`);
  }
}

/** Volumes that a container gets as raw devices. */
export function checkDevices(
  devices: JsonArray,
  mounted: VolumeClaims,
  path: FieldPath,
  scope: PodScope,
): void {
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
    checkUnclaimed(device, 'devicePath', mounted, 'volumeMounts', at, scope);
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
