import { policyRules } from '../../../src/kubernetes/policies/rules.ts';
import { testObjects } from '../services/object-problems.ts';

testObjects(policyRules, 'authorization.k8s.io/v1/SubjectAccessReview', [
  [
    `
metadata: {}
spec: { user: jane, resourceAttributes: { verb: get } }
`,
    [],
  ],
  [
    'spec: { resourceAttributes: { fieldSelector: {} }, nonResourceAttributes: {} }',
    [
      'manifest/invalid-value: spec.user or groups must be set',
      'manifest/invalid-value: spec.nonResourceAttributes must not be set with resourceAttributes',
      'manifest/missing-value: spec.resourceAttributes.fieldSelector.requirements must be set where rawSelector is not',
      'manifest/invalid-value: metadata.name must not be set',
    ],
  ],
  [
    `
metadata: {}
spec: { groups: [a] }
`,
    ['manifest/invalid-value: spec.resourceAttributes or nonResourceAttributes must be set'],
  ],
]);

testObjects(policyRules, 'authorization.k8s.io/v1/LocalSubjectAccessReview', [
  [
    `
metadata: { namespace: shop }
spec: { user: jane, resourceAttributes: { namespace: other } }
`,
    ['manifest/invalid-value: spec.resourceAttributes.namespace must be that of the review itself'],
  ],
]);

testObjects(policyRules, 'authorization.k8s.io/v1/SelfSubjectRulesReview', [
  ['spec: {}', ['manifest/missing-value: spec.namespace must be set']],
]);

testObjects(policyRules, 'authentication.k8s.io/v1/TokenReview', [
  ['spec: {}', ['manifest/missing-value: spec.token must be set']],
]);
