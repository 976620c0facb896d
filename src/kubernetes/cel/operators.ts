import { asBytes, asDouble, asInt, asItems, asNanos, asText, asUint } from './arguments.ts';
import { compare, equals } from './equality.ts';
import { joinLists } from './join-lists.ts';
import { type Library, noOverload } from './overload.ts';
import {
  CelError,
  type CelValue,
  Duration,
  ListValue,
  MapValue,
  ObjectValue,
  OptionalValue,
  Timestamp,
  Uint,
} from './value.ts';

// https://github.com/google/cel-spec/blob/master/doc/langdef.md#list-of-standard-definitions

const mostInt = 2n ** 63n - 1n;
const mostUint = 2n ** 64n - 1n;

/** A 64-bit integer. @throws CelError where it is none */
export function int(value: bigint): bigint {
  if (value > mostInt || value < -mostInt - 1n) throw new CelError('integer overflow');
  return value;
}

/** An unsigned one. @throws CelError */
export function uint(value: bigint): Uint {
  if (value > mostUint || value < 0n) throw new CelError('unsigned integer overflow');
  return new Uint(value);
}

function divide(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new CelError('division by zero');
  return a / b;
}

function modulo(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new CelError('modulus by zero');
  return a % b;
}

/** A duration of at most some 290 years. @throws CelError */
function duration(nanos: bigint): Duration {
  if (nanos > mostInt || nanos < -mostInt - 1n) throw new CelError('duration out of range');
  return new Duration(nanos);
}

const firstTime = -62135596800n * 1_000_000_000n;
const lastTime = 253402300800n * 1_000_000_000n - 1n;

/** A time of the years 1 to 9999. @throws CelError */
export function timestamp(nanos: bigint): Timestamp {
  if (nanos < firstTime || nanos > lastTime) throw new CelError('timestamp out of range');
  return new Timestamp(nanos);
}

const arithmetic: Library = {
  '_+_(int, int): int': (a, b) => int(asInt(a) + asInt(b)),
  '_-_(int, int): int': (a, b) => int(asInt(a) - asInt(b)),
  '_*_(int, int): int': (a, b) => int(asInt(a) * asInt(b)),
  '_/_(int, int): int': (a, b) => int(divide(asInt(a), asInt(b))),
  '_%_(int, int): int': (a, b) => modulo(asInt(a), asInt(b)),
  '-_(int): int': (a) => int(-asInt(a)),
  '_+_(uint, uint): uint': (a, b) => uint(asUint(a) + asUint(b)),
  '_-_(uint, uint): uint': (a, b) => uint(asUint(a) - asUint(b)),
  '_*_(uint, uint): uint': (a, b) => uint(asUint(a) * asUint(b)),
  '_/_(uint, uint): uint': (a, b) => uint(divide(asUint(a), asUint(b))),
  '_%_(uint, uint): uint': (a, b) => uint(modulo(asUint(a), asUint(b))),
  '_+_(double, double): double': (a, b) => asDouble(a) + asDouble(b),
  '_-_(double, double): double': (a, b) => asDouble(a) - asDouble(b),
  '_*_(double, double): double': (a, b) => asDouble(a) * asDouble(b),
  '_/_(double, double): double': (a, b) => asDouble(a) / asDouble(b),
  '-_(double): double': (a) => -asDouble(a),
  '_+_(string, string): string': (a, b) => asText(a) + asText(b),
  '_+_(bytes, bytes): bytes': (a, b) => Buffer.concat([asBytes(a), asBytes(b)]),
  '_+_(list<A>, list<A>): list<A>': (a = null, b = null) => joinLists(a, b),
  '_+_(duration, duration): duration': (a, b) => duration(asNanos(a) + asNanos(b)),
  '_-_(duration, duration): duration': (a, b) => duration(asNanos(a) - asNanos(b)),
  '_+_(timestamp, duration): timestamp': (a, b) => timestamp(asNanos(a) + asNanos(b)),
  '_+_(duration, timestamp): timestamp': (a, b) => timestamp(asNanos(a) + asNanos(b)),
  '_-_(timestamp, duration): timestamp': (a, b) => timestamp(asNanos(a) - asNanos(b)),
  '_-_(timestamp, timestamp): duration': (a, b) => duration(asNanos(a) - asNanos(b)),
};

