import { child, type FieldPath, formatPath } from '../field-path.ts';
import { Problems } from '../problem.ts';
import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from '../value.ts';
import { checkEnum } from './enum-check.ts';
import type { Gap } from './gap.ts';
import { checkNumber } from './number-check.ts';
import type { SchemaNode } from './schema-node.ts';
import { checkString } from './string-check.ts';
import { checkType } from './type-check.ts';

/** Where findings and gaps of one object go. */
export interface ValueSink {
  readonly problems: Problems;
  readonly gaps: Gap[];
  /** Minor of Kubernetes 1.x. */
  readonly minor: number;
}

/** Checks a completed value as the API server does (kube-openapi's `validate` package), x-kubernetes-* aside. */
export function checkValue(
  value: JsonValue,
  schema: SchemaNode,
  path: FieldPath | undefined,
  sink: ValueSink,
): void {
  const fits = checkType(value, schema, path, sink.problems, sink.minor);
  if (schema.enum) checkEnum(value, schema.enum, path, sink.problems);
  // Of null no more is asked than its type and the enumeration.
  if (value === null || !fits) return;
  checkJunctors(value, schema, path, sink);
  if (typeof value === 'string') checkString(value, schema, path, sink);
  else if (typeof value === 'number' || typeof value === 'bigint')
    checkNumber(value, schema.bounds, path, sink.problems);
  else if (isArray(value)) checkList(value, schema, path, sink);
  else if (isObject(value)) checkObject(value, schema, path, sink);
}

function checkJunctors(
  value: JsonValue,
  schema: SchemaNode,
  path: FieldPath | undefined,
  sink: ValueSink,
): void {
  for (const part of schema.allOf) checkValue(value, part, path, sink);
  const at = () => nameOf(path);
  if (schema.anyOf.length > 0 && !schema.anyOf.some((part) => accepts(value, part, sink))) {
    report(
      path,
      `${at()} must fit at least one of the alternatives ("anyOf") that the definition allows`,
      sink,
    );
  }
  if (schema.oneOf.length > 0) {
    const fitting = schema.oneOf.filter((part) => accepts(value, part, sink)).length;
    const many = fitting === 0 ? 'fits none' : `fits ${fitting} of them`;
    if (fitting !== 1) {
      report(
        path,
        `${at()} must fit exactly one of the alternatives ("oneOf") of the definition, and ${many}`,
        sink,
      );
    }
  }
  if (schema.not && accepts(value, schema.not, sink)) {
    report(path, `${at()} must not be what the definition excludes ("not")`, sink);
  }
}

function accepts(value: JsonValue, schema: SchemaNode, { gaps, minor }: ValueSink): boolean {
  const problems = new Problems();
  checkValue(value, schema, undefined, { problems, gaps, minor });
  return problems.list.length === 0;
}

function checkList(list: JsonArray, schema: SchemaNode, path: FieldPath | undefined, sink: ValueSink): void {
  checkCount(list.length, 'items', schema.bounds.minItems, schema.bounds.maxItems, path, sink);
  const { items } = schema;
  if (!items) return;
  for (const [index, item] of list.entries()) checkValue(item, items, child(path, index), sink);
}

function checkObject(
  object: JsonObject,
  schema: SchemaNode,
  path: FieldPath | undefined,
  sink: ValueSink,
): void {
  const keys = Object.keys(object);
  checkCount(keys.length, 'fields', schema.bounds.minProperties, schema.bounds.maxProperties, path, sink);
  for (const name of schema.required) {
    if (Object.hasOwn(object, name)) continue;
    const missing = child(path, name);
    sink.problems.value(
      'schema/missing-field',
      missing,
      `${formatPath(missing)} is required by the definition`,
    );
  }
  for (const key of keys) {
    const own = schema.properties.get(key);
    const value = object[key] ?? null;
    if (own) checkValue(value, own, child(path, key), sink);
    else if (typeof schema.additional === 'object')
      checkValue(value, schema.additional, child(path, key), sink);
    else if (schema.additional === false) {
      report(child(path, key), `${formatPath(child(path, key))} is not allowed by the definition`, sink);
    }
  }
}

function checkCount(
  count: number,
  words: string,
  least: number | undefined,
  most: number | undefined,
  path: FieldPath | undefined,
  sink: ValueSink,
): void {
  if (least !== undefined && count < least) {
    report(path, `${nameOf(path)} must have at least ${least} ${words}, not ${count}`, sink);
  }
  if (most !== undefined && count > most) {
    report(path, `${nameOf(path)} must have at most ${most} ${words}, not ${count}`, sink);
  }
}

function report(path: FieldPath | undefined, message: string, { problems }: ValueSink): void {
  problems.value('schema/custom-resource', path, message);
}

function nameOf(path: FieldPath | undefined): string {
  return path ? formatPath(path) : 'the object';
}
