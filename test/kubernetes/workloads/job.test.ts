import { expect, test } from 'vitest';
import { type Cases, indented, saidOf } from './said-of.ts';

const indexed = 'completionMode: Indexed\ncompletions: 5\n';

const cases: Cases = [
  ['completions: 3\nparallelism: 2\nbackoffLimit: 0'],
  ['parallelism: -1', 'invalid-value: spec.parallelism must not be negative, but is -1'],
  ['completionMode: Indexed'],
  [
    'completionMode: Indexed\nparallelism: 2',
    'missing-value: spec.completions must be set where completionMode is Indexed',
  ],
  [
    'completionMode: indexed',
    'unsupported-value: spec.completionMode must be NonIndexed or Indexed, not "indexed"',
  ],
  [
    'backoffLimitPerIndex: 1',
    'invalid-value: spec.backoffLimitPerIndex must not be set unless completionMode is Indexed',
  ],
  [
    `${indexed}backoffLimitPerIndex: 1\nmaxFailedIndexes: 6`,
    'invalid-value: spec.maxFailedIndexes must be at most completions, 5',
  ],
  [
    `${indexed}maxFailedIndexes: 1`,
    'missing-value: spec.backoffLimitPerIndex must be set where maxFailedIndexes is',
  ],
  [
    'completionMode: Indexed\ncompletions: 100001\nbackoffLimitPerIndex: 1\nparallelism: 10001',
    'missing-value: spec.maxFailedIndexes must be set where completions is above 100000 and backoffLimitPerIndex is set',
    'invalid-value: spec.parallelism must be at most 10000 here, not 10001',
  ],
  ['managedBy: example.com/queue'],
  [
    'managedBy: queue',
    'invalid-value: spec.managedBy must be a path behind a domain, such as example.com/controller, not "queue"',
  ],
  [`managedBy: example.com/${'q'.repeat(60)}`, 'too-long: spec.managedBy must have at most 63 bytes'],
  [
    'podReplacementPolicy: Always',
    'unsupported-value: spec.podReplacementPolicy must be Failed or TerminatingOrFailed, not "Always"',
  ],
];

test.each(cases)('%s', (fields, ...said) => {
  expect(saidOf(job(fields))).toEqual(said);
});

const failurePolicies: Cases = [
  ['{action: FailJob, onExitCodes: {containerName: web, operator: In, values: [1, 42]}}'],
  ['{action: Ignore, onPodConditions: [{type: DisruptionTarget}]}'],
  [
    '{action: Stop, onPodConditions: [{type: DisruptionTarget, status: "Yes"}]}',
    'unsupported-value: spec.podFailurePolicy.rules[0].action must be Count, FailIndex, FailJob or Ignore, not "Stop"',
    'unsupported-value: spec.podFailurePolicy.rules[0].onPodConditions[0].status must be False, True or Unknown, not "Yes"',
  ],
  [
    '{action: Count}',
    'invalid-value: spec.podFailurePolicy.rules[0] must have one of onExitCodes and onPodConditions',
  ],
  [
    '{action: FailIndex, onExitCodes: {operator: NotIn, values: [0]}}',
    'invalid-value: spec.podFailurePolicy.rules[0].action must not be FailIndex unless backoffLimitPerIndex is set',
  ],
  [
    '{action: Count, onExitCodes: {containerName: db, operator: In, values: [0, 2, 1, 1]}}',
    'invalid-value: spec.podFailurePolicy.rules[0].onExitCodes.containerName must be the name of a container of the template, not "db"',
    'invalid-value: spec.podFailurePolicy.rules[0].onExitCodes.values[0] must not be 0: that is no failure',
    'duplicate-value: spec.podFailurePolicy.rules[0].onExitCodes.values[3] must be unique, and "1" is there already',
    'invalid-value: spec.podFailurePolicy.rules[0].onExitCodes.values must be in ascending order',
  ],
];

test.each(failurePolicies)('podFailurePolicy with %s', (rule, ...said) => {
  expect(saidOf(job(`podFailurePolicy: {rules: [${rule}]}`))).toEqual(said);
});

