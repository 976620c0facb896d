import { compareSemver } from '../golang/semver.ts';
import { canonicalIp } from '../meta/address.ts';
import { compareQuantities } from '../meta/quantity.ts';
import {
  CelError,
  type CelValue,
  Duration,
  ListValue,
  MapValue,
  ObjectValue,
  type OpaqueValue,
  OptionalValue,
  Timestamp,
  TypeValue,
  Uint,
} from './value.ts';

/** CEL's `==`: numbers are equal across their types, and values of other types that differ are not equal. */
export function equals(a: CelValue, b: CelValue): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b) === 0;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  if (a instanceof ListValue) return b instanceof ListValue && equalLists(a, b);
  if (a instanceof MapValue) return b instanceof MapValue && equalMaps(a, b);
  if (a instanceof ObjectValue) return b instanceof ObjectValue && equalObjects(a, b);
  if (a instanceof Duration) return b instanceof Duration && a.nanos === b.nanos;
  if (a instanceof Timestamp) return b instanceof Timestamp && a.nanos === b.nanos;
  if (a instanceof TypeValue) return b instanceof TypeValue && a.name === b.name;
  if (a instanceof Uint8Array) return b instanceof Uint8Array && Buffer.compare(a, b) === 0;
  if (a instanceof OptionalValue) return b instanceof OptionalValue && equalOptionals(a, b);
  return !(a instanceof Uint) && 'opaque' in b && equalOpaque(a, b);
}

function equalLists(a: ListValue, b: ListValue): boolean {
  if (a.items.length !== b.items.length) return false;
  const { semantics } = a;
  if (!semantics) return a.items.every((item, index) => equals(item, b.items[index] ?? null));
  // Sets and map lists of a schema have no order.
  const byKey = new Map(a.items.map((item) => [semantics.keyOf(item), item]));
  return b.items.every((item) => {
    const same = byKey.get(semantics.keyOf(item));
    return same !== undefined && equals(same, item);
  });
}

function equalMaps(a: MapValue, b: MapValue): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a.entries()) {
    const other = b.get(key);
    if (other === undefined || !equals(value, other)) return false;
  }
  return true;
}

function equalObjects(a: ObjectValue, b: ObjectValue): boolean {
  const names = a.names();
  if (names.length !== b.names().length) return false;
  return names.every((name) => {
    const [mine, other] = [a.get(name), b.get(name)];
    return mine === undefined || other === undefined ? mine === other : equals(mine, other);
  });
}

function equalOptionals(a: OptionalValue, b: OptionalValue): boolean {
  if (a.value === undefined || b.value === undefined) return a.value === b.value;
  return equals(a.value, b.value);
}

function equalOpaque(a: OpaqueValue, b: OpaqueValue): boolean {
  if (a.opaque === 'kubernetes.Quantity' && b.opaque === a.opaque) {
    return compareQuantities(a.quantity, b.quantity) === 0;
  }
  if (a.opaque === 'kubernetes.Semver' && b.opaque === a.opaque)
    return compareSemver(a.semver, b.semver) === 0;
  if (a.opaque === 'kubernetes.URL' && b.opaque === a.opaque) return a.text === b.text;
  if (a.opaque === 'net.IP' && b.opaque === a.opaque) return canonicalIp(a.ip) === canonicalIp(b.ip);
  if (a.opaque === 'net.CIDR' && b.opaque === a.opaque) {
    return a.cidr.bits === b.cidr.bits && canonicalIp(a.cidr.address) === canonicalIp(b.cidr.address);
  }
  return a.opaque === 'kubernetes.NamedFormat' && b.opaque === a.opaque && a.format === b.format;
}

/** Negative, zero or positive for values that have an order. */
export function compare(a: CelValue, b: CelValue): number {
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b);
  if (a instanceof Duration && b instanceof Duration) return order(a.nanos, b.nanos);
  if (a instanceof Timestamp && b instanceof Timestamp) return order(a.nanos, b.nanos);
  throw new CelError('no such overload');
}

type Numeric = bigint | number | Uint;

function isNumeric(value: CelValue): value is Numeric {
  return typeof value === 'bigint' || typeof value === 'number' || value instanceof Uint;
}

/** NaN where one of them is. */
function compareNumbers(a: Numeric, b: Numeric): number {
  return order(a instanceof Uint ? a.value : a, b instanceof Uint ? b.value : b);
}

function order(a: bigint | number, b: bigint | number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  // JavaScript compares a bigint and a number exactly. NaN is neither less, more nor equal.
  return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : 0;
}
