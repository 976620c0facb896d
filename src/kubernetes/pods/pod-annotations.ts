import { child, type FieldPath } from '../field-path.ts';
import { entryText, itemOf, list, text } from '../meta/fields.ts';
import { reportInvalid } from '../meta/report.ts';
import type { JsonObject } from '../value.ts';
import { parseTolerations } from './annotated-tolerations.ts';
import { appArmorPrefix, mirrorAnnotation, seccompAnnotation, seccompPrefix } from './annotation-keys.ts';
import { checkDescendingPath } from './paths.ts';
import type { PodScope } from './pod-scope.ts';
import { checkProfileAnnotations } from './profile-annotations.ts';
import { checkTolerations } from './tolerations.ts';

const tolerationsAnnotation = 'scheduler.alpha.kubernetes.io/tolerations';
const deletionCostAnnotation = 'controller.kubernetes.io/pod-deletion-cost';

/** Annotations that mean something to pods. */
export function checkPodAnnotations(path: FieldPath, scope: PodScope): void {
  const { annotations } = scope;
  const at = child(path, 'annotations');
  let profiles: string[] | undefined;
  for (const key of Object.keys(annotations)) {
    // All that are checked are Kubernetes' own.
    if (!key.includes('kubernetes.io/')) continue;
    checkAnnotation(key, entryText(annotations[key]), child(at, key), scope);
    if (!key.startsWith(appArmorPrefix)) continue;
    profiles ??= [];
    profiles.push(key);
  }
  if (profiles) checkAppArmorNames(profiles, at, scope);
  checkProfileAnnotations(scope);
}

function checkAnnotation(key: string, value: string, path: FieldPath, scope: PodScope): void {
  if (key === mirrorAnnotation) {
    if (text(scope.spec, 'nodeName') !== '') return;
    reportInvalid(scope.problems, path, 'must not be set without spec.nodeName');
  } else if (key === tolerationsAnnotation) {
    checkAnnotatedTolerations(value, path, scope);
  } else if (key === deletionCostAnnotation) {
    if (!isDeletionCost(value)) reportInvalid(scope.problems, path, 'must be a whole number of 32 bits');
  } else if (key === seccompAnnotation || key.startsWith(seccompPrefix)) {
    checkSeccompName(value, path, scope);
  }
}

function checkAnnotatedTolerations(value: string, path: FieldPath, scope: PodScope): void {
  if (value === '') return;
  const tolerations = parseTolerations(value);
  if (tolerations) checkTolerations(tolerations, path, scope);
  else reportInvalid(scope.problems, path, 'must be a list of tolerations as JSON');
}

function isDeletionCost(value: string): boolean {
  // Zeros may lead behind a sign only, and a sign is a minus: so reads the API server.
  if (!/^(?:0|[1-9][0-9]*|-[0-9]+)$/.test(value)) return false;
  const cost = Number(value);
  return cost >= -(2 ** 31) && cost < 2 ** 31;
}

function checkSeccompName(value: string, path: FieldPath, { problems }: PodScope): void {
  if (value === 'runtime/default' || value === 'docker/default' || value === 'unconfined') return;
  if (value.startsWith('localhost/')) checkDescendingPath(problems, path, value.slice('localhost/'.length));
  else reportInvalid(problems, path, 'must be runtime/default, unconfined or localhost/<path>');
}

function checkAppArmorNames(keys: readonly string[], path: FieldPath, scope: PodScope): void {
  const { annotations, spec, problems } = scope;
  const names = containerNames(spec);
  for (const key of keys) {
    if (!names.has(key.slice(appArmorPrefix.length))) {
      reportInvalid(problems, child(path, key), 'must name a container of the pod');
    }
    const value = entryText(annotations[key]);
    if (value === '' || value === 'runtime/default' || value === 'unconfined') continue;
    if (value.startsWith('localhost/')) continue;
    reportInvalid(problems, child(path, key), 'must be runtime/default, unconfined or localhost/<name>');
  }
}

function containerNames(spec: JsonObject): ReadonlySet<string> {
  const names = new Set<string>();
  for (const key of ['containers', 'initContainers', 'ephemeralContainers']) {
    for (const container of list(spec, key)) names.add(text(itemOf(container), 'name'));
  }
  return names;
}
