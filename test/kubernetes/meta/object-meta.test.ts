import { expect, test } from 'vitest';
import { indented, saidOf } from '../workloads/said-of.ts';

const subdomain =
  'a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part';
const qualified =
  'a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/"';
const label = 'empty or at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends';

const cases: readonly (readonly [fields: string, ...said: string[]])[] = [
  ['name: web.v1'],
  ['name: Web', `name: metadata.name must be ${subdomain}, not "Web"`],
  ['namespace: shop', 'missing-value: metadata.name or metadata.generateName must be set'],
  ['generateName: web-'],
  ['generateName: web.', `name: metadata.generateName must be the start of ${subdomain}, not "web."`],
  ['generateName: Web-', `name: metadata.generateName must be the start of ${subdomain}, not "Web-"`],
  [
    'name: web\nnamespace: my.shop',
    'name: metadata.namespace must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "my.shop"',
  ],
  ['name: web\ngeneration: -1', 'invalid-value: metadata.generation must not be negative'],
  ['name: web\nlabels: {app: web, example.com/tier: ""}'],
  ['name: web\nlabels: {app: null}'],
  ['name: web\nlabels: {app: my web}', `label: metadata.labels.app must be ${label}, not "my web"`],
  [
    'name: web\nlabels: {/app: web}',
    `label: metadata.labels has the label "/app", whose key must be ${qualified}`,
  ],
  ['name: web\nannotations: {Example.com/Note: any text}'],
  [
    'name: web\nannotations: {my note: any text}',
    `label: metadata.annotations has the annotation "my note", whose key must be ${qualified}`,
  ],
  [
    `name: web\nannotations: {note: ${'ä'.repeat(131_071)}}`,
    'too-long: metadata.annotations must be at most 262144 bytes in all, keys included, and has 262146',
  ],
  ['name: web\nfinalizers: [example.com/keep]'],
  [
    'name: web\nfinalizers: [example.com/]',
    `name: metadata.finalizers[0] must be ${qualified}, not "example.com/"`,
  ],
  [
    'name: web\nfinalizers: [orphan, foregroundDeletion]',
    'invalid-value: metadata.finalizers must not hold both orphan and foregroundDeletion',
  ],
  [
    'name: web\nownerReferences: [{apiVersion: apps/, kind: Deployment, name: web, uid: ""}]',
    'invalid-value: metadata.ownerReferences[0].uid must not be empty',
    'invalid-value: metadata.ownerReferences[0].apiVersion must be a version such as apps/v1',
  ],
  [
    'name: web\nownerReferences: [{apiVersion: v1, kind: Event, name: web, uid: u}]',
    'invalid-value: metadata.ownerReferences[0] must not be an Event, which owns nothing',
  ],
  [
    'name: web\nownerReferences: [{apiVersion: v1, kind: Pod, name: a, uid: a, controller: true}, {apiVersion: v1, kind: Pod, name: b, uid: b, controller: true}]',
    'invalid-value: metadata.ownerReferences[1].controller must not be true, because another reference is the controller already',
  ],
  [
    'name: web\nmanagedFields: [{operation: Patch, fieldsType: FieldsV2, manager: "a\\tb"}]',
    'invalid-value: metadata.managedFields[0].operation must be Apply or Update, not "Patch"',
    'invalid-value: metadata.managedFields[0].fieldsType must be FieldsV1, not "FieldsV2"',
    'invalid-value: metadata.managedFields[0].manager must hold printable characters only',
  ],
];

test.each(cases)('%.80s', (fields, ...said) => {
  const lease = `apiVersion: coordination.k8s.io/v1\nkind: Lease\nmetadata:\n${indented(fields, 2)}\n`;
  expect(saidOf(lease)).toEqual(said);
});

test('metadata without a key of its own', () => {
  expect(saidOf('apiVersion: coordination.k8s.io/v1\nkind: Lease\n')).toEqual([
    'missing-value: metadata.name or metadata.generateName must be set',
  ]);
});

test('the API server sets the generation of a Deployment', () => {
  const said = saidOf('apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, generation: -1}\n');
  expect(said.filter((line) => line.includes('generation'))).toEqual([]);
});
