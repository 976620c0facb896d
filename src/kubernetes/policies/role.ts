import { child, type FieldPath } from '../field-path.ts';
import { list, map } from '../meta/fields.ts';
import { eachItem } from '../meta/items.ts';
import type { NameRule } from '../meta/name-rule.ts';
import { pathSegmentName } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportInvalid, reportMissing } from '../meta/report.ts';
import { checkLabelSelector } from '../meta/selector.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/rbac/validation/validation.go

/** Names of roles and of their bindings, which a prefix of a name must be too: "." is none. */
export const roleName: NameRule = { ...pathSegmentName, testPrefix: pathSegmentName.test };

const roleMeta: ObjectMetaOptions = { name: roleName, namespaced: true };
const clusterRoleMeta: ObjectMetaOptions = { name: roleName, namespaced: false };

/** Checks a Role. */
export function checkRole(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, roleMeta, context);
  const { problems } = context;
  eachItem(object, 'rules', undefined, (rule, path) => checkRule(rule, true, path, problems));
}

/** Checks a ClusterRole. */
export function checkClusterRole(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, clusterRoleMeta, context);
  const { problems } = context;
  eachItem(object, 'rules', undefined, (rule, path) => checkRule(rule, false, path, problems));
  const aggregation = map(object, 'aggregationRule');
  if (!aggregation) return;
  const at = child(undefined, 'aggregationRule');
  if (list(aggregation, 'clusterRoleSelectors').length === 0) {
    reportMissing(problems, child(at, 'clusterRoleSelectors'));
  }
  eachItem(aggregation, 'clusterRoleSelectors', at, (selector, path) =>
    checkLabelSelector(selector, path, problems),
  );
}

function checkRule(rule: JsonObject, namespaced: boolean, path: FieldPath, problems: Problems): void {
  const groups = list(rule, 'apiGroups').length;
  const resources = list(rule, 'resources').length;
  if (list(rule, 'verbs').length === 0) reportMissing(problems, child(path, 'verbs'));
  if (list(rule, 'nonResourceURLs').length > 0) {
    const at = child(path, 'nonResourceURLs');
    if (namespaced) reportInvalid(problems, at, 'must not be set in a Role, only in a ClusterRole');
    if (groups > 0 || resources > 0 || list(rule, 'resourceNames').length > 0) {
      reportInvalid(problems, at, 'must not be set together with resources of an API group');
    }
    return;
  }
  if (groups === 0) reportMissing(problems, child(path, 'apiGroups'), 'where nonResourceURLs is not');
  if (resources === 0) reportMissing(problems, child(path, 'resources'), 'where nonResourceURLs is not');
}
