import { child, type FieldPath } from '../field-path.ts';
import { itemOf, list, map, text } from '../meta/fields.ts';
import { checkName, dns1123Label, dns1123Subdomain } from '../meta/names.ts';
import { reportDuplicate, reportForbidden, reportInvalid, requireName } from '../meta/report.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import type { PodScope } from './pod-scope.ts';
import { volumeSources } from './volume-sources.ts';

/** Volumes of a pod. */
export function checkVolumes(scope: PodScope): void {
  const volumes = list(scope.spec, 'volumes');
  if (volumes.length === 0) return;
  const path = child(scope.path, 'volumes');
  const names = new Set<string>();
  for (let index = 0; index < volumes.length; index += 1) {
    const volume = itemOf(volumes[index]);
    if (scope.droppedVolumes.size > 0 && map(volume, 'image')) continue;
    checkVolume(volume, child(path, index), names, scope);
  }
  checkCreatedClaims(volumes, path, scope);
}

function checkVolume(volume: JsonObject, path: FieldPath, names: Set<string>, scope: PodScope): void {
  const { problems } = scope;
  const name = text(volume, 'name');
  requireName(problems, volume, path, 'name', dns1123Label);
  if (name !== '' && names.has(name)) reportDuplicate(problems, child(path, 'name'), name);
  names.add(name);
  let first: string | undefined;
  for (const key of Object.keys(volume)) {
    const check = volumeSources.get(key);
    const source = check && map(volume, key);
    if (!source) continue;
    if (first === undefined) check(source, child(path, key), scope);
    else reportForbidden(problems, child(path, key), `must not be set beside ${first}`);
    first ??= key;
  }
  checkInitiator(volume, name, path, scope);
}

const longestInitiator = 64;

/** The kubelet joins the two names to one of a limited length. */
function checkInitiator(volume: JsonObject, name: string, path: FieldPath, { problems }: PodScope): void {
  const iscsi = map(volume, 'iscsi');
  if (!iscsi || typeof iscsi['initiatorName'] !== 'string') return;
  if (Buffer.byteLength(`${name}:${text(iscsi, 'targetPortal')}`) <= longestInitiator) return;
  const words = `must have at most ${longestInitiator} characters together with iscsi.targetPortal`;
  reportInvalid(problems, child(path, 'name'), words);
}

/** Claims that are made for the pod's ephemeral volumes are named `<pod>-<volume>`. */
function checkCreatedClaims(volumes: JsonArray, path: FieldPath, scope: PodScope): void {
  const pod = scope.isPod ? text(scope.metadata, 'name') : '';
  if (pod === '' || !volumes.some((volume) => map(itemOf(volume), 'ephemeral'))) return;
  const created = new Set<string>();
  for (let index = 0; index < volumes.length; index += 1) {
    const volume = itemOf(volumes[index]);
    const name = text(volume, 'name');
    if (!map(volume, 'ephemeral')) continue;
    const claim = `${pod}-${name}`;
    created.add(claim);
    if (name !== '' && !dns1123Subdomain.test(claim)) {
      checkName(claim, dns1123Subdomain, child(child(path, index), 'name'), scope.problems);
    }
  }
  for (let index = 0; index < volumes.length; index += 1) {
    const claim = map(itemOf(volumes[index]), 'persistentVolumeClaim');
    if (!claim || !created.has(text(claim, 'claimName'))) continue;
    const at = child(child(child(path, index), 'persistentVolumeClaim'), 'claimName');
    reportInvalid(scope.problems, at, 'must not be the claim of an ephemeral volume of this pod');
  }
}
