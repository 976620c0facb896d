import { child, type FieldPath } from '../field-path.ts';
import { amountOf, thousandthsOf } from '../meta/amounts.ts';
import { itemOf, list, map } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import { reportForbidden, reportInvalid } from '../meta/report.ts';
import { isHugePages, isOvercommitAllowed, isPodResource } from '../meta/resource-names.ts';
import { isArray, type JsonObject, type JsonValue } from '../value.ts';
import { checkRequirements, type ResourceNames } from './container-resources.ts';
import { hasFeature } from './features.ts';
import type { PodScope } from './pod-scope.ts';
import { checkContainerClaims } from './resource-claims.ts';
import { isSidecar } from './restart-rules.ts';

const podResources: ResourceNames = { test: isPodResource, words: 'cpu, memory or hugepages-<size>' };

/** `resources` of the pod as a whole. */
export function checkPodResources(scope: PodScope): void {
  const resources = map(scope.spec, 'resources');
  if (!resources || !hasFeature(scope, 'PodLevelResources')) return;
  const path = child(scope.path, 'resources');
  if (scope.os === 'windows') {
    reportForbidden(scope.problems, path, 'must not be set in a Windows pod');
    return;
  }
  if (isArray(resources['claims'])) {
    reportForbidden(scope.problems, child(path, 'claims'), 'must not be set for the pod as a whole');
    checkContainerClaims(resources['claims'], child(path, 'claims'), scope);
  }
  const requested = sumOf(scope, (container) => requestsOf(container, scope.isPod));
  const limited = sumOf(scope, limitsOf);
  const effective = scope.isPod ? withDefaults(resources, requested, limited) : resources;
  checkRequirements(effective, path, podResources, scope.problems);
  checkAtLeast(requested, effective, child(path, 'requests'), 'requests', scope);
  dropAllBut(limited, isHugePages);
  checkAtLeast(limited, effective, child(path, 'limits'), 'limits', scope);
  checkEachLimit(amountsOf(effective, 'limits'), scope);
}

/** Thousandths by resource. */
type Amounts = Map<string, bigint>;

function checkAtLeast(
  sums: Amounts,
  resources: JsonObject,
  path: FieldPath,
  key: string,
  { problems }: PodScope,
): void {
  const amounts = amountsOf(resources, key);
  for (const [name, sum] of sums) {
    const amount = amounts.get(name);
    if (amount === undefined || sum <= amount) continue;
    reportInvalid(problems, child(path, name), `must be at least the ${key} of the containers together`);
  }
}

function dropAllBut(amounts: Amounts, keeps: (name: string) => boolean): void {
  for (const name of amounts.keys()) if (!keeps(name)) amounts.delete(name);
}

/** No container may have a higher limit than the pod. */
function checkEachLimit(limits: Amounts, { spec, path, problems }: PodScope): void {
  const containers = list(spec, 'containers');
  for (let index = 0; index < containers.length; index += 1) {
    const resources = map(itemOf(containers[index]), 'resources');
    for (const [name, amount] of limitsOf(itemOf(containers[index]))) {
      const limit = limits.get(name);
      if (limit === undefined || amount <= limit) continue;
      const at = child(child(child(child(child(path, 'containers'), index), 'resources'), 'limits'), name);
      const written = quoted(map(resources, 'limits')?.[name]);
      reportInvalid(problems, at, `must be at most the limit of the pod, not ${written}`);
    }
  }
}

/**
 * A pod's own requests are what its containers ask for, or else its limits:
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/v1/defaults.go (defaultPodRequests)
 */
function withDefaults(resources: JsonObject, requested: Amounts, limited: Amounts): JsonObject {
  const limits: Record<string, JsonValue | undefined> = { ...map(resources, 'limits') };
  const requests: Record<string, JsonValue | undefined> = { ...map(resources, 'requests') };
  if (isEmpty(limits) && isEmpty(requests)) return resources;
  for (const [name, amount] of limited) {
    if (isHugePages(name) && !Object.hasOwn(requests, name) && !Object.hasOwn(limits, name)) {
      limits[name] = `${amount}m`;
    }
  }
  if (isEmpty(limits)) return resources;
  for (const [name, amount] of requested) {
    if (!isPodResource(name) || !isOvercommitAllowed(name) || Object.hasOwn(requests, name)) continue;
    requests[name] = `${amount}m`;
  }
  for (const name of Object.keys(limits)) {
    if (isPodResource(name) && !Object.hasOwn(requests, name)) requests[name] = limits[name];
  }
  return { limits, requests };
}

function isEmpty(resources: JsonObject): boolean {
  return Object.keys(resources).length === 0;
}

function amountsOf(resources: JsonObject | undefined, key: string): Amounts {
  const amounts: Amounts = new Map();
  const written = map(resources, key);
  for (const name of written ? Object.keys(written) : []) {
    const amount = amountOf(written?.[name]);
    if (amount !== undefined) amounts.set(name, thousandthsOf(amount));
  }
  return amounts;
}

function limitsOf(container: JsonObject): Amounts {
  return amountsOf(map(container, 'resources'), 'limits');
}

/** In a pod, a container that only has a limit requests as much. */
function requestsOf(container: JsonObject, isPod: boolean): Amounts {
  const requests = amountsOf(map(container, 'resources'), 'requests');
  if (!isPod) return requests;
  for (const [name, amount] of limitsOf(container)) if (!requests.has(name)) requests.set(name, amount);
  return requests;
}

/**
 * What all containers need at the same time: those that run together, or any init container with the sidecars
 * before it: https://github.com/kubernetes/component-helpers/blob/v0.34.3/resource/helpers.go
 */
function sumOf({ spec }: PodScope, amountsOfContainer: (container: JsonObject) => Amounts): Amounts {
  const sum: Amounts = new Map();
  for (const item of list(spec, 'containers')) add(sum, amountsOfContainer(itemOf(item)));
  const sidecars: Amounts = new Map();
  const highest: Amounts = new Map();
  for (const item of list(spec, 'initContainers')) {
    const container = itemOf(item);
    const amounts = amountsOfContainer(container);
    if (isSidecar(container)) {
      add(sum, amounts);
      add(sidecars, amounts);
      raise(highest, sidecars);
    } else {
      add(amounts, sidecars);
      raise(highest, amounts);
    }
  }
  raise(sum, highest);
  return sum;
}

function add(sum: Amounts, amounts: Amounts): void {
  for (const [name, amount] of amounts) sum.set(name, (sum.get(name) ?? 0n) + amount);
}

function raise(highest: Amounts, amounts: Amounts): void {
  for (const [name, amount] of amounts) {
    const before = highest.get(name);
    if (before === undefined || amount > before) highest.set(name, amount);
  }
}
