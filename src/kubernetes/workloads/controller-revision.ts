import { child } from '../field-path.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportMissing } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import { isObject, type JsonObject } from '../value.ts';
import { checkNotNegative } from './counts.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/apps/validation/validation.go
const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true };

/** apps/v1 ControllerRevision. */
export function checkControllerRevision(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  checkNotNegative(context.problems, object, undefined, 'revision');
  if (!isObject(object['data'])) reportMissing(context.problems, child(undefined, 'data'), 'to an object');
}
