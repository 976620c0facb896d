import { expect, test } from 'vitest';
import * as domains from '../../../src/kubernetes/meta/domains.ts';
import { envVarName } from '../../../src/kubernetes/meta/env-names.ts';
import type { NameRule } from '../../../src/kubernetes/meta/name-rule.ts';
import * as names from '../../../src/kubernetes/meta/names.ts';

const label63 = 'a'.repeat(63);

const table: readonly (readonly [title: string, rule: NameRule, fits: string[], doesNot: string[]])[] = [
  [
    'DNS label',
    names.dns1123Label,
    ['a', '0', 'a-b', label63],
    ['', '-a', 'a-', 'A', 'a.b', 'a_b', `${label63}a`, 'ä'],
  ],
  [
    'DNS subdomain',
    names.dns1123Subdomain,
    ['a', 'a.b-c.0', 'a'.repeat(253)],
    ['', 'a..b', '.a', 'a.', 'a.-b', 'a'.repeat(254)],
  ],
  ['service up to 1.35', names.serviceName(35), ['a', 'a0'], ['0a', '']],
  ['service from 1.36 on', names.serviceName(36), ['a', '0a'], ['-a']],
  ['wildcard domain', domains.wildcardDns1123Subdomain, ['*.a', '*.a.b'], ['*', '*a', '*.', '*.*.a', 'a.b']],
  [
    'qualified name',
    names.qualifiedName,
    ['a', 'A_b.c-d', 'example.com/a', `example.com/${label63}`],
    ['', '/a', 'a/', 'Example.com/a', 'a/b/c', '_a', `${label63}a`],
  ],
  ['label value', names.labelValue, ['', 'A', 'a.b_c', label63], ['-a', 'a b', `${label63}a`]],
  ['key of a ConfigMap', names.configMapKey, ['a', '.a', '_', 'A.b-c'], ['', '.', '..', '..a', 'a/b']],
  ['environment variable in 1.31', envVarName(31), ['A', '_a', '.a', 'a-b'], ['', '0a', 'a b', '..a', '.']],
  ['environment variable in 1.34', envVarName(34), ['0a', 'a b', '..', '~'], ['', 'a=b', 'ä', 'a\tb']],
  [
    'port',
    names.ianaPortName,
    ['http', '1a', 'a-b', 'a'.repeat(15)],
    ['', '80', 'a--b', '-a', 'a-', 'Http', 'a'.repeat(16)],
  ],
  ['path segment', names.pathSegmentName, ['a:b', 'A b', '...'], ['.', '..', 'a/b', 'a%b']],
  [
    'path behind a domain',
    domains.domainPrefixedPath,
    ['a.b/c', 'a/b/c:d'],
    ['', 'a', 'a/', '/a', 'A/b', 'a/b c'],
  ],
  ['domain of three parts', domains.fullyQualifiedName, ['a.b.c'], ['a.b', 'a.b.c.', '']],
  ['domain of two parts', domains.fullyQualifiedDomainName, ['a.b', 'a.b.'], ['a', '', `${label63}a.b`]],
];

test.each(table)('%s', (_, rule, fits, doesNot) => {
  expect(fits.filter((name) => !rule.test(name))).toEqual([]);
  expect(doesNot.filter((name) => rule.test(name))).toEqual([]);
});
