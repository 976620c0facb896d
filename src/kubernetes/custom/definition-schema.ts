import { child, type FieldPath } from '../field-path.ts';
import { list, map, present, text } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../value.ts';
import type { DefinitionReport } from './definition-report.ts';
import { checkListSchema } from './list-schema.ts';
import { checkRuleTexts } from './rule-texts.ts';

/** What holds for a part of a schema because of where it stands. */
interface Place {
  readonly isRoot: boolean;
  readonly inMetadata: boolean;
  /** Why defaults are not allowed here; undefined where they are. */
  readonly noDefaults: string | undefined;
}

/**
 * Checks what OpenAPI schemas in definitions may not have, and the extensions.
 * @returns schemas with a problem at or below them, whose rules the API server does not compile
 */
export function checkOpenApi(
  schema: JsonObject,
  path: FieldPath,
  report: DefinitionReport,
): ReadonlySet<JsonObject> {
  const faulty = new Set<JsonObject>();
  checkNode(schema, { isRoot: true, inMetadata: false, noDefaults: undefined }, path, report, faulty);
  return faulty;
}

function checkNode(
  schema: JsonObject,
  place: Place,
  path: FieldPath,
  report: DefinitionReport,
  faulty: Set<JsonObject>,
): void {
  const before = report.count;
  checkKeywords(schema, place, path, report);
  checkBelow(schema, place, path, report, faulty);
  checkMapType(schema, path, report);
  checkListSchema(schema, path, report);
  checkRuleTexts(schema, path, report);
  if (report.count > before) faulty.add(schema);
}

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const unsupported = ['id', 'additionalItems', 'patternProperties', 'definitions', 'dependencies', '$ref'];

function checkKeywords(schema: JsonObject, place: Place, path: FieldPath, report: DefinitionReport): void {
  const type = text(schema, 'type');
  if (type !== '' && !types.includes(type)) {
    const instead = type === 'null' ? ': nullable says that null is allowed' : '';
    report.say(child(path, 'type'), `must be one of ${types.join(', ')}; not ${quoted(type)}${instead}`);
  }
  if (present(schema['default']) && place.noDefaults !== undefined) {
    report.say(child(path, 'default'), `must not be set ${place.noDefaults}`);
  }
  for (const key of unsupported) {
    if (isWritten(schema[key])) report.say(child(path, key), 'is not supported in definitions');
  }
  if (isArray(schema['items']) && schema['items'].length > 0) {
    report.say(child(path, 'items'), 'must be one schema, not a list of them');
  }
  const embedded = 'x-kubernetes-embedded-resource';
  if (place.inMetadata && schema[embedded] === true)
    report.say(child(path, embedded), 'must not be set inside of metadata');
  if (schema['uniqueItems'] === true) {
    report.say(
      child(path, 'uniqueItems'),
      'must not be true: x-kubernetes-list-type set does it without comparing all with all',
    );
  }
  const preserve = 'x-kubernetes-preserve-unknown-fields';
  if (schema[preserve] === false) report.say(child(path, preserve), 'must be true or absent');
}

/** Empty texts and mappings are absent to the server. */
function isWritten(value: JsonValue | undefined): boolean {
  if (!present(value) || value === '') return false;
  return !isObject(value) || Object.keys(value).length > 0;
}

const metaFields = new Set(['metadata', 'kind', 'apiVersion']);

function checkBelow(
  schema: JsonObject,
  place: Place,
  path: FieldPath,
  report: DefinitionReport,
  faulty: Set<JsonObject>,
): void {
  const inner = { ...place, isRoot: false };
  const visit = (value: JsonValue | undefined, at: FieldPath, within: Place) => {
    if (isObject(value)) checkNode(value, within, at, report, faulty);
  };
  const additional = schema['additionalProperties'];
  const properties = map(schema, 'properties') ?? {};
  const names = Object.keys(properties);
  if (names.length > 0 && (additional === false || isObject(additional))) {
    report.say(child(path, 'additionalProperties'), 'must not be set beside properties');
  }
  const forValues = 'inside of additionalProperties of metadata';
  visit(
    additional,
    child(path, 'additionalProperties'),
    inner.inMetadata ? { ...inner, noDefaults: forValues } : inner,
  );
  const isResource = place.isRoot || schema['x-kubernetes-embedded-resource'] === true;
  for (const name of names) {
    const at = child(child(path, 'properties'), name);
    visit(
      properties[name],
      at,
      isResource && metaFields.has(name) ? metaPlace(inner, name, place.isRoot) : inner,
    );
  }
  visit(schema['not'], child(path, 'not'), inner);
  for (const key of ['allOf', 'oneOf', 'anyOf']) {
    for (const [index, part] of list(schema, key).entries())
      visit(part, child(child(path, key), index), inner);
  }
  visit(schema['items'], child(path, 'items'), inner);
}

function metaPlace(place: Place, name: string, isRoot: boolean): Place {
  return { ...place, inMetadata: true, noDefaults: isRoot ? `in top-level ${name}` : place.noDefaults };
}

const mapTypes = ['atomic', 'granular'];

function checkMapType(schema: JsonObject, path: FieldPath, report: DefinitionReport): void {
  const key = 'x-kubernetes-map-type';
  const mapType = schema[key];
  if (typeof mapType !== 'string') return;
  if (text(schema, 'type') !== 'object') report.say(child(path, 'type'), `must be object with ${key}`);
  if (!mapTypes.includes(mapType))
    report.say(child(path, key), `must be atomic or granular, not ${quoted(mapType)}`);
}
