import { expect, test } from 'vitest';
import { makeValidator } from '../../../src/kubernetes/validator.ts';

function policy(expression: string) {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name: 'replicas' },
    spec: {
      matchConstraints: {
        resourceRules: [
          { operations: ['CREATE'], apiGroups: ['apps'], apiVersions: ['v1'], resources: ['deployments'] },
        ],
      },
      validations: [{ expression }],
    },
  };
}

test('an expression that we cannot read is said to be unchecked', () => {
  const known = makeValidator(undefined, false).validate(policy('object.spec.replicas <= 5'), 36);
  expect(known).toEqual({ objects: 1, problems: [], unchecked: [] });
  const gap = makeValidator(undefined, false).validate(policy('[?object].size() == 1'), 36);
  expect(gap.problems).toEqual([]);
  expect(gap.unchecked).toEqual([
    'the CEL expression of spec.validations[0].expression: it calls or holds what we do not know',
  ]);
});
