import { expect, test } from 'vitest';
import {
  compareQuantities,
  isInteger,
  milliValue,
  parseQuantity,
  signOf,
  unitValue,
} from '../../../src/kubernetes/meta/quantity.ts';

const thousandths: readonly (readonly [text: string | number | bigint, milli: bigint])[] = [
  ['0', 0n],
  ['1', 1000n],
  [1, 1000n],
  [1.5, 1500n],
  [2n, 2000n],
  ['100m', 100n],
  ['1.5', 1500n],
  ['.5', 500n],
  ['1.', 1000n],
  ['+2k', 2_000_000n],
  ['-1', -1000n],
  ['1Ki', 1_024_000n],
  ['1.5Gi', 1_610_612_736_000n],
  ['1e3', 1_000_000n],
  ['1E-3', 1n],
  [' 1 ', 1000n],
  // Nothing is smaller than a nano, and what is left over is rounded away from zero.
  ['1n', 1n],
  ['0.0000000001', 1n],
  ['-1u', -1n],
  // So does the API server read them.
  ['.', 0n],
  ['-', 0n],
  ['Mi', 0n],
];

test.each(thousandths)('%s in thousandths', (text, milli) => {
  const quantity = parseQuantity(text);
  expect(quantity && milliValue(quantity)).toBe(milli);
});

test.each([
  '',
  ' ',
  'a',
  '1.2.3',
  '1MB',
  '1K',
  '1 Gi',
  '1e',
  '1ee3',
  'Ei',
  '0x10',
  '1,5',
  '1e99999999999999999999',
  '1\t',
])('%j is no quantity', (text) => {
  expect(parseQuantity(text)).toBeUndefined();
});

const inOrder = [
  '-1e30',
  '-1',
  '-1m',
  '0',
  '1n',
  '0.5',
  '500.1m',
  '1',
  '1000',
  '1Ki',
  '1M',
  '1Mi',
  '8E',
  '1e999999999',
];

test('quantities have an order, however large they are', () => {
  const quantities = inOrder.map((text) => parseQuantity(text) ?? expect.unreachable(text));
  const sorted = quantities.toReversed().sort(compareQuantities);
  expect(sorted).toEqual(quantities);
  expect(quantities.map(signOf)).toEqual([-1, -1, -1, 0, ...Array.from({ length: 10 }, () => 1)]);
});

test.each([
  ['1', true],
  ['1000m', true],
  ['1.0', true],
  ['1500m', false],
  ['0.0001', false],
  // 2 ** 63 thousandths and more overflow, and what is left decides.
  ['10Pi', false],
  ['10P', true],
])('%s is whole: %j', (text, whole) => {
  expect(isInteger(parseQuantity(text) ?? expect.unreachable(text))).toBe(whole);
});

test('binary amounts end at the largest int64', () => {
  const quantity = parseQuantity('16Ei') ?? expect.unreachable('16Ei');
  expect(unitValue(quantity)).toBe(2n ** 63n - 1n);
});
