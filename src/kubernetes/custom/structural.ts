import { child, type FieldPath, formatPath } from '../field-path.ts';
import { list, map, present, text } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import { Regex, regexOf } from '../re2/regex.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../value.ts';
import type { DefinitionReport } from './definition-report.ts';
import { checkCompleteness } from './structural-completeness.ts';

// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
// https://github.com/kubernetes/apiextensions-apiserver/blob/v0.34.3/pkg/apiserver/schema/validation.go

type Level = 'root' | 'item' | 'field';

/** Checks that a schema is structural: types outside of, and values inside of allOf, anyOf, oneOf and not. */
export function checkStructure(schema: JsonObject, path: FieldPath, report: DefinitionReport): void {
  checkNode(schema, 'root', path, report);
  checkCompleteness(schema, path, report);
}

function checkNode(schema: JsonObject, level: Level, path: FieldPath, report: DefinitionReport): void {
  const type = text(schema, 'type');
  const items = map(schema, 'items');
  if (type === 'array' && !items) report.say(child(path, 'items'), 'must be set in the schema of a list');
  if (items) checkNode(items, 'item', child(path, 'items'), report);
  const properties = map(schema, 'properties') ?? {};
  for (const name of Object.keys(properties)) {
    // Go reads null as a schema without anything in it.
    const property = properties[name] ?? {};
    if (isObject(property)) checkNode(property, 'field', child(child(path, 'properties'), name), report);
  }
  checkAdditional(schema, level, path, report);
  checkExtensions(schema, path, report);
  checkType(schema, type, level, path, report);
  checkResourceFields(schema, properties, level, path, report);
  const { first, any } = intOrStringForms(schema);
  checkValueParts(schema, any, first, path, report);
}

function checkAdditional(schema: JsonObject, level: Level, path: FieldPath, report: DefinitionReport): void {
  const additional = schema['additionalProperties'];
  if (!present(additional)) return;
  const at = child(path, 'additionalProperties');
  if (level === 'root') report.say(at, 'must not be set at the root');
  if (isObject(additional)) checkNode(additional, 'field', at, report);
  if (schema['x-kubernetes-embedded-resource'] === true) {
    report.say(at, 'must not be set with x-kubernetes-embedded-resource');
  }
}

function checkExtensions(schema: JsonObject, path: FieldPath, report: DefinitionReport): void {
  if (schema['x-kubernetes-int-or-string'] !== true) return;
  for (const key of ['x-kubernetes-preserve-unknown-fields', 'x-kubernetes-embedded-resource']) {
    if (schema[key] === true)
      report.say(child(path, key), 'must not be true with x-kubernetes-int-or-string');
  }
}

const untyped: Readonly<Record<Level, string>> = {
  root: 'must be set at the root',
  item: 'must be set for the items of a list',
  field: 'must be set for each field',
};

function checkType(
  schema: JsonObject,
  type: string,
  level: Level,
  path: FieldPath,
  report: DefinitionReport,
): void {
  const at = child(path, 'type');
  const isFree =
    schema['x-kubernetes-int-or-string'] === true || schema['x-kubernetes-preserve-unknown-fields'] === true;
  if (schema['x-kubernetes-embedded-resource'] === true && type !== 'object') {
    report.say(at, `must be object with x-kubernetes-embedded-resource, not ${quoted(type)}`);
  } else if (type === '' && !isFree) report.say(at, untyped[level]);
  if (level === 'root' && type !== '' && type !== 'object')
    report.say(at, `must be object at the root, not ${quoted(type)}`);
}

/** apiVersion, kind and metadata of the resource, and of resources within it. */
function checkResourceFields(
  schema: JsonObject,
  properties: JsonObject,
  level: Level,
  path: FieldPath,
  report: DefinitionReport,
): void {
  const isEmbedded = schema['x-kubernetes-embedded-resource'] === true;
  const at = child(path, 'properties');
  if (level === 'root' || isEmbedded) {
    for (const name of ['kind', 'apiVersion']) {
      const own = properties[name];
      if (isObject(own) && text(own, 'type') !== 'string') {
        report.say(child(child(at, name), 'type'), `must be string, not ${quoted(own['type'])}`);
      }
    }
  }
  const metadata = properties['metadata'];
  if (isObject(metadata)) checkMetadata(metadata, level, isEmbedded, child(at, 'metadata'), report);
  const keepsUnknown = schema['x-kubernetes-preserve-unknown-fields'] === true;
  if (isEmbedded && !keepsUnknown && Object.keys(properties).length === 0) {
    report.say(at, 'must not be empty in a resource within a resource that does not keep unknown fields');
  }
}

