import { expect, test } from 'vitest';
import { type Cases, saidOf } from './said-of.ts';

const budgets: Cases = [
  ['{minAvailable: 1, selector: {}}'],
  ['{maxUnavailable: 100%}'],
  [
    '{minAvailable: 1, maxUnavailable: 1}',
    'invalid-value: spec must have one of minAvailable and maxUnavailable, not both',
  ],
  [
    '{minAvailable: half}',
    'invalid-value: spec.minAvailable must be a whole number or a percentage such as 25%, not "half"',
  ],
  ['{maxUnavailable: 101%}', 'invalid-value: spec.maxUnavailable must be at most 100%, not "101%"'],
  [
    '{unhealthyPodEvictionPolicy: Never}',
    'unsupported-value: spec.unhealthyPodEvictionPolicy must be AlwaysAllow or IfHealthyBudget, not "Never"',
  ],
  [
    '{selector: {matchLabels: {app: web app}}}',
    'label: spec.selector.matchLabels.app must be empty or at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, not "web app"',
  ],
];

test.each(budgets)('PodDisruptionBudget with spec: %s', (spec, ...said) => {
  expect(
    saidOf(`apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: Web}\nspec: ${spec}\n`),
  ).toEqual(said);
});

const priorities: readonly (readonly [name: string, fields: string, ...said: string[]])[] = [
  ['web', 'value: 1000000000'],
  ['web', 'value: 1000000001', 'forbidden-field: value must be at most 1000000000, not 1000000001'],
  [
    'web',
    'value: 1\npreemptionPolicy: Always',
    'unsupported-value: preemptionPolicy must be PreemptLowerPriority or Never, not "Always"',
  ],
  ['system-node-critical', 'value: 2000001000'],
  [
    'system-node-critical',
    'value: 2',
    'forbidden-field: metadata.name must not be system-node-critical unless the value is 2000001000 and globalDefault is false',
  ],
  [
    'system-web',
    'value: 2',
    'forbidden-field: metadata.name must not start with system-, which is kept for Kubernetes itself',
  ],
];

test.each(priorities)('PriorityClass %s with %s', (name, fields, ...said) => {
  expect(
    saidOf(`apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: ${name}}\n${fields}\n`),
  ).toEqual(said);
});

const runtimes: Cases = [
  ['handler: runsc\noverhead: {podFixed: {cpu: 100m, memory: 64Mi}}'],
  [
    'handler: run.sc',
    'name: handler must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "run.sc"',
  ],
  [
    'handler: runsc\nscheduling: {tolerations: [{key: a, operator: Exists}, {key: a, operator: Exists}]}',
    'duplicate-value: scheduling.tolerations[1] must be unique, and is there already',
  ],
  [
    'handler: runsc\noverhead: {podFixed: {cpu: -1}}',
    'invalid-value: overhead.podFixed.cpu must not be negative',
  ],
];

test.each(runtimes)('RuntimeClass with %s', (fields, ...said) => {
  expect(
    saidOf(`apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {name: gvisor}\n${fields}\n`),
  ).toEqual(said);
});

const leases: Cases = [
  ['{leaseDurationSeconds: 10, leaseTransitions: 0, preferredHolder: web}'],
  ['{leaseDurationSeconds: 0}', 'invalid-value: spec.leaseDurationSeconds must be more than 0, not 0'],
  ['{leaseTransitions: -1}', 'invalid-value: spec.leaseTransitions must not be negative, but is -1'],
];

test.each(leases)('Lease with spec: %s', (spec, ...said) => {
  expect(
    saidOf(`apiVersion: coordination.k8s.io/v1\nkind: Lease\nmetadata: {name: web}\nspec: ${spec}\n`),
  ).toEqual(said);
});
