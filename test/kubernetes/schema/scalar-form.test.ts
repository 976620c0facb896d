import { describe, expect, test } from 'vitest';
import {
  isBytes,
  isDuration,
  isInt32,
  isInt64,
  isMicroTime,
  isQuantity,
  isTime,
} from '../../../src/kubernetes/schema/scalar-form.ts';
import type { JsonValue } from '../../../src/kubernetes/value.ts';

// What kube-apiserver 1.34.3 took and refused, asked by server-side dry run.

function describeForm(
  name: string,
  is: (value: JsonValue) => boolean,
  taken: readonly JsonValue[],
  refused: readonly JsonValue[],
): void {
  describe(name, () => {
    test.each(taken.map((value) => [value]))('takes %o', (value) => expect(is(value)).toBe(true));
    test.each(refused.map((value) => [value]))('refuses %o', (value) => expect(is(value)).toBe(false));
  });
}

describeForm('int32', isInt32, [80, -0, -1, 2147483647], [8.5, '80', 2147483648, true, 80n]);
describeForm(
  'int64',
  isInt64,
  [30, 9223372036854775807n, -9223372036854775808n, 2 ** 62],
  [1.5, 9223372036854775808n, 2 ** 63, '30', true],
);
describeForm(
  'bytes',
  isBytes,
  ['', 'YQ==', 'Y\nQ=\r\n=', 'YR==', [1, 2], [], [null]],
  ['YQ', '_-==', 'YQ== ', '=', 'Y===', 1, {}, [300], [1.5], ['a'], true],
);
describeForm(
  'quantity',
  isQuantity,
  ['1', 1, 1.5, ' 1', '1 ', '.5', '1.', '+1', '1E3', '1e3', '1Ei', '.', 'Gi', '0', '100m', '1024Mi'],
  ['', '1GB', '0x10', '1 Gi', '1\n', true, {}, []],
);
describeForm(
  'time',
  isTime,
  [
    '2030-01-01T00:00:00Z',
    '2030-01-01T00:00:00.5Z',
    '2030-01-01T00:00:00,5Z',
    '2030-01-01T0:00:00Z',
    '2030-01-01T00:00:00+24:00',
    '2030-01-01T00:00:00+10:60',
    '2028-02-29T00:00:00Z',
  ],
  [
    '',
    '2030-01-01',
    '2030-01-01t00:00:00z',
    '2030-01-01 00:00:00Z',
    '2030-02-30T00:00:00Z',
    '2030-02-29T00:00:00Z',
    '2030-00-01T00:00:00Z',
    '2030-01-01T00:00:60Z',
    '2030-01-01T24:00:00Z',
    '2030-01-01T00:00:00+25:00',
    '2030-01-01T00:00:00+0100',
    '2030-01-01T00:00:00',
    1,
  ],
);
describeForm(
  'micro time',
  isMicroTime,
  ['2030-01-01T00:00:00.000000Z', '2030-01-01T00:00:00,000000Z'],
  ['2030-01-01T00:00:00Z', '2030-01-01T00:00:00.000Z', '2030-01-01T00:00:00.0000000Z', ''],
);
describeForm(
  'duration',
  isDuration,
  ['0', '1h30m', '300ms', '-1.5h', '.5s', '1.s', '1us', '+1m'],
  ['', '1', '1d', '1h 30m', 's', '.s', 5, '-'],
);