function checkMetadata(
  metadata: JsonObject,
  level: Level,
  isEmbedded: boolean,
  path: FieldPath,
  report: DefinitionReport,
): void {
  const type = text(metadata, 'type');
  if ((level === 'root' || isEmbedded) && type !== 'object') {
    report.say(child(path, 'type'), `must be object, not ${quoted(type)}`);
  }
  if (level !== 'root') return;
  const names = Object.keys(map(metadata, 'properties') ?? {});
  const restrictsNames =
    names.length > 0 && names.every((name) => name === 'name' || name === 'generateName');
  const others = Object.keys(metadata).filter(
    (key) => key !== 'type' && key !== 'default' && isSomething(metadata[key]),
  );
  const rest = restrictsNames ? others.filter((key) => key !== 'properties') : others;
  if (rest.length > 0) report.say(path, 'must not restrict anything but name and generateName');
}

function isSomething(value: JsonValue | undefined): boolean {
  if (!present(value) || value === false || value === '') return false;
  if (isArray(value)) return value.length > 0;
  return !isObject(value) || Object.keys(value).length > 0;
}

/** The two forms in which the types of int-or-string may be spelt out. */
function intOrStringForms(schema: JsonObject): { any: boolean; first: boolean } {
  const [all] = list(schema, 'allOf');
  return {
    any: isIntOrString(list(schema, 'anyOf')),
    first: isObject(all) && isIntOrString(list(all, 'anyOf')),
  };
}

function isIntOrString(anyOf: readonly JsonValue[]): boolean {
  return anyOf.length === 2 && isType(anyOf[0], 'integer') && isType(anyOf[1], 'string');
}

function isType(value: JsonValue | undefined, type: string): boolean {
  if (!isObject(value) || value['type'] !== type) return false;
  return [...forbiddenInParts, ...valueKeywords].every((key) => key === 'type' || !isSomething(value[key]));
}

function checkValueParts(
  schema: JsonObject,
  skipAny: boolean,
  skipFirst: boolean,
  path: FieldPath,
  report: DefinitionReport,
): void {
  for (const key of ['allOf', 'anyOf', 'oneOf']) {
    if (key === 'anyOf' && skipAny) continue;
    for (const [index, part] of list(schema, key).entries()) {
      const skipsAny = key === 'allOf' && skipFirst && index === 0;
      if (isObject(part)) checkPart(part, skipsAny, child(child(path, key), index), report);
    }
  }
  const not = map(schema, 'not');
  if (not) checkPart(not, false, child(path, 'not'), report);
  const pattern = text(schema, 'pattern');
  const regex = pattern === '' ? undefined : regexOf(pattern);
  if (regex && !(regex instanceof Regex) && 'invalid' in regex) {
    report.say(child(path, 'pattern'), `must be a regular expression of RE2: ${regex.invalid}`);
  }
}

const forbiddenInParts = [
  'type',
  'default',
  'title',
  'description',
  'nullable',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-validations',
];

const valueKeywords =
  'format maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems multipleOf maxProperties minProperties enum required items properties additionalProperties allOf anyOf oneOf not'.split(
    ' ',
  );

/** A part of allOf, anyOf, oneOf or not may only speak of values. */
function checkPart(part: JsonObject, skipAny: boolean, path: FieldPath, report: DefinitionReport): void {
  checkValueParts(part, skipAny, false, path, report);
  const items = map(part, 'items');
  if (items) checkPart(items, false, child(path, 'items'), report);
  const properties = map(part, 'properties') ?? {};
  for (const name of Object.keys(properties)) {
    const property = properties[name];
    const at = child(child(path, 'properties'), name);
    if (isObject(property)) checkPart(property, false, at, report);
    if (name === 'metadata') report.say(at, `must not be set within ${formatPath(path.parent)}`);
  }
  for (const key of forbiddenInParts) {
    const isSet = key === 'default' ? present(part[key]) : isSomething(part[key]);
    if (isSet)
      report.say(
        child(path, key),
        'must not be set here: a structural schema has it outside of allOf, anyOf, oneOf and not',
      );
  }
  const additional = part['additionalProperties'];
  if (isObject(additional) || additional === true) {
    report.say(child(path, 'additionalProperties'), 'must not be set here to be structural');
  }
}
