import { expect, test } from 'vitest';
import { isList } from '../../../src/kubernetes/schema/is-list.ts';
import type { JsonObject } from '../../../src/kubernetes/value.ts';

const list = { apiVersion: 'v1', kind: 'List', items: [] };

test.each<[JsonObject, boolean]>([
  [list, true],
  [{ ...list, kind: 'PodList' }, true],
  // kubectl looks at nothing but `items`.
  [{ ...list, kind: 'ConfigMap' }, true],
  [{ ...list, items: null }, true],
  [{ apiVersion: 'v1', kind: 'List' }, false],
])('%j', (object, expected) => {
  expect(isList(object)).toBe(expected);
});
