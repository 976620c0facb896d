import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true };

/** Checks a ServiceAccount. */
export function checkServiceAccount(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
}
