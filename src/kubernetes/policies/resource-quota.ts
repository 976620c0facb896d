import { child, type FieldPath } from '../field-path.ts';
import { map } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkQuotaScopes } from './quota-scopes.ts';
import { checkAmount, isQuotaResource, reportResource } from './resource-names.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/validation/validation.go (ValidateResourceQuota)

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true };
const specPath = child(undefined, 'spec');

/** Checks a ResourceQuota. */
export function checkResourceQuota(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const spec = map(object, 'spec');
  if (!spec) return;
  const hard = map(spec, 'hard') ?? {};
  checkHard(hard, child(specPath, 'hard'), context);
  checkQuotaScopes(spec, Object.keys(hard), specPath, context);
}

function checkHard(hard: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  for (const name of Object.keys(hard)) {
    const at = child(path, name);
    if (!isQuotaResource(name)) {
      reportResource(
        at,
        name,
        'a resource of quotas, such as requests.cpu, pods or count/jobs.batch',
        problems,
      );
    }
    checkAmount(name, hard[name], at, problems);
  }
}
