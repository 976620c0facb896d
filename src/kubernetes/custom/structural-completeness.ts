import { child, type FieldPath, formatPath } from '../field-path.ts';
import { list, map } from '../meta/fields.ts';
import { isObject, type JsonObject } from '../value.ts';
import type { DefinitionReport } from './definition-report.ts';

/** What allOf, anyOf, oneOf and not speak of at the root must be in the schema itself, too. */
export function checkCompleteness(schema: JsonObject, path: FieldPath, report: DefinitionReport): void {
  checkParts(schema, schema, path, path, report);
}

function checkParts(
  parts: JsonObject,
  schema: JsonObject,
  path: FieldPath,
  partsPath: FieldPath,
  report: DefinitionReport,
): void {
  const not = map(parts, 'not');
  if (not) checkPart(not, schema, path, child(partsPath, 'not'), report);
  for (const key of ['allOf', 'anyOf', 'oneOf']) {
    for (const [index, part] of list(parts, key).entries()) {
      if (isObject(part)) checkPart(part, schema, path, child(child(partsPath, key), index), report);
    }
  }
}

function checkPart(
  part: JsonObject,
  schema: JsonObject | undefined,
  path: FieldPath,
  partPath: FieldPath,
  report: DefinitionReport,
): void {
  if (!schema) {
    report.say(path, `must be set, because it is spoken of in ${formatPath(partPath)}`);
    return;
  }
  checkParts(part, schema, path, partPath, report);
  const items = map(part, 'items');
  if (items) checkPart(items, map(schema, 'items'), child(path, 'items'), child(partPath, 'items'), report);
  const properties = map(part, 'properties') ?? {};
  const structural = map(schema, 'properties') ?? {};
  for (const name of Object.keys(properties)) {
    const property = properties[name];
    const own = Object.hasOwn(structural, name) ? structural[name] : undefined;
    if (!isObject(property)) continue;
    const at = child(child(path, 'properties'), name);
    checkPart(
      property,
      isObject(own) ? own : undefined,
      at,
      child(child(partPath, 'properties'), name),
      report,
    );
  }
}
