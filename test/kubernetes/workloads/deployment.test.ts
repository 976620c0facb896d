import { expect, test } from 'vitest';
import { type Cases, indented, saidOf } from './said-of.ts';

const cases: Cases = [
  ['replicas: 0'],
  ['replicas: -1', 'invalid-value: spec.replicas must not be negative, but is -1'],
  ['progressDeadlineSeconds: 10\nminReadySeconds: 9'],
  [
    'progressDeadlineSeconds: 10\nminReadySeconds: 10',
    'invalid-value: spec.progressDeadlineSeconds must be more than minReadySeconds, which is 10, not 10',
  ],
  [
    'minReadySeconds: 600',
    'invalid-value: spec.progressDeadlineSeconds must be more than minReadySeconds, which is 600, not 600',
  ],
  ['strategy: {type: Recreate}'],
  [
    'strategy: {type: Recreate, rollingUpdate: {}}',
    'forbidden-field: spec.strategy.rollingUpdate must not be set where the type is Recreate',
  ],
  [
    'strategy: {type: recreate}',
    'unsupported-value: spec.strategy.type must be Recreate or RollingUpdate, not "recreate"',
  ],
  ['strategy: {rollingUpdate: {maxSurge: 150%, maxUnavailable: 0}}'],
  ['strategy: {rollingUpdate: {maxUnavailable: 0%}}'],
  [
    'strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0%}}',
    'invalid-value: spec.strategy.rollingUpdate.maxUnavailable must not be 0 where maxSurge is 0: no pod could be replaced',
  ],
  [
    'strategy: {rollingUpdate: {maxSurge: "1", maxUnavailable: 101%}}',
    'invalid-value: spec.strategy.rollingUpdate.maxSurge must be a whole number or a percentage such as 25%, not "1"',
    'invalid-value: spec.strategy.rollingUpdate.maxUnavailable must be at most 100%, not "101%"',
  ],
  [
    'strategy: {rollingUpdate: {maxSurge: -2}}',
    'invalid-value: spec.strategy.rollingUpdate.maxSurge must not be negative, but is -2',
  ],
];

test.each(cases)('%s', (fields, ...said) => {
  expect(saidOf(deployment(fields))).toEqual(said);
});

const templates: Cases = [
  ['restartPolicy: Always'],
  [
    'restartPolicy: OnFailure',
    'unsupported-value: spec.template.spec.restartPolicy must be Always, not "OnFailure"',
  ],
  [
    'activeDeadlineSeconds: 60',
    'forbidden-field: spec.template.spec.activeDeadlineSeconds must not be set: only a Job has a deadline',
  ],
];

test.each(templates)('pods with %s', (fields, ...said) => {
  expect(saidOf(deployment('', fields))).toEqual(said);
});

const selectors: Cases = [
  ['{matchLabels: {app: web}}'],
  ['{matchExpressions: [{key: app, operator: In, values: [web, api]}, {key: tier, operator: DoesNotExist}]}'],
  [
    '{matchLabels: {app: api}}',
    'selector: spec.template.metadata.labels must match spec.selector {"app":"api"}, but is {"app":"web"}',
  ],
  ['{}', 'selector: spec.selector must not be empty: it would select every pod of the namespace'],
  ['null', 'missing-value: spec.selector must be set'],
  [
    '{matchExpressions: [{key: app, operator: Exists, values: [web]}]}',
    'forbidden-field: spec.selector.matchExpressions[0].values must not be set for the operator Exists',
  ],
  [
    '{matchExpressions: [{key: app, operator: is}]}',
    'invalid-value: spec.selector.matchExpressions[0].operator must be In, NotIn, Exists or DoesNotExist, not "is"',
  ],
  [
    '{matchExpressions: [{key: app, operator: In}]}',
    'missing-value: spec.selector.matchExpressions[0].values must be set for the operator In',
  ],
];

test.each(selectors)('selector %s', (selector, ...said) => {
  expect(saidOf(deployment('', '', selector))).toEqual(said);
});

test('an annotation that was a field once is read as a number', () => {
  const manifest = deployment('').replace(
    'name: web',
    'name: web, annotations: {deprecated.deployment.rollback.to: last}',
  );
  expect(saidOf(manifest)).toEqual([
    'invalid-value: metadata.annotations[deprecated.deployment.rollback.to] must be the number of a revision',
  ]);
});

function deployment(fields: string, podFields = '', selector = '{matchLabels: {app: web}}'): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
${indented(fields, 2)}
  selector: ${selector}
  template:
    metadata:
      labels: {app: web}
    spec:
${indented(podFields, 6)}
      containers: [{name: web, image: nginx}]
`;
}
