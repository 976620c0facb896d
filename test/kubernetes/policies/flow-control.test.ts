import { policyRules } from '../../../src/kubernetes/policies/rules.ts';
import { testObjects } from '../services/object-problems.ts';

testObjects(policyRules, 'flowcontrol.apiserver.k8s.io/v1/FlowSchema', [
  [
    'spec: { priorityLevelConfiguration: { name: low }, rules: [{ subjects: [{ kind: Group, group: { name: ops } }], nonResourceRules: [{ verbs: [get], nonResourceURLs: [/healthz/*] }] }] }',
    [],
  ],
  [
    'spec: { matchingPrecedence: 1, distinguisherMethod: { type: User }, rules: [{}] }',
    [
      'manifest/invalid-value: spec.matchingPrecedence must be greater than 1, which is for the schema named exempt',
      'manifest/unsupported-value: spec.distinguisherMethod.type must be ByNamespace or ByUser, not "User" (did you mean ByUser?)',
      'manifest/missing-value: spec.priorityLevelConfiguration.name must be set',
      'manifest/missing-value: spec.rules[0].subjects must be set',
      'manifest/missing-value: spec.rules[0] must be set with resourceRules or nonResourceRules',
    ],
  ],
  [
    'spec: { matchingPrecedence: 10001, priorityLevelConfiguration: { name: low }, rules: [{ subjects: [{ kind: User }, { kind: ServiceAccount, serviceAccount: { name: A }, user: { name: a } }, { kind: Robot }], resourceRules: [{ verbs: [get, "*"], apiGroups: [], resources: [pods, "*"] }, { verbs: [read], apiGroups: [""], resources: [pods], namespaces: [A] }], nonResourceRules: [{ verbs: [get], nonResourceURLs: [healthz, "/a*", "/a//b"] }] }] }',
    [
      'manifest/invalid-value: spec.matchingPrecedence must be between 1 and 10000, not 10001',
      'manifest/missing-value: spec.rules[0].subjects[0].user must be set for the kind User',
      'manifest/forbidden-field: spec.rules[0].subjects[1].user must not be set for the kind ServiceAccount',
      'manifest/name: spec.rules[0].subjects[1].serviceAccount.name must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
      'manifest/missing-value: spec.rules[0].subjects[1].serviceAccount.namespace must be set',
      'manifest/unsupported-value: spec.rules[0].subjects[2].kind must be Group, ServiceAccount or User, not "Robot"',
      'manifest/invalid-value: spec.rules[0].resourceRules[0].verbs must hold nothing else where it holds "*"',
      'manifest/missing-value: spec.rules[0].resourceRules[0].apiGroups must be set',
      'manifest/invalid-value: spec.rules[0].resourceRules[0].resources must hold nothing else where it holds "*"',
      'manifest/missing-value: spec.rules[0].resourceRules[0].namespaces must be set unless clusterScope is true',
      'manifest/unsupported-value: spec.rules[0].resourceRules[1].verbs[0] must be create, delete, deletecollection, get, list, patch, proxy, update or watch, not "read"',
      'manifest/name: spec.rules[0].resourceRules[1].namespaces[0] must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "A"',
      'manifest/invalid-value: spec.rules[0].nonResourceRules[0].nonResourceURLs[0] must be a path from "/", with "*" only as its last step, not "healthz"',
      'manifest/invalid-value: spec.rules[0].nonResourceRules[0].nonResourceURLs[1] must be a path from "/", with "*" only as its last step, not "/a*"',
      'manifest/invalid-value: spec.rules[0].nonResourceRules[0].nonResourceURLs[2] must be a path from "/", with "*" only as its last step, not "/a//b"',
    ],
  ],
  [
    `
metadata: { name: exempt }
spec: { matchingPrecedence: 1, priorityLevelConfiguration: { name: exempt } }
`,
    ['manifest/invalid-value: spec must be what kube-apiserver has for exempt, and nobody may change it'],
  ],
]);

testObjects(policyRules, 'flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration', [
  [
    'spec: { type: Limited, limited: { limitResponse: { type: Queue, queuing: { queues: 64, handSize: 8 } } } }',
    [],
  ],
  [
    'spec: { type: Exempt }',
    ['manifest/invalid-value: spec.type must be Exempt for the priority level named exempt, and only there'],
  ],
  [
    `
metadata: { name: exempt }
spec: { type: Exempt, exempt: { lendablePercent: 10 } }
`,
    [],
  ],
  [
    `
metadata: { name: catch-all }
spec: { type: Limited, limited: { limitResponse: { type: Reject } } }
`,
    ['manifest/invalid-value: spec must be what kube-apiserver has for catch-all, and nobody may change it'],
  ],
  [
    'spec: { type: Limited, exempt: {} }',
    [
      'manifest/forbidden-field: spec.exempt must not be set for type Limited',
      'manifest/missing-value: spec.limited must be set for type Limited',
    ],
  ],
  [
    'spec: { type: Limited, limited: { nominalConcurrencyShares: -1, lendablePercent: 101, borrowingLimitPercent: -1, limitResponse: { type: Reject, queuing: {} } } }',
    [
      'manifest/invalid-value: spec.limited.nominalConcurrencyShares must not be negative, but is -1',
      'manifest/invalid-value: spec.limited.lendablePercent must be from 0 to 100, not 101',
      'manifest/invalid-value: spec.limited.borrowingLimitPercent must not be negative, but is -1',
      'manifest/forbidden-field: spec.limited.limitResponse.queuing must not be set for type Reject',
    ],
  ],
  [
    'spec: { type: Limited, limited: { limitResponse: { type: Queue, queuing: { queues: 1000, handSize: 10, queueLengthLimit: -1 } } } }',
    [
      'manifest/invalid-value: spec.limited.limitResponse.queuing.queueLengthLimit must be positive, not -1',
      'manifest/invalid-value: spec.limited.limitResponse.queuing.handSize must be smaller: 10 of 1000 queues need more than 60 bits',
    ],
  ],
  [
    'spec: { type: Limited, limited: { limitResponse: { type: Queue, queuing: { queues: 4 } } } }',
    [
      'manifest/invalid-value: spec.limited.limitResponse.queuing.handSize must be at most 4, the number of queues',
    ],
  ],
  [
    'spec: { type: Limited, limited: { limitResponse: { type: Wait } } }',
    ['manifest/unsupported-value: spec.limited.limitResponse.type must be Queue or Reject, not "Wait"'],
  ],
]);
