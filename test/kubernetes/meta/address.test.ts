import { expect, test } from 'vitest';
import {
  canonicalIp,
  isStrictCidr,
  isStrictIp,
  parseCidr,
  parseIp,
} from '../../../src/kubernetes/meta/address.ts';

const addresses: readonly (readonly [text: string, canonical: string, strict: boolean])[] = [
  ['10.0.0.1', '10.0.0.1', true],
  ['010.0.0.001', '10.0.0.1', false],
  ['::', '::', true],
  ['::1', '::1', true],
  ['FE80:0:0:0:0:0:0:0abc', 'fe80::abc', true],
  ['1:0:0:2:0:0:0:3', '1:0:0:2::3', true],
  ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0', true],
  ['::ffff:10.0.0.1', '10.0.0.1', false],
  ['64:ff9b::10.0.0.1', '64:ff9b::a00:1', true],
  ['2001:db8::00001', '2001:db8::1', false],
];

test.each(addresses)('%s', (text, canonical, strict) => {
  const address = parseIp(text);
  expect(address && canonicalIp(address)).toBe(canonical);
  expect(isStrictIp(text)).toBe(strict);
});

const noAddresses = [
  '',
  '10.0.0',
  '10.0.0.256',
  '10.0.0.1.',
  '1:2:3:4:5:6:7',
  '1::2::3',
  ':1::',
  '1:2:3:4:5:6:7:8:9',
  '::1%eth0',
  '::g',
  '12345::',
  '10.0.0.1::',
];

test.each(noAddresses)('%j is no address', (text) => {
  expect(parseIp(text)).toBeUndefined();
});

const networks: readonly (readonly [text: string, strict: boolean])[] = [
  ['10.0.0.0/8', true],
  ['0.0.0.0/0', true],
  ['10.0.0.1/32', true],
  ['10.0.0.1/8', false],
  ['10.0.0.0/08', false],
  ['010.0.0.0/8', false],
  ['fe80::/10', true],
  ['fe80::1/64', false],
  ['::ffff:10.0.0.0/104', false],
];

test.each(networks)('%s', (text, strict) => {
  expect(parseCidr(text)).toBeDefined();
  expect(isStrictCidr(text)).toBe(strict);
});

test.each(['', '10.0.0.0', '10.0.0.0/', '10.0.0.0/33', '::/129', '10.0.0.0/a', '10.0.0/8', '10.0.0.0/8/8'])(
  '%j is no network',
  (text) => {
    expect(parseCidr(text)).toBeUndefined();
  },
);
