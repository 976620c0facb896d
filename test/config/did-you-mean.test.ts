import { expect, test } from 'vitest';
import { didYouMean } from '../../src/model/did-you-mean.ts';

const words = ['strict', 'platform', 'os', 'os-version', 'fail-on', 'files', 'files-dir', 'aws'];

test.each([
  ['strcit', 'strict'],
  ['Strict', 'strict'],
  ['plattform', 'platform'],
  ['fail_on', 'fail-on'],
  ['failon', 'fail-on'],
  ['file', 'files'],
  ['osversion', 'os-version'],
  ['sa', undefined],
  ['os', 'os'],
  ['oss', 'os'],
  ['asw', 'aws'],
  ['xyz', undefined],
  ['', undefined],
  ['kubernetes', undefined],
  ['s'.repeat(100_000), undefined],
])('%s', (word, meant) => expect(didYouMean(word, words)).toBe(meant));

test('of two that are equally near, the order of the list does not decide', () => {
  expect(didYouMean('bat', ['cat', 'bar'])).toBe('bar');
  expect(didYouMean('bat', ['bar', 'cat'])).toBe('bar');
});
