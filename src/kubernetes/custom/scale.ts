import { child, type FieldPath, formatPath } from '../field-path.ts';
import { quoted } from '../meta/quoted.ts';
import type { Problems } from '../problem.ts';
import { isObject, type JsonObject, type JsonValue } from '../value.ts';
import type { Definition } from './definition.ts';
import { typeName } from './type-check.ts';

const mostReplicas = 2147483647;

/** Checks what the scale subresource reads: replicas are counts, and the label selector is a string. */
export function checkScale(object: JsonObject, { scale }: Definition, problems: Problems): void {
  if (!scale) return;
  checkReplicas(object, scale.specReplicas, problems);
  checkReplicas(object, scale.statusReplicas, problems);
  if (scale.labelSelector === undefined) return;
  const { value, path } = follow(object, scale.labelSelector);
  if (value === undefined || typeof value === 'string') return;
  problems.value('schema/wrong-type', path, `${formatPath(path)} must be a string, not ${quoted(value)}`);
}

function checkReplicas(object: JsonObject, jsonPath: string, problems: Problems): void {
  const { value, path } = follow(object, jsonPath);
  if (value === undefined) return;
  const isCount = typeName(value) === 'integer' && Number(value) >= 0 && Number(value) <= mostReplicas;
  if (isCount) return;
  const message = `${formatPath(path)} must be a number of replicas, 0 to ${mostReplicas}, not ${quoted(value)}`;
  problems.value('schema/custom-resource', path, message);
}

/** The value at `.spec.replicas`, or what stands in its way. */
function follow(
  object: JsonObject,
  jsonPath: string,
): { value: JsonValue | undefined; path: FieldPath | undefined } {
  let value: JsonValue | undefined = object;
  let path: FieldPath | undefined;
  for (const step of jsonPath.replace(/^\./, '').split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, step))
      return { value: isObject(value) ? undefined : value, path };
    value = value[step];
    path = child(path, step);
  }
  return { value, path };
}
