import { didYouMean } from '../../model/did-you-mean.ts';
import { child, type FieldPath, formatPath } from '../field-path.ts';
import type { Problems } from '../problem.ts';
import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from '../value.ts';
import { fieldSchema, type SchemaNode } from './schema-node.ts';

// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#field-pruning

/** Reports every field that the API server would drop: those that the schema does not name. */
export function checkUnknownFields(root: JsonObject, schema: SchemaNode, problems: Problems): void {
  checkObject(root, schema, undefined, true, problems);
}

/** As `checkUnknownFields`, for a part of an object. */
export function checkUnknownFieldsOf(
  value: JsonValue,
  schema: SchemaNode | undefined,
  path: FieldPath | undefined,
  problems: Problems,
): void {
  if (isObject(value)) checkObject(value, schema, path, schema?.embedded === true, problems);
  else if (isArray(value)) checkList(value, schema, path, problems);
}

function checkList(
  list: JsonArray,
  schema: SchemaNode | undefined,
  path: FieldPath | undefined,
  problems: Problems,
): void {
  const items = schema?.items;
  if (schema?.preserveUnknown && !items) return;
  for (const [index, item] of list.entries()) {
    if (isObject(item) || isArray(item)) checkUnknownFieldsOf(item, items, child(path, index), problems);
  }
}

function checkObject(
  object: JsonObject,
  schema: SchemaNode | undefined,
  path: FieldPath | undefined,
  isResource: boolean,
  problems: Problems,
): void {
  for (const key of Object.keys(object)) {
    if (isResource && isTypeOrMetadata(key)) continue;
    const value = object[key] ?? null;
    // `additionalProperties: true` keeps the field, and nothing below it.
    const isKnown = schema?.properties.has(key) || schema?.additional !== undefined;
    if (isKnown) {
      if (value !== null && typeof value === 'object')
        checkUnknownFieldsOf(value, fieldSchema(schema, key), child(path, key), problems);
    } else if (!schema?.preserveUnknown) {
      reportUnknown(child(path, key), key, schema, problems);
    }
  }
}

function isTypeOrMetadata(key: string): boolean {
  return key === 'apiVersion' || key === 'kind' || key === 'metadata';
}

function reportUnknown(
  path: FieldPath,
  key: string,
  schema: SchemaNode | undefined,
  problems: Problems,
): void {
  const meant = didYouMean(key, schema?.properties.keys() ?? []);
  const message = `${formatPath(path)} is no field of the definition's schema`;
  problems.key('schema/unknown-field', path, message, meant && `did you mean ${meant}?`);
}
