import { didYouMean } from '../../model/did-you-mean.ts';
import { child, type FieldPath, formatPath } from '../field-path.ts';
import { quoted } from '../meta/quoted.ts';
import type { Problems } from '../problem.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../value.ts';

// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/

type Shape =
  | 'string'
  | 'boolean'
  | 'integer'
  | 'time'
  | 'any'
  | { readonly map: Shape }
  | { readonly list: Shape }
  | Fields;
interface Fields {
  readonly fields: Readonly<Record<string, Shape>>;
}

const ownerReference: Fields = {
  fields: {
    apiVersion: 'string',
    kind: 'string',
    name: 'string',
    uid: 'string',
    controller: 'boolean',
    blockOwnerDeletion: 'boolean',
  },
};

const managedField: Fields = {
  fields: {
    manager: 'string',
    operation: 'string',
    apiVersion: 'string',
    time: 'time',
    fieldsType: 'string',
    fieldsV1: 'any',
    subresource: 'string',
  },
};

const objectMeta: Fields = {
  fields: {
    name: 'string',
    generateName: 'string',
    namespace: 'string',
    selfLink: 'string',
    uid: 'string',
    resourceVersion: 'string',
    generation: 'integer',
    creationTimestamp: 'time',
    deletionTimestamp: 'time',
    deletionGracePeriodSeconds: 'integer',
    labels: { map: 'string' },
    annotations: { map: 'string' },
    ownerReferences: { list: ownerReference },
    finalizers: { list: 'string' },
    managedFields: { list: managedField },
  },
};

const words: Readonly<Record<string, string>> = {
  string: 'a string',
  boolean: 'true or false',
  integer: 'a whole number',
  time: 'a time',
};

/** Checks the fields of `metadata` and their types. Null is absent everywhere. True when all is well. */
export function checkMetadataShape(value: JsonValue, path: FieldPath, problems: Problems): boolean {
  const before = problems.list.length;
  check(value, objectMeta, path, problems);
  return problems.list.length === before;
}

function check(value: JsonValue, shape: Shape, path: FieldPath, problems: Problems): void {
  if (value === null || shape === 'any') return;
  if (typeof shape === 'string') {
    if (!isScalar(value, shape)) reportType(value, words[shape] ?? shape, path, problems);
  } else if ('list' in shape) {
    if (isArray(value))
      for (const [index, item] of value.entries()) check(item, shape.list, child(path, index), problems);
    else reportType(value, 'a list', path, problems);
  } else if (isObject(value)) {
    checkFields(value, shape, path, problems);
  } else {
    reportType(value, 'a mapping', path, problems);
  }
}

function isScalar(value: JsonValue, shape: string): boolean {
  if (shape === 'integer') return typeof value === 'bigint' || Number.isInteger(value);
  return typeof value === (shape === 'time' ? 'string' : shape);
}

function checkFields(
  object: JsonObject,
  shape: Fields | { readonly map: Shape },
  path: FieldPath,
  problems: Problems,
): void {
  for (const key of Object.keys(object)) {
    const value = object[key] ?? null;
    if ('map' in shape) check(value, shape.map, child(path, key), problems);
    else if (Object.hasOwn(shape.fields, key))
      check(value, shape.fields[key] ?? 'any', child(path, key), problems);
    else {
      const at = child(path, key);
      const meant = didYouMean(key, Object.keys(shape.fields));
      const message = `${formatPath(at)} is no field of an object's metadata`;
      problems.key('schema/unknown-field', at, message, meant && `did you mean ${meant}?`);
    }
  }
}

function reportType(value: JsonValue, wanted: string, path: FieldPath, problems: Problems): void {
  problems.value('schema/wrong-type', path, `${formatPath(path)} must be ${wanted}, not ${quoted(value)}`);
}
