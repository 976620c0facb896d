import { map } from '../meta/fields.ts';
import type { JsonObject } from '../value.ts';

// What version 1 has no fields for is kept in annotations, which are dropped once they are read:
// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/autoscaling/annotations.go
const prefix = 'autoscaling.alpha.kubernetes.io/';
export const metricsAnnotation = `${prefix}metrics`;
const behaviorAnnotation = `${prefix}behavior`;
const converted = [
  metricsAnnotation,
  behaviorAnnotation,
  `${prefix}current-metrics`,
  `${prefix}conditions`,
  `${prefix}scale-down-tolerance`,
  `${prefix}scale-up-tolerance`,
];

/** The object without such annotations, which may be larger than annotations may be. */
export function withoutConverted(object: JsonObject): JsonObject {
  const annotations = map(map(object, 'metadata'), 'annotations');
  if (!annotations || !converted.some((key) => Object.hasOwn(annotations, key))) return object;
  const kept = Object.fromEntries(Object.entries(annotations).filter(([key]) => !converted.includes(key)));
  return { ...object, metadata: { ...map(object, 'metadata'), annotations: kept } };
}
