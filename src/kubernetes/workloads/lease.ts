import { child } from '../field-path.ts';
import { map, whole } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportInvalid } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkNotNegative } from './counts.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/coordination/validation/validation.go
// `strategy` and `preferredHolder` belong to coordinated leader election, which is off by default, and are dropped.
const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true, anyFinalizer: true };
const specPath = child(undefined, 'spec');

/** coordination.k8s.io/v1 Lease. */
export function checkLease(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const spec = map(object, 'spec') ?? {};
  const seconds = whole(spec, 'leaseDurationSeconds');
  if (seconds !== undefined && seconds <= 0) {
    reportInvalid(
      context.problems,
      child(specPath, 'leaseDurationSeconds'),
      `must be more than 0, not ${seconds}`,
    );
  }
  checkNotNegative(context.problems, spec, specPath, 'leaseTransitions');
}
