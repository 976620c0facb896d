import { child, type FieldPath } from '../field-path.ts';
import { entryText, itemOf, list, map, text } from '../meta/fields.ts';
import { checkName, dns1123Label, qualifiedName } from '../meta/names.ts';
import { checkLabelSelector } from '../meta/selector.ts';
import type { JsonObject } from '../value.ts';
import { checkLabelKeys } from './label-keys.ts';
import { checkNodeAffinity, checkWeight } from './node-affinity.ts';
import type { PodScope } from './pod-scope.ts';

const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

/** `affinity`: to nodes, to pods, and against pods. */
export function checkAffinity(scope: PodScope): void {
  const affinity = map(scope.spec, 'affinity');
  if (!affinity) return;
  const path = child(scope.path, 'affinity');
  const nodes = map(affinity, 'nodeAffinity');
  if (nodes) checkNodeAffinity(nodes, child(path, 'nodeAffinity'), scope);
  for (const key of ['podAffinity', 'podAntiAffinity']) {
    const pods = map(affinity, key);
    if (pods) checkPodAffinity(pods, child(path, key), scope);
  }
}

function checkPodAffinity(affinity: JsonObject, path: FieldPath, scope: PodScope): void {
  const terms = list(affinity, required);
  for (let index = 0; index < terms.length; index += 1) {
    checkTerm(itemOf(terms[index]), child(child(path, required), index), scope);
  }
  const weighted = list(affinity, preferred);
  for (let index = 0; index < weighted.length; index += 1) {
    const preference = itemOf(weighted[index]);
    const at = child(child(path, preferred), index);
    checkWeight(preference, at, scope);
    checkTerm(map(preference, 'podAffinityTerm') ?? {}, child(at, 'podAffinityTerm'), scope);
  }
}

function checkTerm(term: JsonObject, path: FieldPath, scope: PodScope): void {
  const { problems } = scope;
  checkLabelSelector(term['labelSelector'], child(path, 'labelSelector'), problems);
  checkLabelSelector(term['namespaceSelector'], child(path, 'namespaceSelector'), problems);
  const namespaces = list(term, 'namespaces');
  for (let index = 0; index < namespaces.length; index += 1) {
    checkName(entryText(namespaces[index]), dns1123Label, child(child(path, 'namespaces'), index), problems);
  }
  checkLabelKeys(term, path, scope);
  const topologyKey = text(term, 'topologyKey');
  if (qualifiedName.test(topologyKey)) return;
  checkName(topologyKey, qualifiedName, child(path, 'topologyKey'), problems, 'manifest/label');
}
