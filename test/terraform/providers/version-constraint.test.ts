import { expect, test } from 'vitest';
import { ctFacts } from '../../../src/terraform/providers/ct-releases.ts';
import { lowestVersion } from '../../../src/terraform/providers/version-constraint.ts';

const releases = ['0.9.0', '0.9.1', '0.10.0', '0.11.0', '0.13.0', '1.2.0', '2.0.0'];

test.each([
  [null, '2.0.0'],
  ['', '2.0.0'],
  ['0.11.0', '0.11.0'],
  ['= 0.11', '0.11.0'],
  ['v0.11.0', '0.11.0'],
  ['~> 0.9', '0.9.0'],
  ['~> 0.9.1', '0.9.1'],
  ['~> 0.10.0', '0.10.0'],
  ['~> 0.12', '0.13.0'],
  ['~> 1', '1.2.0'],
  ['>= 0.10, < 1', '0.10.0'],
  ['> 0.9.0', '0.9.1'],
  ['>= 0.9, != 0.9.0', '0.9.1'],
  ['<= 0.9.1', '0.9.0'],
  ['~> 3.0', undefined],
  ['newest', undefined],
  ['>= ', undefined],
  ['~> 0.9, nonsense', undefined],
])('%s allows %s at least', (constraint, lowest) => {
  expect(lowestVersion(constraint, releases)).toBe(lowest);
});

test.each([
  ['0.3.0', true, '2.2.0'],
  ['~> 0.6', true, '3.1.0'],
  ['0.8.0', true, '3.2.0'],
  ['>= 0.9', true, '3.3.0'],
  ['~> 0.11.0', true, '3.3.0'],
  ['0.12.0', false, '3.3.0'],
  ['~> 0.13', false, '3.4.0'],
  ['~> 0.14.0', false, '3.4.0'],
  ['99.0.0', false, '3.4.0'],
  [null, false, '3.4.0'],
])('terraform-provider-ct %s', (constraint, readsContainerLinuxConfigs, newestIgnition) => {
  expect(ctFacts(constraint)).toMatchObject({ readsContainerLinuxConfigs, newestIgnition });
});
