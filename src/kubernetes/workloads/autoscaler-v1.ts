import { child } from '../field-path.ts';
import { itemOf, map, whole } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportInvalid } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { metricsAnnotation, withoutConverted } from './autoscaler-annotations.ts';
import { checkMetric } from './autoscaler-metric.ts';
import { annotatedMetrics } from './autoscaler-v1-metrics.ts';
import { checkTarget } from './horizontal-pod-autoscaler.ts';

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true };
const utilizationPath = child(child(undefined, 'spec'), 'targetCPUUtilizationPercentage');

const metricsPath = child(child(child(undefined, 'metadata'), 'annotations'), metricsAnnotation);

/** autoscaling/v1 HorizontalPodAutoscaler, which has a field for the metric of the CPU only. */
export function checkAutoscalerV1(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(withoutConverted(object), meta, context);
  const spec = map(object, 'spec') ?? {};
  checkTarget(spec, context);
  annotatedMetrics(object).forEach((metric, index) => {
    checkMetric(itemOf(metric), child(metricsPath, index), context);
  });
  const utilization = whole(spec, 'targetCPUUtilizationPercentage');
  if (utilization === undefined || utilization >= 1) return;
  reportInvalid(context.problems, utilizationPath, `must be at least 1, not ${utilization}`);
}
