import { expect, test } from 'vitest';
import { type Cases, indented, saidOf } from './said-of.ts';

const template =
  'template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: nginx}]}}';

const daemonSets: Cases = [
  ['updateStrategy: {type: OnDelete, rollingUpdate: {maxUnavailable: 0}}'],
  ['updateStrategy: {rollingUpdate: {maxUnavailable: 0, maxSurge: 10%}}'],
  [
    'updateStrategy: {rollingUpdate: {maxSurge: 1}}',
    'invalid-value: spec.updateStrategy.rollingUpdate.maxSurge must be 0 unless maxUnavailable, which is 1 where absent, is 0',
  ],
  [
    'updateStrategy: {rollingUpdate: {maxUnavailable: 0}}',
    'missing-value: spec.updateStrategy.rollingUpdate.maxUnavailable must be set to more than 0 where maxSurge is 0: no pod could be replaced',
  ],
  [
    'updateStrategy: {type: Recreate}',
    'unsupported-value: spec.updateStrategy.type must be RollingUpdate or OnDelete, not "Recreate"',
  ],
  ['revisionHistoryLimit: -1', 'invalid-value: spec.revisionHistoryLimit must not be negative, but is -1'],
];

test.each(daemonSets)('DaemonSet with %s', (fields, ...said) => {
  const spec = `selector: {matchLabels: {app: web}}\n${template}\n${fields}`;
  expect(saidOf(manifest('apps/v1', 'DaemonSet', spec))).toEqual(said);
});

test('the generation of a DaemonSet stands in an annotation', () => {
  const spec = `selector: {matchLabels: {app: web}}\n${template}`;
  const generation = 'name: web, annotations: {deprecated.daemonset.template.generation: one}';
  expect(saidOf(manifest('apps/v1', 'DaemonSet', spec).replace('name: web', generation))).toEqual([
    'invalid-value: metadata.annotations[deprecated.daemonset.template.generation] must be a whole number',
  ]);
});

const replicationControllers: Cases = [
  [template],
  [`selector: {app: web}\n${template}`],
  [
    `selector: {app: api}\n${template}`,
    'selector: spec.template.metadata.labels must match spec.selector {"app":"api"}, but is {"app":"web"}',
  ],
  ['selector: {app: web}', 'missing-value: spec.template must be set'],
  [
    'template: {spec: {containers: [{name: web, image: nginx}]}}',
    'missing-value: spec.selector must be set where the template has no labels',
  ],
];

test.each(replicationControllers)('ReplicationController with %s', (spec, ...said) => {
  expect(saidOf(manifest('v1', 'ReplicationController', spec))).toEqual(said);
});

test('a ReplicaSet selects its own pods', () => {
  const spec = `replicas: -1\nselector: {matchLabels: {app: web, tier: front}}\n${template}`;
  expect(saidOf(manifest('apps/v1', 'ReplicaSet', spec))).toEqual([
    'invalid-value: spec.replicas must not be negative, but is -1',
    'selector: spec.template.metadata.labels must match spec.selector {"app":"web","tier":"front"}, but is {"app":"web"}',
  ]);
});

const revisions: Cases = [
  ['data: {spec: {}}\nrevision: 1'],
  ['revision: 1', 'missing-value: data must be set to an object'],
  ['data: {}\nrevision: -1', 'invalid-value: revision must not be negative, but is -1'],
];

test.each(revisions)('ControllerRevision with %s', (fields, ...said) => {
  expect(
    saidOf(`apiVersion: apps/v1\nkind: ControllerRevision\nmetadata: {name: web-1}\n${fields}\n`),
  ).toEqual(said);
});

function manifest(apiVersion: string, kind: string, spec: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: web}\nspec:\n${indented(spec, 2)}\n`;
}
