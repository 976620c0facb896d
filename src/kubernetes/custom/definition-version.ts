import { child, type FieldPath } from '../field-path.ts';
import { AnswerCache } from '../meta/answer-cache.ts';
import { list, map, present, text } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import type { RuleContext } from '../rule.ts';
import { isObject, type JsonObject } from '../value.ts';
import { checkDefinitionRules } from './definition-cel.ts';
import { checkDefaults } from './definition-defaults.ts';
import type { DefinitionReport } from './definition-report.ts';
import { checkOpenApi } from './definition-schema.ts';
import type { Gap } from './gap.ts';
import { schemaNode } from './schema-node.ts';
import { checkSelectableFields } from './selectable-fields.ts';
import { checkStructure } from './structural.ts';

/** What could not be checked of versions without a fault, by minor, path and text of the version. */
const sound = new AnswerCache<readonly Gap[]>(4 * 1024 * 1024);

/** Checks one version of a definition. */
export function checkVersion(
  version: JsonObject,
  path: FieldPath,
  report: DefinitionReport,
  context: RuleContext,
): readonly Gap[] {
  const text = jsonOf(version);
  if (text === undefined) return checkNewVersion(version, path, report, context);
  const key = `${context.minor} ${path.key} ${text}`;
  const known = sound.find(key);
  if (known) return known.answer;
  const before = report.count;
  const gaps = checkNewVersion(version, path, report, context);
  return report.count === before ? sound.keep(key, gaps) : gaps;
}

/** Undefined where JSON cannot hold a number, which only bigint does. */
function jsonOf(version: JsonObject): string | undefined {
  try {
    return JSON.stringify(version);
  } catch {
    return undefined;
  }
}

function checkNewVersion(
  version: JsonObject,
  path: FieldPath,
  report: DefinitionReport,
  context: RuleContext,
): Gap[] {
  checkDeprecation(version, path, report);
  checkSubresources(map(version, 'subresources'), child(path, 'subresources'), report);
  for (const [index, column] of list(version, 'additionalPrinterColumns').entries()) {
    const at = child(child(path, 'additionalPrinterColumns'), index);
    if (isObject(column)) checkColumn(column, at, report);
  }
  const schema = map(map(version, 'schema'), 'openAPIV3Schema');
  const at = child(child(path, 'schema'), 'openAPIV3Schema');
  if (!schema) {
    report.say(at, 'must be set');
    return [];
  }
  const selectable = list(version, 'selectableFields');
  if (selectable.length > 0)
    checkSelectableFields(selectable, schemaNode(schema), child(path, 'selectableFields'), report);
  const hasStatus = present(map(version, 'subresources')?.['status']);
  return checkSchema(schema, at, hasStatus, report, context);
}

/** In the order of the API server: defaults need a structural schema, and rules need sound defaults. */
function checkSchema(
  schema: JsonObject,
  path: FieldPath,
  hasStatus: boolean,
  report: DefinitionReport,
  context: RuleContext,
): Gap[] {
  if (hasStatus) checkRootFields(schema, path, report);
  if (schema['nullable'] === true) report.say(child(path, 'nullable'), 'must not be true at the root');
  const before = report.count;
  checkStructure(schema, path, report);
  if (report.count === before) checkDefaults(schemaNode(schema), path, report, context);
  const isSound = report.count === before;
  const faulty = checkOpenApi(schema, path, report);
  if (report.count === before && text(schema, '$schema') !== '')
    report.say(child(path, '$schema'), 'must not be set');
  return isSound ? checkDefinitionRules(schema, path, faulty, report, context) : [];
}

const rootFields = new Set(
  'description type format title maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems multipleOf required items properties externalDocs example x-kubernetes-preserve-unknown-fields x-kubernetes-validations'.split(
    ' ',
  ),
);

/** With a status subresource the status is taken out of the schema, and nothing else may speak of it. */
function checkRootFields(schema: JsonObject, path: FieldPath, report: DefinitionReport): void {
  for (const key of Object.keys(schema)) {
    if (rootFields.has(key) || !isSet(schema, key)) continue;
    report.say(child(path, key), 'must not be set at the root of a schema with a status subresource');
  }
  if (text(schema, 'type') !== 'object' && text(schema, 'type') !== '') {
    report.say(child(path, 'type'), 'must be object in a schema with a status subresource');
  }
}

/** False for what Go has as its zero value. */
function isSet(schema: JsonObject, key: string): boolean {
  const value = schema[key];
  if (value === null || value === undefined || value === false || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

const longestWarning = 256;

function checkDeprecation(version: JsonObject, path: FieldPath, report: DefinitionReport): void {
  const warning = version['deprecationWarning'];
  if (typeof warning !== 'string') return;
  const at = child(path, 'deprecationWarning');
  if (version['deprecated'] !== true) report.say(at, 'must only be set for a deprecated version');
  else if (warning === '') report.say(at, 'must not be empty');
  else if (Buffer.byteLength(warning) > longestWarning) {
    report.say(at, `must be at most ${longestWarning} bytes long, not ${Buffer.byteLength(warning)}`);
  }
  // Of white space only the plain blank is printable to Go.
  if (version['deprecated'] === true && /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(warning)) {
    report.say(at, 'must only have printable characters');
  }
}

const columnTypes = ['boolean', 'date', 'integer', 'number', 'string'];
const columnFormats = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password'];

function checkColumn(column: JsonObject, path: FieldPath, report: DefinitionReport): void {
  report.require(column, 'name', path);
  if (report.require(column, 'type', path)) checkMember(column, 'type', columnTypes, path, report);
  if (text(column, 'format') !== '') checkMember(column, 'format', columnFormats, path, report);
  if (report.require(column, 'jsonPath', path)) checkJsonPath(column, 'jsonPath', undefined, path, report);
}

function checkMember(
  object: JsonObject,
  key: string,
  members: readonly string[],
  parent: FieldPath,
  report: DefinitionReport,
): void {
  const value = text(object, key);
  if (!members.includes(value))
    report.say(child(parent, key), `must be one of ${members.join(', ')}; not ${quoted(value)}`);
}

function checkSubresources(
  subresources: JsonObject | undefined,
  path: FieldPath,
  report: DefinitionReport,
): void {
  const scale = map(subresources, 'scale');
  if (!scale) return;
  const at = child(path, 'scale');
  const hasSpec = report.require(scale, 'specReplicasPath', at);
  const hasStatus = report.require(scale, 'statusReplicasPath', at);
  if (hasSpec) checkJsonPath(scale, 'specReplicasPath', /^\.spec\./, at, report);
  if (hasStatus) checkJsonPath(scale, 'statusReplicasPath', /^\.status\./, at, report);
  if (text(scale, 'labelSelectorPath') !== '') {
    checkJsonPath(scale, 'labelSelectorPath', /^\.(?:spec|status)\./, at, report);
  }
}

function checkJsonPath(
  object: JsonObject,
  key: string,
  below: RegExp | undefined,
  parent: FieldPath,
  report: DefinitionReport,
): void {
  const value = text(object, key);
  const at = child(parent, key);
  if (!value.startsWith('.'))
    report.say(at, `must be a simple JSON path that starts with a dot, not ${quoted(value)}`);
  else if (below && !below.test(value))
    report.say(at, `must lead into another part of the object, not ${quoted(value)}`);
}
