import { isArray, isObject, type JsonObject } from './value.ts';
import type { ManifestDocument } from './yaml/manifest-document.ts';

/** The objects of documents, those in lists one by one. */
export function objectsIn(documents: readonly ManifestDocument[]): JsonObject[] {
  return documents.flatMap(({ value }) => {
    if (!isObject(value)) return [];
    const { items } = value;
    return isArray(items) ? items.filter(isObject) : [value];
  });
}
