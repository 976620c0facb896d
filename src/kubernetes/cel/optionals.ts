import { asBytes, asItems } from './arguments.ts';
import { type Library, noOverload } from './overload.ts';
import {
  CelError,
  type CelValue,
  Duration,
  ListValue,
  MapValue,
  ObjectValue,
  OptionalValue,
  Uint,
} from './value.ts';

function asOptional(value: CelValue | undefined): OptionalValue {
  if (value instanceof OptionalValue) return value;
  throw noOverload();
}

function isZero(value: CelValue): boolean {
  if (value === null || value === false || value === 0 || value === 0n || value === '') return true;
  if (value instanceof Uint) return value.value === 0n;
  if (value instanceof Duration) return value.nanos === 0n;
  if (value instanceof ListValue) return asItems(value).length === 0;
  if (value instanceof MapValue) return value.size === 0;
  if (value instanceof ObjectValue) return value.names().length === 0;
  return value instanceof Uint8Array && asBytes(value).length === 0;
}

function unwrap(list: CelValue | undefined): ListValue {
  return new ListValue(asItems(list).flatMap((item) => asOptional(item).value ?? []));
}

/** https://pkg.go.dev/github.com/google/cel-go/cel#OptionalTypes; `or` and `orValue` are evaluated where calls are. */
export const optionals: Library = {
  'optional::of(A): optional<A>': (value) => new OptionalValue(value),
  'optional::ofNonZeroValue(A): optional<A>': (value = null) =>
    new OptionalValue(isZero(value) ? undefined : value),
  'optional::none(): optional<A>': () => new OptionalValue(undefined),
  'optional<A>.hasValue(): bool': (value) => asOptional(value).value !== undefined,
  'optional<A>.value(): A': (value) => {
    const inner = asOptional(value).value;
    if (inner === undefined) throw new CelError('optional.none() dereference');
    return inner;
  },
  'optional<A>.or(optional<A>): optional<A>': (a, b) =>
    asOptional(a).value === undefined ? asOptional(b) : asOptional(a),
  'optional<A>.orValue(A): A': (a, b = null) => asOptional(a).value ?? b,
  'optional::unwrap(list<optional<A>>): list<A>': unwrap,
  'list<optional<A>>.unwrapOpt(): list<A>': unwrap,
};
