import { child, type FieldPath, formatPath } from '../field-path.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';
import { entryText, itemOf, list } from './fields.ts';

/** Calls `check` for each item of a list of objects. */
export function eachItem(
  object: JsonObject | undefined,
  key: string,
  path: FieldPath | undefined,
  check: (item: JsonObject, path: FieldPath, index: number) => void,
): void {
  const items = list(object, key);
  if (items.length === 0) return;
  const at = child(path, key);
  for (let index = 0; index < items.length; index += 1) check(itemOf(items[index]), child(at, index), index);
}

/** Calls `check` for each item of a list of strings. */
export function eachText(
  object: JsonObject | undefined,
  key: string,
  path: FieldPath | undefined,
  check: (text: string, path: FieldPath, index: number) => void,
): void {
  const items = list(object, key);
  if (items.length === 0) return;
  const at = child(path, key);
  for (let index = 0; index < items.length; index += 1) {
    check(entryText(items[index]), child(at, index), index);
  }
}

/** The items of a list of strings. */
export function texts(object: JsonObject | undefined, key: string): readonly string[] {
  const items = list(object, key);
  return items.length === 0 ? noTexts : items.map(entryText);
}

const noTexts: readonly string[] = [];

/** Adds a problem for a list with more than `most` items, and answers whether it has at most that many. */
export function checkCount(problems: Problems, path: FieldPath, count: number, most: number): boolean {
  if (count <= most) return true;
  const message = `${formatPath(path)} must have at most ${most} items, not ${count}`;
  problems.value('manifest/too-many', path, message);
  return false;
}
