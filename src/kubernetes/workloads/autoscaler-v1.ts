import { child } from '../field-path.ts';
import { map, whole } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportInvalid } from '../pods/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { withoutConverted } from './autoscaler-annotations.ts';
import { checkTarget } from './horizontal-pod-autoscaler.ts';

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true };
const utilizationPath = child(child(undefined, 'spec'), 'targetCPUUtilizationPercentage');

/** autoscaling/v1 HorizontalPodAutoscaler, which knows the metric of the CPU only. */
export function checkAutoscalerV1(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(withoutConverted(object), meta, context);
  const spec = map(object, 'spec') ?? {};
  checkTarget(spec, context);
  const utilization = whole(spec, 'targetCPUUtilizationPercentage');
  if (utilization === undefined || utilization >= 1) return;
  reportInvalid(context.problems, utilizationPath, `must be at least 1, not ${utilization}`);
}
