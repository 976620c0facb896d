import { expect, test } from 'vitest';
import { timeZoneNames } from '../../../src/kubernetes/workloads/time-zone-names.ts';

test('the zones that Node knows are among the names', () => {
  const missing = Intl.supportedValuesOf('timeZone').filter((name) => !timeZoneNames().has(name));
  expect(missing).toEqual([]);
});

test('so are old names, and those without an area', () => {
  const names = [
    'UTC',
    'Etc/GMT+12',
    'US/Pacific',
    'Asia/Calcutta',
    'GB-Eire',
    'America/Indiana/Knox',
    'Factory',
  ];
  expect(names.filter((name) => !timeZoneNames().has(name))).toEqual([]);
});

test('each name follows the rules of the IANA, which the API server checks too', () => {
  const wrong = [...timeZoneNames()].filter(
    (name) => !name.split('/').every((part) => /^(?!-)[A-Za-z._0-9+-]{1,14}$/.test(part)),
  );
  expect(wrong).toEqual([]);
});
