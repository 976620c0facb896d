import { type FieldPath, formatPath } from '../field-path.ts';
import { quoted } from '../meta/quoted.ts';
import type { Problems } from '../problem.ts';
import type { JsonValue } from '../value.ts';
import { hasFormat } from './formats.ts';
import type { SchemaNode } from './schema-node.ts';

/** JSON Schema's name of a value's type. */
export function typeName(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'bigint') return 'integer';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

const words: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'a mapping',
  string: 'a string',
};

/** Checks the type, and answers whether it is the schema's. */
export function checkType(
  value: JsonValue,
  schema: SchemaNode,
  path: FieldPath | undefined,
  problems: Problems,
  minor: number,
): boolean {
  if (fits(value, schema) || isUnlooked(value, schema, minor)) return true;
  const wanted = schema.intOrString
    ? 'a whole number or a string'
    : (words[schema.type ?? ''] ?? schema.type);
  const name = path ? formatPath(path) : 'the object';
  problems.value('schema/wrong-type', path, `${name} must be ${wanted}, not ${quoted(value)}`);
  return false;
}

function fits(value: JsonValue, schema: SchemaNode): boolean {
  const actual = typeName(value);
  if (schema.intOrString) {
    if (actual === 'null') return schema.nullable;
    return actual === 'integer' || actual === 'string';
  }
  if (schema.type === undefined) return true;
  if (actual === 'null') return schema.nullable;
  return actual === schema.type || (actual === 'integer' && schema.type === 'number');
}

/** Of a list where the schema has a known format kube-openapi does not ask the type, whatever that is. */
function isUnlooked(value: JsonValue, { format, type }: SchemaNode, minor: number): boolean {
  if (format === undefined || type === 'number' || type === 'integer') return false;
  return (Array.isArray(value) || typeof value === 'string') && hasFormat(format, '', minor) !== undefined;
}
