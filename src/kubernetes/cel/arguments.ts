import { noOverload } from './overload.ts';
import { type CelValue, Duration, ListValue, type OpaqueValue, Timestamp, Uint } from './value.ts';

/** Arguments with their types, for functions whose parameters are declared; anything else is no such overload. */

export function asText(value: CelValue | undefined): string {
  if (typeof value === 'string') return value;
  throw noOverload();
}

export function asInt(value: CelValue | undefined): bigint {
  if (typeof value === 'bigint') return value;
  throw noOverload();
}

export function asDouble(value: CelValue | undefined): number {
  if (typeof value === 'number') return value;
  throw noOverload();
}

export function asUint(value: CelValue | undefined): bigint {
  if (value instanceof Uint) return value.value;
  throw noOverload();
}

export function asBool(value: CelValue | undefined): boolean {
  if (typeof value === 'boolean') return value;
  throw noOverload();
}

export function asBytes(value: CelValue | undefined): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw noOverload();
}

export function asItems(value: CelValue | undefined): readonly CelValue[] {
  if (value instanceof ListValue) return value.items;
  throw noOverload();
}

export function asNanos(value: CelValue | undefined): bigint {
  if (value instanceof Duration || value instanceof Timestamp) return value.nanos;
  throw noOverload();
}

/** A value of Kubernetes' libraries of the type `name`. */
export function asOpaque<Name extends OpaqueValue['opaque']>(
  name: Name,
  value: CelValue | undefined,
): Extract<OpaqueValue, { opaque: Name }> {
  if (isOpaque(name, value)) return value;
  throw noOverload();
}

function isOpaque<Name extends OpaqueValue['opaque']>(
  name: Name,
  value: CelValue | undefined,
): value is Extract<OpaqueValue, { opaque: Name }> {
  return typeof value === 'object' && value !== null && 'opaque' in value && value.opaque === name;
}
