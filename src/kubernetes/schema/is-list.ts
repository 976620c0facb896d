import type { JsonObject } from '../value.ts';

/**
 * True for what kubectl takes apart and sends item by item: anything with `items` at its top, whatever its kind.
 * https://github.com/kubernetes/apimachinery/blob/v0.34.3/pkg/apis/meta/v1/unstructured/helpers.go
 */
export function isList(object: JsonObject): boolean {
  return object['items'] !== undefined;
}
