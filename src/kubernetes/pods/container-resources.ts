import { child, type FieldPath, formatPath } from '../field-path.ts';
import {
  type Amount,
  amountOf,
  compareAmounts,
  isNegative,
  isWhole,
  reportQuantity,
  unitsOf,
} from '../meta/amounts.ts';
import { list, map } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import { reportForbidden, reportInvalid, reportMissing } from '../meta/report.ts';
import { isContainerResource, isExtended, isHugePages, isOvercommitAllowed } from '../meta/resource-names.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject, JsonValue } from '../value.ts';
import { hasFeature } from './features.ts';
import type { PodScope } from './pod-scope.ts';
import { checkContainerClaims } from './resource-claims.ts';

/** `resources` of a container. */
export function checkContainerResources(resources: JsonObject, path: FieldPath, scope: PodScope): void {
  checkRequirements(resources, path, containerResources, scope.problems);
  const claims = list(resources, 'claims');
  if (claims.length > 0 && hasFeature(scope, 'DynamicResourceAllocation')) {
    checkContainerClaims(claims, child(path, 'claims'), scope);
  }
}

/** Which names are allowed, and what they are called. */
export interface ResourceNames {
  readonly test: (name: string) => boolean;
  /** Stands behind "must be". */
  readonly words: string;
}

const containerResources: ResourceNames = {
  test: isContainerResource,
  words: 'cpu, memory, ephemeral-storage, hugepages-<size> or a resource with a domain, example.com/gpu',
};

/** `limits` and `requests`. */
export function checkRequirements(
  requirements: JsonObject,
  path: FieldPath,
  names: ResourceNames,
  problems: Problems,
): void {
  const limits = map(requirements, 'limits');
  const requests = map(requirements, 'requests');
  if (limits) checkResourceList(limits, child(path, 'limits'), names, problems);
  if (!requests) {
    if (limits) checkHugePagesCompany(limits, limits, path, problems);
    return;
  }
  checkResourceList(requests, child(path, 'requests'), names, problems);
  for (const name of Object.keys(requests)) checkAgainstLimit(name, requests[name], limits, path, problems);
  checkHugePagesCompany(limits ?? requests, requests, path, problems);
}

/** Names and amounts of one list. */
function checkResourceList(
  resources: JsonObject,
  path: FieldPath,
  names: ResourceNames,
  problems: Problems,
): void {
  for (const name of Object.keys(resources)) {
    if (!names.test(name)) reportName(problems, child(path, name), name, names);
    const amount = amountOf(resources[name]);
    if (amount === undefined) reportQuantity(problems, child(path, name), resources[name]);
    else checkAmount(name, amount, child(path, name), problems);
  }
}

/** A list of limits that stands alone, such as `overhead`. */
export function checkLimits(limits: JsonObject, path: FieldPath, problems: Problems): void {
  checkResourceList(limits, path, containerResources, problems);
  checkHugePagesCompany(limits, limits, path, problems);
}

function reportName(problems: Problems, path: FieldPath, name: string, { words }: ResourceNames): void {
  problems.key('manifest/name', path, `${formatPath(path)} must be ${words}, not ${quoted(name)}`);
}

function checkAmount(name: string, amount: Amount, path: FieldPath, problems: Problems): void {
  if (isNegative(amount)) reportInvalid(problems, path, 'must not be negative');
  if (isHugePages(name)) {
    if (!isDivisible(name, amount)) reportInvalid(problems, path, 'must be a multiple of the size of a page');
  } else if (name.includes('/') && !isWhole(amount) && isExtended(name)) {
    reportInvalid(problems, path, 'must be a whole number');
  }
}

function isDivisible(name: string, amount: Amount): boolean {
  const page = amountOf(name.slice('hugepages-'.length));
  if (page === undefined || isNegative(page) || !isWhole(page)) return false;
  const size = unitsOf(page);
  return size > 0n && unitsOf(amount) % size === 0n;
}

function checkAgainstLimit(
  name: string,
  value: JsonValue | undefined,
  limits: JsonObject | undefined,
  path: FieldPath,
  problems: Problems,
): void {
  const overcommit = isOvercommitAllowed(name);
  if (!limits || !Object.hasOwn(limits, name)) {
    if (!overcommit) reportMissing(problems, child(child(path, 'limits'), name), 'where it is requested');
    return;
  }
  const request = amountOf(value);
  const limit = amountOf(limits[name]);
  if (request === undefined || limit === undefined) return;
  const order = compareAmounts(request, limit);
  if (overcommit ? order <= 0 : order === 0) return;
  const words = `must be ${overcommit ? 'at most' : 'exactly'} the limit ${quoted(limits[name])}`;
  reportInvalid(problems, child(child(path, 'requests'), name), `${words}, not ${quoted(value)}`);
}

/** Huge pages alone would make a pod of no class of service. */
function checkHugePagesCompany(a: JsonObject, b: JsonObject, path: FieldPath, problems: Problems): void {
  let huge = false;
  for (const resources of a === b ? [a] : [a, b]) {
    for (const name of Object.keys(resources)) {
      if (name === 'cpu' || name === 'memory') return;
      if (isHugePages(name)) huge = true;
    }
  }
  if (huge) reportForbidden(problems, path, 'must have cpu or memory beside huge pages');
}
