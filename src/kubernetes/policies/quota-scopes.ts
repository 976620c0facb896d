import { child, type FieldPath } from '../field-path.ts';
import { list, map, text } from '../meta/fields.ts';
import { eachItem, texts } from '../meta/items.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { isStandardQuotaResource } from './resource-names.ts';

const podResources = [
  'pods',
  'cpu',
  'memory',
  'limits.cpu',
  'limits.memory',
  'requests.cpu',
  'requests.memory',
];

/** Standard resources that a scope can be applied to, by the scope. */
const resourcesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['Terminating', podResources],
  ['NotTerminating', podResources],
  ['BestEffort', ['pods']],
  ['NotBestEffort', podResources],
  ['PriorityClass', podResources],
  ['CrossNamespacePodAffinity', podResources],
  ['VolumeAttributesClass', ['persistentvolumeclaims', 'requests.storage']],
]);

const onlyExists = [
  'BestEffort',
  'NotBestEffort',
  'Terminating',
  'NotTerminating',
  'CrossNamespacePodAffinity',
];

const opposites = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
] as const;

/** Checks `scopes` and `scopeSelector` of a quota with the given resources. */
export function checkQuotaScopes(
  spec: JsonObject,
  resources: readonly string[],
  path: FieldPath,
  context: RuleContext,
): void {
  const { problems } = context;
  const scopes = texts(spec, 'scopes');
  const seen = new Set<string>();
  scopes.forEach((scope, index) => {
    // Once for each scope, because resources may be many too.
    if (!seen.has(scope)) checkScope(scope, resources, child(child(path, 'scopes'), index), context);
    seen.add(scope);
  });
  checkOpposites(seen, child(path, 'scopes'), problems);
  const selector = map(spec, 'scopeSelector');
  if (!selector) return;
  const at = child(path, 'scopeSelector');
  const selected = new Set<string>();
  eachItem(selector, 'matchExpressions', at, (expression, expressionPath) => {
    const scope = text(expression, 'scopeName');
    if (!selected.has(scope)) checkScope(scope, resources, child(expressionPath, 'scopeName'), context);
    selected.add(scope);
    checkOperator(expression, scope, expressionPath, problems);
  });
  checkOpposites(selected, child(at, 'matchExpressions'), problems);
}

function checkScope(
  scope: string,
  resources: readonly string[],
  path: FieldPath,
  { minor, problems }: RuleContext,
): void {
  const allowed = resourcesOf.get(scope);
  // Quotas for classes of volume attributes came with 1.33.
  if (!allowed || (scope === 'VolumeAttributesClass' && minor < 33)) {
    reportInvalid(
      problems,
      path,
      `must be a scope, such as BestEffort or PriorityClass, not ${quoted(scope)}`,
    );
    return;
  }
  for (const name of resources) {
    if (!isStandardQuotaResource(name) || allowed.includes(name)) continue;
    reportInvalid(problems, path, `must not be ${scope} in a quota with ${quoted(name)}`);
  }
}

function checkOperator(expression: JsonObject, scope: string, path: FieldPath, problems: Problems): void {
  const operator = text(expression, 'operator');
  const at = child(path, 'operator');
  const values = child(path, 'values');
  const count = list(expression, 'values').length;
  if (operator !== 'Exists' && onlyExists.includes(scope)) {
    reportInvalid(problems, at, `must be Exists for the scope ${scope}`);
  }
  if (operator === 'In' || operator === 'NotIn') {
    if (count === 0) reportMissing(problems, values, `for the operator ${operator}`);
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (count > 0) reportInvalid(problems, values, `must be empty for the operator ${operator}`);
  } else {
    reportInvalid(problems, at, `must be In, NotIn, Exists or DoesNotExist, not ${quoted(operator)}`);
  }
}

function checkOpposites(scopes: ReadonlySet<string>, path: FieldPath, problems: Problems): void {
  for (const [one, other] of opposites) {
    if (!scopes.has(one) || !scopes.has(other)) continue;
    reportInvalid(problems, path, `must not hold both ${one} and ${other}`);
  }
}
