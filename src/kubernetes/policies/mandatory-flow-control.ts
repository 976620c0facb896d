import type { FieldPath } from '../field-path.ts';
import { reportInvalid } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../value.ts';

// https://github.com/kubernetes/apiserver/blob/v0.34.3/pkg/apis/flowcontrol/bootstrap/default.go

const everything: JsonObject = {
  resourceRules: [
    { verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true },
  ],
  nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
};

function groups(...names: string[]): JsonValue {
  return names.map((name) => ({ kind: 'Group', group: { name } }));
}

const flowSchemas: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([
  [
    'exempt',
    {
      matchingPrecedence: 1,
      priorityLevelConfiguration: { name: 'exempt' },
      rules: [{ ...everything, subjects: groups('system:masters') }],
    },
  ],
  [
    'catch-all',
    {
      matchingPrecedence: 10_000,
      distinguisherMethod: { type: 'ByUser' },
      priorityLevelConfiguration: { name: 'catch-all' },
      rules: [{ ...everything, subjects: groups('system:unauthenticated', 'system:authenticated') }],
    },
  ],
]);

const catchAllLevel: JsonObject = {
  type: 'Limited',
  limited: { nominalConcurrencyShares: 5, lendablePercent: 0, limitResponse: { type: 'Reject' } },
};

/** The API server makes two flow schemas itself, and lets nobody change them. */
export function checkMandatoryFlowSchema(
  name: string,
  spec: JsonObject,
  path: FieldPath,
  problems: Problems,
): void {
  const fixed = flowSchemas.get(name);
  const given = { ...spec, matchingPrecedence: spec['matchingPrecedence'] || 1000 };
  if (fixed && !isSame(given, fixed)) report(name, path, problems);
}

/** Likewise two priority levels; the shares of `exempt` may change. */
export function checkMandatoryPriorityLevel(
  name: string,
  spec: JsonObject,
  path: FieldPath,
  problems: Problems,
): void {
  const same =
    name === 'exempt'
      ? isSame({ ...spec, exempt: null }, { type: 'Exempt' })
      : name !== 'catch-all' || isSame(spec, catchAllLevel);
  if (!same) report(name, path, problems);
}

function report(name: string, path: FieldPath, problems: Problems): void {
  reportInvalid(problems, path, `must be what kube-apiserver has for ${name}, and nobody may change it`);
}

/** Equal for Go: null, false, zero and what is empty are the same as absent. */
function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (isArray(a) && isArray(b)) {
    return a.length === b.length && a.every((value, index) => isSame(value, b[index]));
  }
  if (isObject(a) && isObject(b)) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]));
  }
  return a === b || (isEmpty(a) && isEmpty(b));
}

function isEmpty(value: JsonValue | undefined): boolean {
  return !value || (isArray(value) && value.length === 0);
}
