import { itemOf, map, text, whole } from '../meta/fields.ts';
import { isArray, type JsonArray, type JsonObject, type JsonValue } from '../value.ts';
import { metricsAnnotation } from './autoscaler-annotations.ts';

/**
 * Metrics other than the CPU's, which version 1 keeps in an annotation, as version 2 has them. What cannot be read is
 * ignored: https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/autoscaling/v1/conversion.go
 */
export function annotatedMetrics(object: JsonObject): JsonArray {
  const annotation = text(map(map(object, 'metadata'), 'annotations'), metricsAnnotation);
  const metrics = annotation === '' ? undefined : parsed(annotation);
  return isArray(metrics) ? metrics.map((metric) => converted(itemOf(metric))) : [];
}

function parsed(annotation: string): JsonValue | undefined {
  try {
    return JSON.parse(annotation);
  } catch {
    return undefined;
  }
}

function converted(metric: JsonObject): JsonObject {
  const { type = '' } = metric;
  const resource = map(metric, 'resource');
  const container = map(metric, 'containerResource');
  const pods = map(metric, 'pods');
  const object = map(metric, 'object');
  const external = map(metric, 'external');
  return {
    type,
    ...(resource && { resource: { name: text(resource, 'name'), target: averaged(resource) } }),
    ...(container && { containerResource: { ...container, target: averaged(container) } }),
    ...(pods && { pods: { ...named(pods), target: valued(undefined, pods['targetAverageValue'] ?? 0) } }),
    ...(object && {
      object: {
        ...named(object),
        describedObject: object['target'] ?? {},
        target: valued(object['targetValue'] ?? 0, object['averageValue']),
      },
    }),
    ...(external && {
      external: {
        ...named(external),
        target: valued(external['targetValue'], external['targetAverageValue']),
      },
    }),
  };
}

function named(source: JsonObject): JsonObject {
  return { metric: { name: text(source, 'metricName') } };
}

function averaged(source: JsonObject): JsonObject {
  const averageUtilization = whole(source, 'targetAverageUtilization');
  const type = averageUtilization === undefined ? 'AverageValue' : 'Utilization';
  return { type, averageUtilization, averageValue: source['targetAverageValue'] };
}

function valued(value: JsonValue | undefined, averageValue: JsonValue | undefined): JsonObject {
  return { type: 'Value', value, averageValue };
}
