import { child } from '../field-path.ts';
import { map, present } from '../meta/fields.ts';
import { checkAtMostAll, checkCountOrPercent } from '../meta/int-or-string.ts';
import { pathSegmentName } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { checkPointedChoice, reportInvalid } from '../meta/report.ts';
import { checkLabelSelector } from '../meta/selector.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/policy/validation/validation.go, which has no rule
// for the name.
const meta: ObjectMetaOptions = {
  name: pathSegmentName,
  namespaced: true,
  resetsGeneration: true,
  anyFinalizer: true,
};
const specPath = child(undefined, 'spec');
const evictionPolicies = ['AlwaysAllow', 'IfHealthyBudget'];

/** policy/v1 PodDisruptionBudget. */
export function checkPodDisruptionBudget(object: JsonObject, context: RuleContext): void {
  const { problems } = context;
  checkObjectMeta(object, meta, context);
  const spec = map(object, 'spec') ?? {};
  const { minAvailable, maxUnavailable, selector } = spec;
  if (present(minAvailable) && present(maxUnavailable)) {
    reportInvalid(problems, specPath, 'must have one of minAvailable and maxUnavailable, not both');
  }
  checkCountOrPercent(minAvailable, child(specPath, 'minAvailable'), problems);
  checkAtMostAll(minAvailable, child(specPath, 'minAvailable'), problems);
  checkCountOrPercent(maxUnavailable, child(specPath, 'maxUnavailable'), problems);
  checkAtMostAll(maxUnavailable, child(specPath, 'maxUnavailable'), problems);
  checkLabelSelector(selector, child(specPath, 'selector'), problems);
  checkPointedChoice(problems, spec, specPath, 'unhealthyPodEvictionPolicy', evictionPolicies);
}
