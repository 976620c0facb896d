import { child } from '../field-path.ts';
import { itemOf, list, map, whole } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportForbidden, reportInvalid } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import { withoutConverted } from './autoscaler-annotations.ts';
import { checkMetric } from './autoscaler-metric.ts';
import { hasGate } from './gates.ts';
import { checkScaledReference } from './scaled-reference.ts';
import { checkScalingBehavior } from './scaling-behavior.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/autoscaling/validation/validation.go
const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true };
const specPath = child(undefined, 'spec');
const metricsPath = child(specPath, 'metrics');

/** autoscaling/v2 HorizontalPodAutoscaler. */
export function checkHorizontalPodAutoscaler(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(withoutConverted(object), meta, context);
  const spec = map(object, 'spec') ?? {};
  const metrics = list(spec, 'metrics');
  checkTarget(spec, context);
  checkMetrics(metrics, whole(spec, 'minReplicas'), context);
  const behavior = map(spec, 'behavior');
  if (behavior) checkScalingBehavior(behavior, child(specPath, 'behavior'), context);
}

/** What versions 1 and 2 have in common: the target and the bounds. */
export function checkTarget(spec: JsonObject, context: RuleContext): void {
  const { problems } = context;
  const least = whole(spec, 'minReplicas') ?? 1;
  const most = whole(spec, 'maxReplicas') ?? 0;
  const bound = hasGate(context, 'HPAScaleToZero') ? 0 : 1;
  if (least < bound) {
    reportInvalid(problems, child(specPath, 'minReplicas'), `must be at least ${bound}, not ${least}`);
  }
  const mostPath = child(specPath, 'maxReplicas');
  if (most < 1) reportInvalid(problems, mostPath, `must be at least 1, not ${most}`);
  else if (most < least)
    reportInvalid(problems, mostPath, `must be at least minReplicas, which is ${least}, not ${most}`);
  const target = map(spec, 'scaleTargetRef') ?? {};
  const coreKind = target['kind'] === 'ReplicationController';
  checkScaledReference(target, coreKind, child(specPath, 'scaleTargetRef'), context);
}

function checkMetrics(metrics: JsonArray, least: number | undefined, context: RuleContext): void {
  let measuresOthers = false;
  for (let index = 0; index < metrics.length; index += 1) {
    const metric = itemOf(metrics[index]);
    checkMetric(metric, child(metricsPath, index), context);
    if (metric['type'] === 'Object' || metric['type'] === 'External') measuresOthers = true;
  }
  if (least !== 0 || measuresOthers) return;
  reportForbidden(
    context.problems,
    metricsPath,
    'must have an Object or External metric where minReplicas is 0',
  );
}
