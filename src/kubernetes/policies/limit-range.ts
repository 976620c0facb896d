import { child, type FieldPath } from '../field-path.ts';
import { alternatives } from '../meta/alternatives.ts';
import { map, text } from '../meta/fields.ts';
import { eachItem } from '../meta/items.ts';
import { checkName, dns1123Subdomain, qualifiedName } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { quoted } from '../meta/quoted.ts';
import { reportDuplicate, reportForbidden, reportInvalid, reportMissing } from '../meta/report.ts';
import { isContainerResource } from '../meta/resource-names.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkLimitAmounts, type LimitAmounts } from './limit-amounts.ts';
import { isResource, readAmount, reportResource } from './resource-names.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/validation/validation.go (ValidateLimitRange)

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true };
const specPath = child(undefined, 'spec');
const types = ['Container', 'PersistentVolumeClaim', 'Pod'];

/** Checks a LimitRange. */
export function checkLimitRange(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(withName(object), meta, context);
  const { problems } = context;
  const seen = new Set<string>();
  eachItem(map(object, 'spec'), 'limits', specPath, (limit, path) => {
    const type = text(limit, 'type');
    checkType(type, child(path, 'type'), problems);
    if (seen.has(type)) reportDuplicate(problems, child(path, 'type'), type);
    seen.add(type);
    checkLimit(limit, type, path, problems);
  });
}

/** The API server gives a LimitRange without a name one. */
function withName(object: JsonObject): JsonObject {
  const metadata = map(object, 'metadata') ?? {};
  if (text(metadata, 'name') !== '' || text(metadata, 'generateName') !== '') return object;
  return { ...object, metadata: { ...metadata, name: 'limits' } };
}

function checkType(type: string, path: FieldPath, problems: Problems): void {
  if (type.includes('/')) checkName(type, qualifiedName, path, problems);
  else if (!types.includes(type)) {
    reportInvalid(problems, path, `must be ${alternatives(types)}, not ${quoted(type)}`);
  }
}

function checkLimit(limit: JsonObject, type: string, path: FieldPath, problems: Problems): void {
  const read = (key: string) => readAmounts(limit, key, type, child(path, key), problems);
  const amounts: LimitAmounts = {
    min: read('min'),
    max: read('max'),
    default: new Map(),
    defaultRequest: new Map(),
    maxLimitRequestRatio: read('maxLimitRequestRatio'),
  };
  if (type === 'Pod') {
    for (const key of ['default', 'defaultRequest']) {
      const given = map(limit, key);
      if (!given || Object.keys(given).length === 0) continue;
      reportForbidden(problems, child(path, key), 'must not be set for type Pod');
    }
  } else {
    amounts.default = read('default');
    amounts.defaultRequest = read('defaultRequest');
  }
  if (type === 'PersistentVolumeClaim' && !amounts.min.has('storage') && !amounts.max.has('storage')) {
    reportMissing(problems, child(child(path, 'min'), 'storage'), 'where max.storage is not');
  }
  if (type === 'Container') fillDefaults(amounts);
  checkLimitAmounts(amounts, path, problems);
}

function readAmounts(
  limit: JsonObject,
  key: string,
  type: string,
  path: FieldPath,
  problems: Problems,
): LimitAmounts['min'] {
  const amounts: LimitAmounts['min'] = new Map();
  const given = map(limit, key);
  if (!given) return amounts;
  const ofContainers = type === 'Pod' || type === 'Container';
  for (const name of Object.keys(given)) {
    const at = child(path, name);
    if (ofContainers && !isContainerResource(name)) {
      reportResource(at, name, 'a resource of containers, such as cpu or example.com/gpu', problems);
    } else if (!ofContainers && !isResource(name)) {
      reportResource(at, name, 'a resource, such as cpu, storage or example.com/gpu', problems);
    }
    const amount = readAmount(given[name], at, problems);
    if (amount !== undefined) amounts.set(name, amount);
  }
  return amounts;
}

/** As https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/v1/defaults.go (SetDefaults_LimitRangeItem) */
function fillDefaults({ min, max, default: limits, defaultRequest }: LimitAmounts): void {
  for (const [name, amount] of max) if (!limits.has(name)) limits.set(name, amount);
  for (const [name, amount] of limits) if (!defaultRequest.has(name)) defaultRequest.set(name, amount);
  for (const [name, amount] of min) if (!defaultRequest.has(name)) defaultRequest.set(name, amount);
}
