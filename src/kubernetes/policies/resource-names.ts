import type { FieldPath } from '../field-path.ts';
import { formatPath } from '../field-path.ts';
import { type Amount, amountOf, isNegative, isWhole, reportQuantity } from '../meta/amounts.ts';
import { qualifiedName } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid } from '../meta/report.ts';
import { isExtended } from '../meta/resource-names.ts';
import type { Problems } from '../problem.ts';
import type { JsonValue } from '../value.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/helper/helpers.go

const objectCounts = [
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];

const quotaResources: ReadonlySet<string> = new Set([
  'cpu',
  'memory',
  'ephemeral-storage',
  'requests.cpu',
  'requests.memory',
  'requests.storage',
  'requests.ephemeral-storage',
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  ...objectCounts,
]);

const countedInWhole: ReadonlySet<string> = new Set(objectCounts);

/** A resource without a domain that a quota can limit. */
export function isStandardQuotaResource(name: string): boolean {
  return quotaResources.has(name) || name.startsWith('hugepages-') || name.startsWith('requests.hugepages-');
}

/** What a quota can limit; resources with a domain are known to others. */
export function isQuotaResource(name: string): boolean {
  return qualifiedName.test(name) && (name.includes('/') || isStandardQuotaResource(name));
}

/** Any resource of the cluster: those of a quota, and storage. */
export function isResource(name: string): boolean {
  return name === 'storage' || isQuotaResource(name);
}

/** Adds a problem for an amount that is negative or, for what is counted, not whole. */
export function checkAmount(
  name: string,
  value: JsonValue | undefined,
  path: FieldPath,
  problems: Problems,
): void {
  const amount = readAmount(value, path, problems);
  if (amount === undefined) return;
  if (isNegative(amount)) reportInvalid(problems, path, `must not be negative, but is ${quoted(value)}`);
  if ((countedInWhole.has(name) || isExtended(name)) && !isWhole(amount)) {
    reportInvalid(problems, path, `must be a whole number, not ${quoted(value)}`);
  }
}

/** An amount; what is none is reported. */
export function readAmount(
  value: JsonValue | undefined,
  path: FieldPath,
  problems: Problems,
): Amount | undefined {
  const amount = amountOf(value);
  if (amount === undefined) reportQuantity(problems, path, value);
  return amount;
}

/** Adds a problem at the key of a resource that may not stand there. */
export function reportResource(path: FieldPath, name: string, words: string, problems: Problems): void {
  problems.key('manifest/name', path, `${formatPath(path)} must be ${words}, not ${quoted(name)}`);
}
