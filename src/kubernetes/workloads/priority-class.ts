import { child } from '../field-path.ts';
import { flag, text, whole } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, nameOf, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { checkChoice, reportForbidden } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/scheduling/validation/validation.go
const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: false, resetsGeneration: true };
const namePath = child(child(undefined, 'metadata'), 'name');
const highestOfUsers = 1_000_000_000;
const systemClasses: ReadonlyMap<string, number> = new Map([
  ['system-node-critical', 2 * highestOfUsers + 1000],
  ['system-cluster-critical', 2 * highestOfUsers],
]);
const preemptionPolicies = ['PreemptLowerPriority', 'Never'];

/** scheduling.k8s.io/v1 PriorityClass. */
export function checkPriorityClass(object: JsonObject, context: RuleContext): void {
  const { problems } = context;
  checkObjectMeta(object, meta, context);
  const name = nameOf(object);
  const value = whole(object, 'value') ?? 0;
  if (name.startsWith('system-')) {
    const expected = systemClasses.get(name);
    if (expected === undefined) {
      reportForbidden(problems, namePath, 'must not start with system-, which is kept for Kubernetes itself');
    } else if (value !== expected || flag(object, 'globalDefault') === true) {
      const words = `must not be ${name} unless the value is ${expected} and globalDefault is false`;
      reportForbidden(problems, namePath, words);
    }
  } else if (value > highestOfUsers) {
    reportForbidden(problems, child(undefined, 'value'), `must be at most ${highestOfUsers}, not ${value}`);
  }
  if (text(object, 'preemptionPolicy') !== '') {
    checkChoice(problems, object, undefined, 'preemptionPolicy', preemptionPolicies);
  }
}