test('a podFailurePolicy needs pods that never restart', () => {
  const manifest = job(
    'podFailurePolicy: {rules: []}\npodReplacementPolicy: TerminatingOrFailed',
    'OnFailure',
  );
  expect(saidOf(manifest)).toEqual([
    'unsupported-value: spec.podReplacementPolicy must be Failed, not "TerminatingOrFailed"',
    'invalid-value: spec.template.spec.restartPolicy must be Never where there is a podFailurePolicy',
  ]);
});

const successPolicies: Cases = [
  ['{succeededIndexes: "0,2-4", succeededCount: 4}'],
  [
    '{succeededCount: 6}',
    'invalid-value: spec.successPolicy.rules[0].succeededCount must be at most 5, the number of indexes, not 6',
  ],
  [
    '{succeededIndexes: 1-2, succeededCount: 3}',
    'invalid-value: spec.successPolicy.rules[0].succeededCount must be at most 2, the number of indexes, not 3',
  ],
  ...['3,1', '0-5', '2-2', 'all', '1,', '0-1-2'].map(
    (indexes) =>
      [
        `{succeededIndexes: "${indexes}"}`,
        `invalid-value: spec.successPolicy.rules[0].succeededIndexes must be indexes below 5 in ascending order, such as 0,2-4, not "${indexes}"`,
      ] as const,
  ),
  [
    '{}',
    'missing-value: spec.successPolicy.rules[0] must be set to succeededCount, succeededIndexes or both',
  ],
];

test.each(successPolicies)('successPolicy with %s', (rule, ...said) => {
  expect(saidOf(job(`${indexed}successPolicy: {rules: [${rule}]}`))).toEqual(said);
});

test.each([
  ['Always', 'missing-value: spec.template.spec.restartPolicy must be set to OnFailure or Never'],
  [
    'Sometimes',
    'unsupported-value: spec.template.spec.restartPolicy must be OnFailure or Never, not "Sometimes"',
  ],
])('restartPolicy: %s', (restartPolicy, said) => {
  expect(saidOf(job('', restartPolicy))).toContain(said);
});

const selectors: Cases = [
  ['selector: {matchLabels: {job-name: migrate}}'],
  [
    'selector: {matchLabels: {app: migrate}}',
    'selector: spec.selector must not be set, because the API server makes it; manualSelector: true turns that off',
  ],
  ['manualSelector: true\nselector: {matchLabels: {app: migrate}}'],
  ['manualSelector: true', 'missing-value: spec.selector must be set where manualSelector is true'],
];

test.each(selectors)('%s', (fields, ...said) => {
  expect(saidOf(job(fields))).toEqual(said);
});

test.each([
  ['controller-uid', 'must not be set, because the API server does so'],
  ['batch.kubernetes.io/job-name', 'must be the name of the Job, "migrate"'],
])('the label %s is the API server’s', (label, words) => {
  const manifest = job('').replace('{app: migrate}', `{${label}: other}`);
  expect(saidOf(manifest)).toHaveLength(1);
  expect(saidOf(manifest)[0]).toContain(words);
});

test('names of Jobs become labels, and hostnames of indexed ones', () => {
  const long = job('').replace('name: migrate', `name: ${'m'.repeat(64)}`);
  expect(saidOf(long)[0]).toContain('because it becomes a label of the pods');
  const dotted = job(indexed).replace('name: migrate', 'name: migrate.v2');
  expect(saidOf(dotted)[0]).toContain('hostnames of the pods, such as migrate.v2-4');
});

test('managedBy is dropped in 1.31', () => {
  expect(saidOf(job('managedBy: queue'), 31)).toEqual([]);
});

function job(fields: string, restartPolicy = 'Never'): string {
  return `apiVersion: batch/v1
kind: Job
metadata: {name: migrate}
spec:
${indented(fields, 2)}
  template:
    metadata: {labels: {app: migrate}}
    spec:
      restartPolicy: ${restartPolicy}
      containers: [{name: web, image: nginx}]
`;
}
