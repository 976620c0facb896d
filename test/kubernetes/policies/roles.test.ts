import { policyRules } from '../../../src/kubernetes/policies/rules.ts';
import { testObjects } from '../services/object-problems.ts';

testObjects(policyRules, 'rbac.authorization.k8s.io/v1/Role', [
  [
    `
metadata: { name: "system:web" }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
`,
    [],
  ],
  [
    'metadata: { name: a/b }',
    ['manifest/name: metadata.name must be a path segment: not "." or "..", without "/" and "%", not "a/b"'],
  ],
  ['metadata: { generateName: "system:" }', []],
  [
    'metadata: { generateName: . }',
    [
      'manifest/name: metadata.generateName must be the start of a path segment: not "." or "..", without "/" and "%", not "."',
    ],
  ],
  [
    'rules: [{}, { nonResourceURLs: [/healthz], verbs: [get] }]',
    [
      'manifest/missing-value: rules[0].verbs must be set',
      'manifest/missing-value: rules[0].apiGroups must be set where nonResourceURLs is not',
      'manifest/missing-value: rules[0].resources must be set where nonResourceURLs is not',
      'manifest/invalid-value: rules[1].nonResourceURLs must not be set in a Role, only in a ClusterRole',
    ],
  ],
]);

testObjects(policyRules, 'rbac.authorization.k8s.io/v1/ClusterRole', [
  [
    `
rules: [{ nonResourceURLs: [/healthz], verbs: [get] }]
aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: b } }] }
`,
    [],
  ],
  [
    `
rules: [{ nonResourceURLs: [/healthz], resources: [pods], verbs: [] }]
aggregationRule: { clusterRoleSelectors: [] }
`,
    [
      'manifest/missing-value: rules[0].verbs must be set',
      'manifest/invalid-value: rules[0].nonResourceURLs must not be set together with resources of an API group',
      'manifest/missing-value: aggregationRule.clusterRoleSelectors must be set',
    ],
  ],
]);

testObjects(policyRules, 'rbac.authorization.k8s.io/v1/RoleBinding', [
  [
    `
roleRef: { kind: Role, name: reader }
subjects: [{ kind: User, name: jane }, { kind: ServiceAccount, name: web }]
`,
    [],
  ],
  [
    `
roleRef: { apiGroup: rbac, kind: role }
subjects: [{ kind: user, name: a }, { kind: ServiceAccount, name: Web, apiGroup: rbac.authorization.k8s.io }, { kind: Group, apiGroup: v1 }]
`,
    [
      'manifest/unsupported-value: roleRef.apiGroup must be rbac.authorization.k8s.io, not "rbac"',
      'manifest/unsupported-value: roleRef.kind must be ClusterRole or Role, not "role" (did you mean Role?)',
      'manifest/missing-value: roleRef.name must be set',
      'manifest/unsupported-value: subjects[0].kind must be Group, ServiceAccount or User, not "user" (did you mean User?)',
      'manifest/name: subjects[1].name must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "Web"',
      'manifest/unsupported-value: subjects[1].apiGroup must be empty for a ServiceAccount',
      'manifest/missing-value: subjects[2].name must be set',
      'manifest/unsupported-value: subjects[2].apiGroup must be rbac.authorization.k8s.io, not "v1"',
    ],
  ],
]);

testObjects(policyRules, 'rbac.authorization.k8s.io/v1/ClusterRoleBinding', [
  [
    `
roleRef: { kind: Role, name: reader }
subjects: [{ kind: ServiceAccount, name: web }]
`,
    [
      'manifest/unsupported-value: roleRef.kind must be ClusterRole, not "Role"',
      'manifest/missing-value: subjects[0].namespace must be set',
    ],
  ],
]);
