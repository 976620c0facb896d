import { child, type FieldPath } from '../field-path.ts';
import { entryText, itemOf, list, map, text } from '../meta/fields.ts';
import { reportForbidden } from '../meta/report.ts';
import type { JsonObject } from '../value.ts';
import { appArmorPrefix, seccompAnnotation, seccompPrefix } from './annotation-keys.ts';
import { isPadded } from './container-image.ts';
import type { PodScope } from './pod-scope.ts';

/** Security profiles were annotations once; where a pod has both, they must say the same. */
export function checkProfileAnnotations(scope: PodScope): void {
  if (!Object.keys(scope.annotations).some(isProfile)) return;
  const { annotations, securityContext, path } = scope;
  const profile = map(securityContext, 'seccompProfile');
  if (profile && Object.hasOwn(annotations, seccompAnnotation)) {
    const annotation = entryText(annotations[seccompAnnotation]);
    const at = child(child(path, 'securityContext'), 'seccompProfile');
    if (!isSameSeccomp(annotation, profile)) reportDifference(seccompAnnotation, at, scope);
  }
  for (const key of ['initContainers', 'containers']) checkContainers(key, scope);
}

function isProfile(key: string): boolean {
  return key === seccompAnnotation || key.startsWith(seccompPrefix) || key.startsWith(appArmorPrefix);
}

function checkContainers(key: string, scope: PodScope): void {
  const containers = list(scope.spec, key);
  for (let index = 0; index < containers.length; index += 1) {
    const container = itemOf(containers[index]);
    const path = child(child(child(scope.path, key), index), 'securityContext');
    checkSeccomp(container, path, scope);
    if (scope.os !== 'windows') checkAppArmor(container, path, scope);
  }
}

function checkSeccomp(container: JsonObject, path: FieldPath, scope: PodScope): void {
  const { annotations } = scope;
  const profile = map(map(container, 'securityContext'), 'seccompProfile');
  const key = seccompPrefix + text(container, 'name');
  if (!profile || !Object.hasOwn(annotations, key)) return;
  if (isSameSeccomp(entryText(annotations[key]), profile)) return;
  reportDifference(key, child(path, 'seccompProfile'), scope);
}

function isSameSeccomp(annotation: string, profile: JsonObject): boolean {
  switch (text(profile, 'type')) {
    case 'Unconfined':
      return annotation === 'unconfined';
    case 'RuntimeDefault':
      return annotation === 'runtime/default' || annotation === 'docker/default';
    case 'Localhost':
      return annotation === `localhost/${text(profile, 'localhostProfile')}`;
    default:
      return true;
  }
}

function checkAppArmor(container: JsonObject, path: FieldPath, scope: PodScope): void {
  const { annotations, isPod, securityContext } = scope;
  const key = appArmorPrefix + text(container, 'name');
  if (!Object.hasOwn(annotations, key)) return;
  const annotation = entryText(annotations[key]);
  const own = map(map(container, 'securityContext'), 'appArmorProfile');
  // In a pod, though not in a template, an annotation that can be read becomes the container's own profile:
  // https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/registry/core/pod/strategy.go (applyAppArmorVersionSkew)
  const profile =
    own ?? (isPod && isAppArmorName(annotation) ? undefined : map(securityContext, 'appArmorProfile'));
  if (!profile || isSameAppArmor(annotation, profile)) return;
  reportDifference(key, child(path, 'appArmorProfile'), scope);
}

function isAppArmorName(annotation: string): boolean {
  if (annotation === 'unconfined' || annotation === 'runtime/default') return true;
  const name = annotation.startsWith('localhost/') ? annotation.slice('localhost/'.length) : '';
  return name !== '' && !isPadded(name) && Buffer.byteLength(name) < 4096;
}

function isSameAppArmor(annotation: string, profile: JsonObject): boolean {
  switch (text(profile, 'type')) {
    case 'Unconfined':
      return annotation === 'unconfined';
    case 'RuntimeDefault':
      return annotation === 'runtime/default';
    case 'Localhost':
      return annotation === `localhost/${text(profile, 'localhostProfile')}`;
    default:
      return true;
  }
}

function reportDifference(annotation: string, path: FieldPath, { problems }: PodScope): void {
  reportForbidden(problems, path, `must say the same as the annotation ${annotation}`);
}
