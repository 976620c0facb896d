import { policyRules } from '../../../src/kubernetes/policies/rules.ts';
import { testObjects } from '../services/object-problems.ts';

testObjects(policyRules, 'v1/Node', [
  [
    'spec: { podCIDR: 10.244.0.0/24, podCIDRs: [10.244.0.0/24, "fd00::/64"], taints: [{ key: a, effect: NoSchedule }, { key: a, effect: NoExecute }] }',
    [],
  ],
  [
    'spec: { podCIDRs: [10.244.0.0/24, 10.245.0.0/24], taints: [{ key: a, effect: NoSchedule }, { key: a, effect: NoSchedule }, { key: "", value: "-", effect: Never }, { key: b }] }',
    [
      'manifest/duplicate-value: spec.taints[1] must be unique, and "a:NoSchedule" is there already',
      'manifest/label: spec.taints[2].key must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not ""',
      'manifest/label: spec.taints[2].value must be empty or at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, not "-"',
      'manifest/unsupported-value: spec.taints[2].effect must be NoExecute, NoSchedule or PreferNoSchedule, not "Never"',
      'manifest/missing-value: spec.taints[3].effect must be set',
      'manifest/invalid-value: spec.podCIDRs must hold at most one network of each IP family',
    ],
  ],
  [
    'spec: { podCIDR: 10.244.0.0, podCIDRs: [10.244.0.0/24] }',
    ['manifest/invalid-value: spec.podCIDR must be a network such as 10.0.0.0/8, not "10.244.0.0"'],
  ],
  [
    "metadata: { name: web, annotations: { scheduler.alpha.kubernetes.io/taints: '{}' } }",
    [
      'manifest/invalid-value: metadata.annotations[scheduler.alpha.kubernetes.io/taints] must hold a JSON list of taints',
    ],
  ],
  [
    `metadata: { name: web, annotations: { scheduler.alpha.kubernetes.io/preferAvoidPods: '{"preferAvoidPods":[{}]}' } }`,
    [
      'manifest/missing-value: metadata.annotations[scheduler.alpha.kubernetes.io/preferAvoidPods].preferAvoidPods[0].podSignature.podController must be set',
    ],
  ],
  [
    'status: { capacity: { cpu: 1, pods: 1.5 }, allocatable: { memory: -1 } }',
    [
      'manifest/invalid-value: status.capacity.pods must be a whole number, not 1.5',
      'manifest/invalid-value: status.allocatable.memory must not be negative, but is -1',
    ],
  ],
]);
