import { asInt, asItems } from './arguments.ts';
import { compare, equals } from './equality.ts';
import { operators } from './operators.ts';
import { type Library, noOverload } from './overload.ts';
import { CelError, type CelValue, Duration, ListValue, OptionalValue, Uint } from './value.ts';

// https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-list-library

const comparable = ['int', 'uint', 'double', 'bool', 'duration', 'timestamp', 'string', 'bytes'];
const summable: Readonly<Record<string, CelValue>> = {
  int: 0n,
  uint: new Uint(0n),
  double: 0,
  duration: new Duration(0n),
};

function isSorted(items: readonly CelValue[]): boolean {
  return items.every((item, index) => index === 0 || compare(items[index - 1] ?? null, item) <= 0);
}

function extreme(items: readonly CelValue[], sign: number): CelValue {
  const [first, ...others] = items;
  if (first === undefined) throw new CelError('max or min called on empty list');
  return others.reduce((best, item) => (compare(item, best) * sign > 0 ? item : best), first);
}

function sum(items: readonly CelValue[], type: string): CelValue {
  const add = operators[`_+_(${type}, ${type}): ${type}`];
  if (!add) throw noOverload();
  return items.reduce((total, item) => add(total, item), summable[type] ?? 0n);
}

function perType(types: readonly string[], make: (type: string) => Library): Library {
  return Object.assign({}, ...types.map(make));
}

/** Kubernetes' own functions on lists, and cel-go's `first` and `last`. */
export const lists: Library = {
  ...perType(comparable, (type) => ({
    [`list<${type}>.isSorted(): bool`]: (list: CelValue) => isSorted(asItems(list)),
    [`list<${type}>.max(): ${type}`]: (list: CelValue) => extreme(asItems(list), 1),
    [`list<${type}>.min(): ${type}`]: (list: CelValue) => extreme(asItems(list), -1),
  })),
  ...perType(Object.keys(summable), (type) => ({
    [`list<${type}>.sum(): ${type}`]: (list: CelValue) => sum(asItems(list), type),
  })),
  'list<A>.indexOf(A): int': (list, item = null) =>
    BigInt(asItems(list).findIndex((other) => equals(other, item))),
  'list<A>.lastIndexOf(A): int': (list, item = null) =>
    BigInt(asItems(list).findLastIndex((other) => equals(other, item))),
  'list<A>.first(): optional<A>': (list) => new OptionalValue(asItems(list)[0]),
  'list<A>.last(): optional<A>': (list) => new OptionalValue(asItems(list).at(-1)),
};

function slice(items: readonly CelValue[], start: bigint, end: bigint): ListValue {
  if (start < 0n || end < 0n || start > end || end > items.length) {
    throw new CelError(`cannot slice(${start}, ${end}) of ${items.length} items`);
  }
  return new ListValue(items.slice(Number(start), Number(end)));
}

function flatten(items: readonly CelValue[], depth: bigint): CelValue[] {
  if (depth < 0n) throw new CelError('level must be non-negative');
  return items.flatMap((item) =>
    item instanceof ListValue && depth > 0n ? flatten(item.items, depth - 1n) : [item],
  );
}

const mostRange = 100_000n;

function range(count: bigint): ListValue {
  if (count > mostRange) throw new CelError('range is too long');
  return new ListValue(Array.from({ length: Math.max(0, Number(count)) }, (_, index) => BigInt(index)));
}

function distinct(items: readonly CelValue[]): ListValue {
  const kept: CelValue[] = [];
  for (const item of items) if (!kept.some((other) => equals(other, item))) kept.push(item);
  return new ListValue(kept);
}

/** https://pkg.go.dev/github.com/google/cel-go/ext#Lists, version 3 but for `sortBy`. */
export const listExtensions: Library = {
  'list<A>.slice(int, int): list<A>': (list, start, end) => slice(asItems(list), asInt(start), asInt(end)),
  'list<list<A>>.flatten(): list<A>': (list) => new ListValue(flatten(asItems(list), 1n)),
  'list<dyn>.flatten(int): list<dyn>': (list, depth) => new ListValue(flatten(asItems(list), asInt(depth))),
  'lists::range(int): list<int>': (count) => range(asInt(count)),
  'list<A>.reverse(): list<A>': (list) => new ListValue([...asItems(list)].reverse()),
  'list<A>.distinct(): list<A>': (list) => distinct(asItems(list)),
  ...perType(comparable, (type) => ({
    [`list<${type}>.sort(): list<${type}>`]: (list: CelValue) =>
      new ListValue([...asItems(list)].sort(compare)),
  })),
};

function containsAll(a: readonly CelValue[], b: readonly CelValue[]): boolean {
  return b.every((item) => a.some((other) => equals(other, item)));
}

/** https://pkg.go.dev/github.com/google/cel-go/ext#Sets */
export const sets: Library = {
  'sets::contains(list<A>, list<A>): bool': (a, b) => containsAll(asItems(a), asItems(b)),
  'sets::equivalent(list<A>, list<A>): bool': (a, b) =>
    containsAll(asItems(a), asItems(b)) && containsAll(asItems(b), asItems(a)),
  'sets::intersects(list<A>, list<A>): bool': (a, b) =>
    asItems(a).some((item) => asItems(b).some((other) => equals(item, other))),
};
