import { child, type FieldPath, formatPath } from '../field-path.ts';
import { map, text } from '../meta/fields.ts';
import { eachItem } from '../meta/items.ts';
import { checkName, dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportMissing, reportUnsupported, requireName } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { roleName } from './role.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/rbac/validation/validation.go

const group = ['rbac.authorization.k8s.io'];
const subjectKinds = ['Group', 'ServiceAccount', 'User'];
const roleRefPath = child(undefined, 'roleRef');

interface BindingKind {
  readonly meta: ObjectMetaOptions;
  readonly roleKinds: readonly string[];
}

const roleBinding: BindingKind = {
  meta: { name: roleName, namespaced: true },
  roleKinds: ['ClusterRole', 'Role'],
};
const clusterRoleBinding: BindingKind = {
  meta: { name: roleName, namespaced: false },
  roleKinds: ['ClusterRole'],
};

/** Checks a RoleBinding. */
export function checkRoleBinding(object: JsonObject, context: RuleContext): void {
  checkBinding(object, roleBinding, context);
}

/** Checks a ClusterRoleBinding. */
export function checkClusterRoleBinding(object: JsonObject, context: RuleContext): void {
  checkBinding(object, clusterRoleBinding, context);
}

function checkBinding(object: JsonObject, kind: BindingKind, context: RuleContext): void {
  checkObjectMeta(object, kind.meta, context);
  const { problems } = context;
  checkRoleRef(map(object, 'roleRef') ?? {}, kind, problems);
  eachItem(object, 'subjects', undefined, (subject, path) =>
    checkSubject(subject, kind.meta.namespaced, path, problems),
  );
}

function checkRoleRef(role: JsonObject, { roleKinds }: BindingKind, problems: Problems): void {
  checkGroup(role, roleRefPath, problems);
  const kind = text(role, 'kind');
  if (!roleKinds.includes(kind)) reportUnsupported(problems, child(roleRefPath, 'kind'), kind, roleKinds);
  requireName(problems, role, roleRefPath, 'name', roleName);
}

/** An empty group stands for the right one. */
function checkGroup(object: JsonObject, path: FieldPath, problems: Problems): void {
  const value = text(object, 'apiGroup');
  if (value === '' || group.includes(value)) return;
  reportUnsupported(problems, child(path, 'apiGroup'), value, group);
}

function checkSubject(subject: JsonObject, namespaced: boolean, path: FieldPath, problems: Problems): void {
  const name = text(subject, 'name');
  const kind = text(subject, 'kind');
  if (name === '') reportMissing(problems, child(path, 'name'));
  if (kind === 'ServiceAccount') {
    if (name !== '') checkName(name, dns1123Subdomain, child(path, 'name'), problems);
    if (text(subject, 'apiGroup') !== '') {
      const at = child(path, 'apiGroup');
      const message = `${formatPath(at)} must be empty for a ServiceAccount`;
      problems.value('manifest/unsupported-value', at, message);
    }
    if (!namespaced && text(subject, 'namespace') === '') reportMissing(problems, child(path, 'namespace'));
  } else if (subjectKinds.includes(kind)) {
    checkGroup(subject, path, problems);
  } else {
    reportUnsupported(problems, child(path, 'kind'), kind, subjectKinds);
  }
}