const equality: Library = {
  '_==_(A, A): bool': (a = null, b = null) => equals(a, b),
  '_!=_(A, A): bool': (a = null, b = null) => !equals(a, b),
  '!_(bool): bool': (a) => a === false,
  '@in(A, list<A>): bool': (a = null, list) => asItems(list).some((item) => equals(item, a)),
  '@in(A, map<A, B>): bool': (a = null, map = null) => hasKey(map, a),
};

function hasKey(map: CelValue, key: CelValue): boolean {
  if (map instanceof MapValue) return map.get(key) !== undefined;
  throw noOverload();
}

const access: Library = {
  '_[_](list<A>, int): A': (list, at) => itemAt(asItems(list), at ?? null),
  '_[_](map<A, B>, A): B': (map = null, key = null) => entryAt(map, key),
};

/** @throws CelError where there is no such element */
function itemAt(items: readonly CelValue[], at: CelValue): CelValue {
  const index = Number(asInt(at));
  const item = index < 0 ? undefined : items[index];
  if (item === undefined) throw new CelError(`index out of bounds: ${index}`);
  return item;
}

/** The value of a key, or of a field by its name. @throws CelError */
export function entryAt(map: CelValue, key: CelValue): CelValue {
  const value = lookUp(map, key);
  if (value === undefined) throw new CelError(`no such key: ${typeof key === 'object' ? 'it' : String(key)}`);
  return value;
}

/** As `entryAt`, undefined where there is none. */
export function lookUp(map: CelValue, key: CelValue): CelValue | undefined {
  if (map instanceof MapValue) return map.get(key);
  if (map instanceof ObjectValue && typeof key === 'string') return map.get(key);
  throw noOverload();
}

const ordered = ['bool', 'int', 'uint', 'double', 'string', 'bytes', 'timestamp', 'duration'];
const numeric = ['int', 'uint', 'double'];

function order(): Library {
  const pairs = ordered.flatMap((a) => (numeric.includes(a) ? numeric.map((b) => [a, b]) : [[a, a]]));
  const tests: Readonly<Record<string, (order: number) => boolean>> = {
    '_<_': (result) => result < 0,
    '_<=_': (result) => result <= 0,
    '_>_': (result) => result > 0,
    '_>=_': (result) => result >= 0,
  };
  const entries = Object.entries(tests).flatMap(([name, test]) =>
    pairs.map(
      ([a, b]) => [`${name}(${a}, ${b}): bool`, (x: CelValue, y: CelValue) => test(compare(x, y))] as const,
    ),
  );
  return Object.fromEntries(entries);
}

const optionalAccess: Library = {
  '_[?_](list<A>, int): optional<A>': (list, at) => new OptionalValue(asItems(list)[Number(asInt(at))]),
  '_[?_](optional<list<A>>, int): optional<A>': (list, at) => {
    const inner = list instanceof OptionalValue ? list.value : undefined;
    return new OptionalValue(inner instanceof ListValue ? inner.items[Number(asInt(at))] : undefined);
  },
  '_[?_](map<A, B>, A): optional<B>': (map = null, key = null) => new OptionalValue(lookUp(map, key)),
  '_[?_](optional<map<A, B>>, A): optional<B>': (map, key = null) => optionalEntry(map, key),
  '_[_](optional<list<A>>, int): optional<A>': (list, at) => {
    const inner = list instanceof OptionalValue ? list.value : undefined;
    return new OptionalValue(inner === undefined ? undefined : itemAt(asItems(inner), at ?? null));
  },
  '_[_](optional<map<A, B>>, A): optional<B>': (map, key = null) => {
    const inner = map instanceof OptionalValue ? map.value : undefined;
    return new OptionalValue(inner === undefined ? undefined : entryAt(inner, key));
  },
};

function optionalEntry(map: CelValue | undefined, key: CelValue): OptionalValue {
  const inner = map instanceof OptionalValue ? map.value : undefined;
  return new OptionalValue(inner === undefined ? undefined : lookUp(inner, key));
}

/** All operators but `&&`, `||` and `?:`, which do not always look at all their operands. */
export const operators: Library = { ...arithmetic, ...equality, ...access, ...order(), ...optionalAccess };
