import type { JsonValue } from '../value.ts';
import { resolveInteger } from './resolve-number.ts';

/**
 * A JSON word or number. Integers beyond 64 bits are floats, as for the API server:
 * https://github.com/kubernetes-sigs/json/blob/cfa47c3a1cc8/internal/golang/encoding/json/kubernetes_patch.go
 *
 * @returns undefined for a number that is too large for a double
 */
export function resolveJson(written: string): JsonValue | undefined {
  if (written === 'true') return true;
  if (written === 'false') return false;
  if (written === 'null') return null;
  const value = (/[.eE]/.test(written) ? undefined : resolveInteger(written)) ?? Number(written);
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
}
