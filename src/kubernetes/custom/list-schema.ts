import { child, type FieldPath } from '../field-path.ts';
import { list, map, present, text } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import { isObject, type JsonObject } from '../value.ts';
import type { DefinitionReport } from './definition-report.ts';

const typeKey = 'x-kubernetes-list-type';
const keysKey = 'x-kubernetes-list-map-keys';
const listTypes = ['atomic', 'set', 'map'];

/** Checks x-kubernetes-list-type and x-kubernetes-list-map-keys. */
export function checkListSchema(schema: JsonObject, path: FieldPath, report: DefinitionReport): void {
  const listType = schema[typeKey];
  const keys = list(schema, keysKey);
  if (keys.length > 0 && listType !== 'map')
    report.say(child(path, typeKey), `must be map where ${keysKey} is set`);
  if (typeof listType !== 'string') return;
  if (!listTypes.includes(listType)) {
    report.say(child(path, typeKey), `must be one of ${listTypes.join(', ')}; not ${quoted(listType)}`);
  }
  const items = map(schema, 'items');
  if (text(schema, 'type') !== 'array') report.say(child(path, 'type'), `must be array with ${typeKey}`);
  else if (listType === 'set' && items) checkSetItems(items, child(path, 'items'), report);
  if (listType === 'map') checkMapList(keys, items, path, report);
  if (items && listType !== 'atomic' && items['nullable'] === true && listTypes.includes(listType)) {
    report.say(child(child(path, 'items'), 'nullable'), `must not be true with ${typeKey} ${listType}`);
  }
}

/** What is compared as a whole must be written as a whole. */
function checkSetItems(items: JsonObject, path: FieldPath, report: DefinitionReport): void {
  const mapType = 'x-kubernetes-map-type';
  if (text(items, 'type') === 'array' && present(items[typeKey]) && items[typeKey] !== 'atomic') {
    report.say(child(path, typeKey), `must be atomic for items of a list with ${typeKey} set`);
  }
  if (text(items, 'type') === 'object' && items[mapType] !== 'atomic') {
    report.say(child(path, mapType), `must be atomic for items of a list with ${typeKey} set`);
  }
}

function checkMapList(
  keys: readonly unknown[],
  items: JsonObject | undefined,
  path: FieldPath,
  report: DefinitionReport,
): void {
  const at = child(path, keysKey);
  if (keys.length === 0) report.say(at, `must be set where ${typeKey} is map`);
  if (!items) {
    report.say(child(path, 'items'), `must be a schema where ${typeKey} is map`);
    return;
  }
  if (text(items, 'type') !== 'object') {
    report.say(child(child(path, 'items'), 'type'), `must be object in a list with ${typeKey} map`);
    return;
  }
  if (new Set(keys).size < keys.length) report.say(at, 'must not name a key twice');
  for (const key of keys) if (typeof key === 'string') checkKey(key, items, path, report);
}

function checkKey(key: string, items: JsonObject, path: FieldPath, report: DefinitionReport): void {
  const properties = map(items, 'properties') ?? {};
  const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (!isObject(property)) {
    report.say(child(path, keysKey), `must only name fields of the items, and ${quoted(key)} is none`);
    return;
  }
  const at = child(child(child(path, 'items'), 'properties'), key);
  const type = text(property, 'type');
  if (type === 'array' || type === 'object')
    report.say(child(at, 'type'), 'must be that of a single value: the field is a key of the list');
  if (!list(items, 'required').includes(key) && !present(property['default'])) {
    report.say(child(at, 'default'), 'must be set, or the field be required: it is a key of the list');
  }
  if (property['nullable'] === true)
    report.say(child(at, 'nullable'), 'must not be true: the field is a key of the list');
}
