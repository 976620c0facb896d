import { testPods } from './pod-problems.ts';

testPods('where a pod may run', [
  [
    `
nodeSelector: { zone: a }
tolerations: [{ key: a, operator: Equal, value: b, effect: NoSchedule }, { operator: Exists }]
topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: a } }, matchLabelKeys: [app] }]
`,
    [],
  ],
  [
    `
nodeSelector: { "a b": c, d: "e f" }
nodeName: A
`,
    [
      'manifest/name: spec.nodeName must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
      'manifest/label: spec.nodeSelector has the label "a b", whose key must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/"',
      'manifest/label: spec.nodeSelector.d must be empty or at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, not "e f"',
    ],
  ],
  [
    'tolerations: [{ key: a b, value: c d }, { operator: Equal }, { key: a, operator: Exists, value: b }, { key: a, operator: In, effect: NoRun }, { key: a, tolerationSeconds: 5 }]',
    [
      'manifest/label: spec.tolerations[0].key must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not "a b"',
      'manifest/label: spec.tolerations[0].value must be empty or at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, not "c d"',
      'manifest/invalid-value: spec.tolerations[1].operator must be Exists where there is no key',
      'manifest/invalid-value: spec.tolerations[2].value must be empty for the operator Exists',
      'manifest/unsupported-value: spec.tolerations[3].operator must be Equal or Exists, not "In"',
      'manifest/unsupported-value: spec.tolerations[3].effect must be NoSchedule, PreferNoSchedule or NoExecute, not "NoRun"',
      'manifest/invalid-value: spec.tolerations[4].effect must be NoExecute where there are tolerationSeconds',
    ],
  ],
  [
    `
affinity:
  nodeAffinity:
    requiredDuringSchedulingIgnoredDuringExecution:
      nodeSelectorTerms:
      - matchExpressions: [{ key: a, operator: In }, { key: b, operator: Gt, values: [] }, { key: c, operator: Exists, values: [d] }, { key: e f, operator: Is }, { key: g, operator: In, values: [h i] }]
        matchFields: [{ key: metadata.uid, operator: Exists }, { key: metadata.name, operator: In, values: [A] }]
`,
    [
      'manifest/missing-value: spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values must be set for the operator In',
      'manifest/missing-value: spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[1].values must be set to one value for the operator Gt',
      'manifest/forbidden-field: spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[2].values must not be set for the operator Exists',
      'manifest/invalid-value: spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[3].operator must be In, NotIn, Exists, DoesNotExist, Gt or Lt, not "Is"',
      'manifest/label: spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[3].key must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not "e f"',
      'manifest/label: spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[4].values[0] must be empty or at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, not "h i"',
      'manifest/invalid-value: spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].operator must be In or NotIn, not "Exists"',
      'manifest/invalid-value: spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].key must be metadata.name',
      'manifest/name: spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[1].values[0] must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
    ],
  ],
  [
    'affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] }, preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 101, preference: { matchExpressions: [{ key: a, operator: In, values: [b c] }] } }] } }',
    [
      'manifest/missing-value: spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms must be set',
      'manifest/invalid-value: spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight must be from 1 to 100, not 101',
    ],
  ],
  [
    'affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ namespaces: [A], labelSelector: { matchExpressions: [{ key: a, operator: Gt }] } }], preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 0, podAffinityTerm: { topologyKey: zone } }] } }',
    [
      'manifest/invalid-value: spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector.matchExpressions[0].operator must be In, NotIn, Exists or DoesNotExist, not "Gt"',
      'manifest/name: spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].namespaces[0] must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "A"',
      'manifest/label: spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not ""',
      'manifest/invalid-value: spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight must be from 1 to 100, not 0',
    ],
  ],
  [
    'affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: zone, labelSelector: { matchLabels: { app: a } }, matchLabelKeys: [app], mismatchLabelKeys: [app] }, { topologyKey: zone, matchLabelKeys: [app] }] } }',
    [
      'manifest/invalid-value: spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys[0] must not be a key of labelSelector too',
      'manifest/invalid-value: spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys[0] must not be one of mismatchLabelKeys too',
      'manifest/forbidden-field: spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[1].matchLabelKeys must not be set without labelSelector',
    ],
    { metadata: 'labels: { app: a }' },
  ],
  [
    'topologySpreadConstraints: [{ maxSkew: 0, whenUnsatisfiable: Skip, minDomains: 0, nodeTaintsPolicy: Keep }]',
    [
      'manifest/invalid-value: spec.topologySpreadConstraints[0].maxSkew must be greater than 0',
      'manifest/missing-value: spec.topologySpreadConstraints[0].topologyKey must be set',
      'manifest/unsupported-value: spec.topologySpreadConstraints[0].whenUnsatisfiable must be DoNotSchedule or ScheduleAnyway, not "Skip"',
      'manifest/invalid-value: spec.topologySpreadConstraints[0].minDomains must be greater than 0',
      'manifest/invalid-value: spec.topologySpreadConstraints[0].minDomains may be set with whenUnsatisfiable: DoNotSchedule only',
      'manifest/unsupported-value: spec.topologySpreadConstraints[0].nodeTaintsPolicy must be Honor or Ignore, not "Keep"',
    ],
  ],
  [
    'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, minDomains: 1 }, { maxSkew: 2, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, matchLabelKeys: [a] }]',
    [
      'manifest/invalid-value: spec.topologySpreadConstraints[0].minDomains may be set with whenUnsatisfiable: DoNotSchedule only',
      'manifest/forbidden-field: spec.topologySpreadConstraints[1].matchLabelKeys must not be set without labelSelector',
      'manifest/duplicate-value: spec.topologySpreadConstraints[1].topologyKey must be unique, and "zone" is there already',
    ],
  ],
  [
    'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: a } }, matchLabelKeys: [app] }]',
    [
      'manifest/invalid-value: spec.topologySpreadConstraints[0].matchLabelKeys[0] must not be a key of labelSelector too',
    ],
    { metadata: 'labels: { app: a }' },
  ],
  [
    'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: a } }, matchLabelKeys: [app] }]',
    [
      'manifest/invalid-value: spec.topologySpreadConstraints[0].matchLabelKeys[0] must not be a key of labelSelector too',
    ],
    { minor: 33 },
  ],
  [
    `
nodeName: a
schedulingGates: [{ name: a }, { name: a }, { name: b c }]
readinessGates: [{ conditionType: "" }]
`,
    [
      'manifest/name: spec.readinessGates[0].conditionType must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not ""',
      'manifest/duplicate-value: spec.schedulingGates[1].name must be unique, and "a" is there already',
      'manifest/name: spec.schedulingGates[2].name must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not "b c"',
      'manifest/forbidden-field: spec.nodeName must not be set while there are schedulingGates',
    ],
  ],
]);
