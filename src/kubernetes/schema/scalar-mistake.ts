import type { JsonValue } from '../value.ts';
import {
  isBytes,
  isDouble,
  isDuration,
  isInt32,
  isInt64,
  isMicroTime,
  isQuantity,
  isTime,
} from './scalar-form.ts';
import type { SchemaForm } from './struct.ts';
import type { ScalarType } from './table-file.ts';

/** What the value would have to be, to go on where `must be` ends; undefined when it is that. */
export function scalarMistake(form: Exclude<ScalarType, SchemaForm>, value: JsonValue): string | undefined {
  switch (form) {
    case 'string':
      return typeof value === 'string' ? undefined : 'a string';
    case 'int32':
      return isInt32(value) ? undefined : 'a whole number of 32 bits';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'int-or-string':
      return typeof value === 'string' || isInt32(value) ? undefined : 'a whole number or a string';
    case 'quantity':
      return isQuantity(value) ? undefined : 'a quantity such as 500m, 2 or 1Gi';
    case 'int64':
      return isInt64(value) ? undefined : 'a whole number of 64 bits';
    default:
      return rareMistake(form, value);
  }
}

function rareMistake(form: ScalarType, value: JsonValue): string | undefined {
  switch (form) {
    case 'bytes':
      return isBytes(value) ? undefined : 'base64';
    case 'double':
      return isDouble(value) ? undefined : 'a number';
    case 'time':
      return isTime(value) ? undefined : 'a time such as 2030-01-31T12:00:00Z';
    case 'micro-time':
      return isMicroTime(value) ? undefined : 'a time such as 2030-01-31T12:00:00.000000Z';
    case 'duration':
      return isDuration(value) ? undefined : 'a duration such as 1h30m';
    default:
      return undefined;
  }
}
