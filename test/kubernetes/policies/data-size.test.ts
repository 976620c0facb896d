import { expect, test } from 'vitest';
import { policyRules } from '../../../src/kubernetes/policies/rules.ts';
import { Problems } from '../../../src/kubernetes/problem.ts';
import type { JsonObject } from '../../../src/kubernetes/value.ts';

const most = 1024 * 1024;
const tooLong = (bytes: number) => [`data must be at most 1048576 bytes in all, and has ${bytes}`];

// Bytes count, not characters, and of base64 those that it stands for.
test.each([
  ['v1/ConfigMap', { data: { a: 'x'.repeat(most) } }, []],
  ['v1/ConfigMap', { data: { a: 'x'.repeat(most), b: 'x' } }, tooLong(most + 1)],
  ['v1/ConfigMap', { data: { a: 'ü'.repeat(most / 2) } }, []],
  ['v1/ConfigMap', { data: { a: 'ü'.repeat(most / 2 + 1) } }, tooLong(most + 2)],
  ['v1/ConfigMap', { binaryData: { a: base64(most) } }, []],
  ['v1/ConfigMap', { data: { a: 'x' }, binaryData: { b: base64(most) } }, tooLong(most + 1)],
  ['v1/Secret', { data: { a: base64(most) } }, []],
  ['v1/Secret', { data: { a: base64(most + 1) } }, tooLong(most + 1)],
  ['v1/Secret', { data: { a: base64(most) }, stringData: { a: 'x' } }, []],
  ['v1/Secret', { data: { a: base64(most) }, stringData: { b: 'x' } }, tooLong(most + 1)],
])('%s, case %#', (kind, data: JsonObject, messages) => {
  const problems = new Problems();
  policyRules[kind]?.({ metadata: { name: 'web' }, ...data }, { minor: 34, problems });
  expect(problems.list.map(({ message }) => message)).toEqual(messages);
});

function base64(bytes: number): string {
  return Buffer.alloc(bytes).toString('base64');
}
