import { policyRules } from '../../../src/kubernetes/policies/rules.ts';
import { testObjects } from '../services/object-problems.ts';

testObjects(policyRules, 'v1/Event', [
  [
    `
involvedObject: { kind: Pod, name: web }
reason: Pulled
`,
    [],
  ],
  [
    `
metadata: { name: web, namespace: shop }
involvedObject: { kind: Pod, namespace: other }
`,
    ['manifest/invalid-value: involvedObject.namespace must be "shop", the namespace of the event'],
  ],
  [
    `
metadata: { name: web, namespace: shop }
involvedObject: { kind: Node }
eventTime: "2024-01-01T00:00:00.000000Z"
reportingComponent: a b
`,
    [
      'manifest/invalid-value: involvedObject.namespace must be "shop", the namespace of the event',
      'manifest/name: reportingComponent must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not "a b"',
      'manifest/missing-value: reportingInstance must be set where eventTime is',
      'manifest/missing-value: action must be set where eventTime is',
      'manifest/missing-value: reason must be set where eventTime is',
    ],
  ],
]);

testObjects(policyRules, 'events.k8s.io/v1/Event', [
  [
    `
regarding: { kind: Pod }
eventTime: "2024-01-01T00:00:00.000000Z"
reportingController: example.org/c
reportingInstance: c
action: Bind
reason: Bound
type: Normal
`,
    [],
  ],
  [
    `
type: Info
series: { count: 1 }
deprecatedCount: 2
deprecatedSource: { host: a }
deprecatedFirstTimestamp: "2024-01-01T00:00:00Z"
`,
    [
      'manifest/missing-value: eventTime must be set',
      'manifest/invalid-value: series.count must be at least 2, not 1',
      'manifest/missing-value: series.lastObservedTime must be set',
      'manifest/invalid-value: type must be Normal or Warning, not "Info"',
      'manifest/invalid-value: deprecatedFirstTimestamp must not be set: it is of the old API',
      'manifest/invalid-value: deprecatedCount must not be set: it is of the old API',
      'manifest/invalid-value: deprecatedSource must not be set: it is of the old API',
    ],
  ],
]);
