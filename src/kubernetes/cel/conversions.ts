import { parseDuration } from '../golang/duration.ts';
import { formatTime, parseTime } from '../golang/time.ts';
import { asBool, asBytes, asDouble, asInt, asNanos, asText, asUint } from './arguments.ts';
import { int, timestamp, uint } from './operators.ts';
import type { Library } from './overload.ts';
import {
  CelError,
  type CelValue,
  Duration,
  ListValue,
  MapValue,
  type Timestamp,
  TypeValue,
  typeNameOf,
  type Uint,
} from './value.ts';

const mostSeconds = 2 ** 63;

function intOfDouble(value: number): bigint {
  if (!(Math.abs(value) < mostSeconds)) throw new CelError('integer overflow');
  return int(BigInt(Math.trunc(value)));
}

/** Digits with an optional sign, as Go's `strconv.ParseInt` in base ten. */
function intOfText(text: string): bigint {
  if (!/^[+-]?\d+$/.test(text)) throw new CelError('type conversion error: not a whole number');
  return int(BigInt(text.replace(/^\+/, '')));
}

function uintOfText(text: string): Uint {
  if (!/^\d+$/.test(text)) throw new CelError('type conversion error: not a whole number');
  return uint(BigInt(text));
}

/** As Go's `strconv.ParseFloat`, but for hexadecimal numbers. */
function doubleOfText(text: string): number {
  const special = /^([+-]?)(?:(inf(?:inity)?)|(nan))$/i.exec(text);
  if (special) return special[3] ? Number.NaN : special[1] === '-' ? -Infinity : Infinity;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) {
    throw new CelError('type conversion error: not a number');
  }
  const value = Number(text);
  if (!Number.isFinite(value)) throw new CelError('type conversion error: out of range');
  return value;
}

/** As Go's `strconv.ParseBool`. */
function boolOfText(text: string): boolean {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return true;
  if (['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text)) return false;
  throw new CelError('type conversion error: not a boolean');
}

/** As Go's `strconv.FormatFloat(value, 'g', -1, 64)`. */
export function formatDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (Object.is(value, -0)) return '-0';
  if (value === 0) return '0';
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= -4 && exponent < 21)
    return value.toString().includes('e') ? value.toFixed(20) : value.toString();
  return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}

function textOfBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CelError('type conversion error: not UTF-8');
  }
}

/** @throws CelError */
function durationOf(text: string): Duration {
  const nanos = parseDuration(text);
  if (nanos === undefined) throw new CelError('type conversion error: not a duration');
  return new Duration(nanos);
}

/** @throws CelError */
function timestampOf(text: string): Timestamp {
  const nanos = parseTime(text, 'required');
  if (nanos === undefined) throw new CelError('type conversion error: not a time');
  return timestamp(nanos);
}

function floorSeconds(nanos: bigint): bigint {
  const rest = nanos % 1_000_000_000n;
  return (nanos - (rest < 0n ? rest + 1_000_000_000n : rest)) / 1_000_000_000n;
}

/** Number of characters, elements or entries. */
function sizeOf(value: CelValue | undefined): bigint {
  if (typeof value === 'string') return BigInt([...value].length);
  if (value instanceof ListValue) return BigInt(value.items.length);
  if (value instanceof MapValue) return BigInt(value.size);
  return BigInt(asBytes(value).length);
}

/** `size`, `type`, `dyn` and the functions that are called like the types that they make. */
export const conversions: Library = {
  'size(string): int': sizeOf,
  'size(bytes): int': sizeOf,
  'size(list<A>): int': sizeOf,
  'size(map<A, B>): int': sizeOf,
  'string.size(): int': sizeOf,
  'bytes.size(): int': sizeOf,
  'list<A>.size(): int': sizeOf,
  'map<A,B>.size(): int': sizeOf,
  'type(A): type': (value = null) => new TypeValue(typeNameOf(value)),
  'dyn(A): dyn': (value = null) => value,
  'bool(bool): bool': (value = null) => value,
  'bool(string): bool': (value) => boolOfText(asText(value)),
  'int(int): int': (value = null) => value,
  'int(uint): int': (value) => int(asUint(value)),
  'int(double): int': (value) => intOfDouble(asDouble(value)),
  'int(string): int': (value) => intOfText(asText(value)),
  'int(timestamp): int': (value) => floorSeconds(asNanos(value)),
  'int(duration): int': (value) => asNanos(value),
  'uint(uint): uint': (value = null) => value,
  'uint(int): uint': (value) => uint(asInt(value)),
  'uint(double): uint': (value) => uint(intOfDouble(asDouble(value))),
  'uint(string): uint': (value) => uintOfText(asText(value)),
  'double(double): double': (value = null) => value,
  'double(int): double': (value) => Number(asInt(value)),
  'double(uint): double': (value) => Number(asUint(value)),
  'double(string): double': (value) => doubleOfText(asText(value)),
  'string(string): string': (value = null) => value,
  'string(bool): string': (value) => String(asBool(value)),
  'string(int): string': (value) => asInt(value).toString(),
  'string(uint): string': (value) => asUint(value).toString(),
  'string(double): string': (value) => formatDouble(asDouble(value)),
  'string(bytes): string': (value) => textOfBytes(asBytes(value)),
  'string(timestamp): string': (value) => formatTime(asNanos(value)),
  'string(duration): string': (value) => formatSeconds(asNanos(value)),
  'bytes(bytes): bytes': (value = null) => value,
  'bytes(string): bytes': (value) => Buffer.from(asText(value)),
  'duration(duration): duration': (value = null) => value,
  'duration(int): duration': (value) => new Duration(asInt(value)),
  'duration(string): duration': (value) => durationOf(asText(value)),
  'timestamp(timestamp): timestamp': (value = null) => value,
  'timestamp(int): timestamp': (value) => timestamp(asInt(value) * 1_000_000_000n),
  'timestamp(string): timestamp': (value) => timestampOf(asText(value)),
};

/** A duration as text is its seconds: `5400s`. */
export function formatSeconds(nanos: bigint): string {
  const size = nanos < 0n ? -nanos : nanos;
  const rest = size % 1_000_000_000n;
  const fraction = rest === 0n ? '' : `.${rest.toString().padStart(9, '0').replace(/0+$/, '')}`;
  return `${nanos < 0n ? '-' : ''}${size / 1_000_000_000n}${fraction}s`;
}
