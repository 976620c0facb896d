import type { RequestUri } from '../golang/request-uri.ts';
import type { Semver } from '../golang/semver.ts';
import type { Cidr, IpAddress } from '../meta/address.ts';
import type { Quantity } from '../meta/quantity.ts';

/** What an expression works with. An int is a bigint, a double is a number. */
export type CelValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | Uint
  | Duration
  | Timestamp
  | TypeValue
  | ListValue
  | MapValue
  | ObjectValue
  | OptionalValue
  | OpaqueValue;

/** An error of evaluation. In `true || <error>` it does not count. */
export class CelError extends Error {}

/** The expression asks for more than it may. Nothing absorbs that. */
export class CelBudgetError extends Error {}

export class Uint {
  readonly value: bigint;
  constructor(value: bigint) {
    this.value = value;
  }
}

export class Duration {
  readonly nanos: bigint;
  constructor(nanos: bigint) {
    this.nanos = nanos;
  }
}

/** Nanoseconds since 1970 in UTC. */
export class Timestamp {
  readonly nanos: bigint;
  constructor(nanos: bigint) {
    this.nanos = nanos;
  }
}

/** What `type(x)` gives. */
export class TypeValue {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** How a list of a schema is compared and joined (`x-kubernetes-list-type`). */
export interface ListSemantics {
  /** What makes an item of a set or a map list the same as another. */
  readonly keyOf: (item: CelValue) => string;
  readonly kind: 'set' | 'map';
}

export class ListValue {
  readonly items: readonly CelValue[];
  readonly semantics: ListSemantics | undefined;
  constructor(items: readonly CelValue[], semantics?: ListSemantics) {
    this.items = items;
    this.semantics = semantics;
  }
}

export class MapValue {
  private readonly entriesByKey = new Map<string, readonly [CelValue, CelValue]>();

  constructor(entries: Iterable<readonly [CelValue, CelValue]> = []) {
    for (const [key, value] of entries) this.set(key, value);
  }

  /** Adds or replaces an entry; true when it is new. Only for who makes the map. */
  set(key: CelValue, value: CelValue): boolean {
    const text = mapKey(key);
    if (text === undefined) throw new CelError('unsupported key type');
    const isNew = !this.entriesByKey.has(text);
    this.entriesByKey.set(text, [key, value]);
    return isNew;
  }

  get(key: CelValue): CelValue | undefined {
    const text = mapKey(key);
    return text === undefined ? undefined : this.entriesByKey.get(text)?.[1];
  }

  get size(): number {
    return this.entriesByKey.size;
  }

  entries(): Iterable<readonly [CelValue, CelValue]> {
    return this.entriesByKey.values();
  }
}

/** Whole numbers are one key, whatever their type. */
function mapKey(key: CelValue): string | undefined {
  if (typeof key === 'string') return `s${key}`;
  if (typeof key === 'boolean') return `b${key}`;
  if (typeof key === 'bigint') return `i${key}`;
  if (key instanceof Uint) return `i${key.value}`;
  return typeof key === 'number' && Number.isInteger(key) ? `i${BigInt(key)}` : undefined;
}

/** An object of a schema. Its fields are made when they are asked for. */
export class ObjectValue {
  private readonly made = new Map<string, CelValue | undefined>();
  private readonly make: (field: string) => CelValue | undefined;
  /** Names in CEL of all fields that are set. */
  readonly names: () => readonly string[];

  constructor(make: (field: string) => CelValue | undefined, names: () => readonly string[]) {
    this.make = make;
    this.names = names;
  }

  /** The value of a field, by its name in CEL; undefined when it is not set. */
  get(field: string): CelValue | undefined {
    if (this.made.has(field)) return this.made.get(field);
    const value = this.make(field);
    this.made.set(field, value);
    return value;
  }
}

export class OptionalValue {
  readonly value: CelValue | undefined;
  constructor(value: CelValue | undefined) {
    this.value = value;
  }
}

/** Values of Kubernetes' libraries, by the names of their types. */
export type OpaqueValue =
  | { readonly opaque: 'kubernetes.URL'; readonly url: RequestUri; readonly text: string }
  | { readonly opaque: 'net.IP'; readonly ip: IpAddress }
  | { readonly opaque: 'net.CIDR'; readonly cidr: Cidr }
  | { readonly opaque: 'kubernetes.Quantity'; readonly quantity: Quantity }
  | { readonly opaque: 'kubernetes.Semver'; readonly semver: Semver }
  | {
      readonly opaque: 'kubernetes.NamedFormat';
      readonly format: string;
      /** What is wrong with a text; empty when nothing is. */
      readonly faults: (text: string) => readonly string[];
    };

/** The name of a value's type at run time. */
export function typeNameOf(value: CelValue): string {
  if (value === null) return 'null_type';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return 'double';
  if (typeof value === 'string') return 'string';
  return objectTypeName(value);
}

function objectTypeName(value: CelValue & object): string {
  if (value instanceof Uint8Array) return 'bytes';
  if (value instanceof Uint) return 'uint';
  if (value instanceof Duration) return 'google.protobuf.Duration';
  if (value instanceof Timestamp) return 'google.protobuf.Timestamp';
  if (value instanceof TypeValue) return 'type';
  if (value instanceof ListValue) return 'list';
  if (value instanceof MapValue) return 'map';
  if (value instanceof ObjectValue) return 'object';
  return value instanceof OptionalValue ? 'optional_type' : value.opaque;
}
