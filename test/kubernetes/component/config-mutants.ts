import { readFileSync } from 'node:fs';
import type { TableFile } from '../../../src/kubernetes/schema/table-file.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../../../src/kubernetes/value.ts';
import { bases } from './config-bases.ts';

const table: TableFile = JSON.parse(
  readFileSync(new URL('../../../schemas/kubernetes-components.json', import.meta.url), 'utf8'),
);

const words = [
  '',
  'x',
  'X Y',
  '*',
  '*.',
  '*.*',
  '0',
  '-1',
  '0-3',
  '3-1',
  '0%',
  '5%',
  '150%',
  '1Gi',
  '0s',
  '-1s',
  '500ms',
  '5s',
  '1h',
  '1.2.3.4:80',
  ':80',
  '0.0.0.0',
  '10.0.0.0/8',
  '1.20',
  '1.33',
  'v1.20',
  'none',
  'json',
  'primary',
  'leases',
  'secrets',
  'extensions.extensions',
  'events.events.k8s.io',
  'Request',
  'NoSchedule',
  'https://x:6443',
  'http://x',
  'ftp://x',
  'unix:///z',
  'MDEyMzQ1Njc4OWFiY2RlZg==',
  'client.authentication.k8s.io/v1beta1',
  'client.authentication.k8s.io/v1alpha1',
];
const numbers = [-2000, -1, 0, 1, 2, 31, 32, 100, 101, 1000, 1001, 65_535, 65_536, 131_072];
const lists = [
  [],
  ['x'],
  ['none'],
  ['pods', 'none'],
  ['pods', 'pods'],
  ['kube-reserved'],
  ['10.0.0.0/8', 'primary'],
  ['primary'],
  ['::1/128'],
  ['system-reserved-compressible', 'system-reserved'],
];
const byType: Readonly<Record<string, readonly JsonValue[]>> = {
  string: words,
  duration: ['-1s', '0s', '500ms', '1s', '2s', '4s', '1h', '10m'],
  int32: numbers,
  int64: numbers,
  boolean: [true, false],
  double: [-1, 0, 0.5, 1, 2],
  '[]string': lists,
};

/** Fields that the component looks at only behind other things than the document. */
const left = new Set([
  'apiVersion',
  'kind',
  'failCgroupV1',
  'featureGates',
  'logging',
  'singleProcessOOMKill',
  'tracing',
]);

type Path = readonly (string | number)[];

/** The bases, and each with one thing spoilt; no two alike, in the same order always. */
export function configMutants(): string[] {
  const found = new Set<string>();
  for (const base of bases) {
    found.add(JSON.stringify(base));
    for (const [path, value] of places(base, [])) {
      if (left.has(String(path[0]))) continue;
      found.add(JSON.stringify(changed(base, path, undefined)));
      for (const other of others(value)) found.add(JSON.stringify(changed(base, path, other)));
    }
    for (const [path, type] of base['kind'] === 'Config' ? [] : fieldsOf(base))
      for (const value of byType[type] ?? []) found.add(JSON.stringify(changed(base, path, value)));
  }
  return [...found];
}

function* places(value: JsonValue, path: Path): Generator<readonly [Path, JsonValue]> {
  const entries = isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
  for (const [key, item] of entries) {
    if (item === undefined) continue;
    yield [[...path, key], item];
    yield* places(item, [...path, key]);
  }
}

function others(value: JsonValue): readonly JsonValue[] {
  if (typeof value === 'string') return words;
  if (typeof value === 'number') return numbers;
  if (typeof value === 'boolean') return [true, false];
  return isArray(value) ? [[], [...value, ...value]] : [{}];
}

/** Scalar fields of a kind, down to the third level, and their types. */
function fieldsOf(base: JsonObject): (readonly [Path, string])[] {
  const row = table.kinds[String(base['apiVersion'])]?.[String(base['kind'])];
  return [...typedFields(row?.definition ?? '', [])];
}

function* typedFields(definition: string, path: Path): Generator<readonly [Path, string]> {
  for (const [field, row] of Object.entries(table.definitions[definition] ?? {})) {
    if (path.length === 0 && left.has(field)) continue;
    const last = isRows(row) ? row.at(-1) : row;
    const type = typeof last === 'string' ? last : (last?.type ?? '');
    yield [[...path, field], type];
    if (path.length < 2) yield* typedFields(type, [...path, field]);
  }
}

function isRows<T>(row: T | readonly T[]): row is readonly T[] {
  return Array.isArray(row);
}

/** A copy with another value at a path; undefined takes it away. */
function changed(value: JsonValue | undefined, [step, ...rest]: Path, to: JsonValue | undefined): JsonValue {
  if (typeof step === 'number') {
    const items: JsonValue[] = isArray(value) ? [...value] : [];
    if (rest.length > 0) items[step] = changed(items[step], rest, to);
    else items.splice(step, 1, ...(to === undefined ? [] : [to]));
    return items;
  }
  const object = isObject(value) ? value : {};
  if (step === undefined) return object;
  if (rest.length > 0) return { ...object, [step]: changed(object[step], rest, to) };
  const { [step]: _, ...others } = object;
  return to === undefined ? ({ ...others } as JsonObject) : { ...object, [step]: to };
}
