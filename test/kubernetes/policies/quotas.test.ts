import { policyRules } from '../../../src/kubernetes/policies/rules.ts';
import { testObjects } from '../services/object-problems.ts';

testObjects(policyRules, 'v1/LimitRange', [
  ['spec: { limits: [{ type: Container, max: { cpu: 2 }, min: { cpu: 100m } }] }', []],
  [
    'spec: { limits: [{ type: Container, max: { cpu: 1 }, min: { cpu: 2 } }] }',
    [
      'manifest/invalid-value: spec.limits[0].min.cpu must not be greater than max.cpu',
      'manifest/invalid-value: spec.limits[0].min.cpu must not be greater than defaultRequest.cpu',
      'manifest/invalid-value: spec.limits[0].min.cpu must not be greater than default.cpu',
    ],
  ],
  [
    'spec: { limits: [{ type: Container, default: { cpu: 1 }, defaultRequest: { cpu: 2 }, maxLimitRequestRatio: { cpu: 500m } }] }',
    [
      'manifest/invalid-value: spec.limits[0].defaultRequest.cpu must not be greater than default.cpu',
      'manifest/invalid-value: spec.limits[0].maxLimitRequestRatio.cpu must be at least 1',
    ],
  ],
  [
    'spec: { limits: [{ type: Container, min: { cpu: 1 }, max: { cpu: 2 }, maxLimitRequestRatio: { cpu: 3 } }] }',
    [
      'manifest/invalid-value: spec.limits[0].maxLimitRequestRatio.cpu must not be greater than max divided by min',
    ],
  ],
  [
    'spec: { limits: [{ type: Pod, default: { cpu: 1 } }, { type: Pod, max: { storage: 1Gi } }] }',
    [
      'manifest/forbidden-field: spec.limits[0].default must not be set for type Pod',
      'manifest/duplicate-value: spec.limits[1].type must be unique, and "Pod" is there already',
      'manifest/name: spec.limits[1].max.storage must be a resource of containers, such as cpu or example.com/gpu, not "storage"',
    ],
  ],
  [
    'spec: { limits: [{ type: PersistentVolumeClaim, max: { cpu: 1 } }, { type: pod }] }',
    [
      'manifest/missing-value: spec.limits[0].min.storage must be set where max.storage is not',
      'manifest/invalid-value: spec.limits[1].type must be Container, PersistentVolumeClaim or Pod, not "pod"',
    ],
  ],
  [
    'spec: { limits: [{ type: Container, default: { example.org/gpu: 2 }, defaultRequest: { example.org/gpu: 1 } }] }',
    [
      'manifest/invalid-value: spec.limits[0].defaultRequest[example.org/gpu] must be the same as default.example.org/gpu',
    ],
  ],
  [
    'spec: { limits: [{ type: Container, max: { cpu: lots } }] }',
    ['manifest/quantity: spec.limits[0].max.cpu must be a quantity such as 100m, 2 or 64Mi, not "lots"'],
  ],
]);

testObjects(policyRules, 'v1/ResourceQuota', [
  ['spec: { hard: { pods: 10, requests.cpu: 4, count/jobs.batch: 3, hugepages-2Mi: 1Gi } }', []],
  [
    'spec: { hard: { pods: 1.5, cpu: -1, disks: 1, example.org/gpu: 500m } }',
    [
      'manifest/invalid-value: spec.hard.pods must be a whole number, not 1.5',
      'manifest/invalid-value: spec.hard.cpu must not be negative, but is -1',
      'manifest/name: spec.hard.disks must be a resource of quotas, such as requests.cpu, pods or count/jobs.batch, not "disks"',
      'manifest/invalid-value: spec.hard[example.org/gpu] must be a whole number, not "500m"',
    ],
  ],
  [
    'spec: { hard: { pods: 1, services: 2 }, scopes: [BestEffort, NotBestEffort, Best] }',
    [
      'manifest/invalid-value: spec.scopes[0] must not be BestEffort in a quota with "services"',
      'manifest/invalid-value: spec.scopes[1] must not be NotBestEffort in a quota with "services"',
      'manifest/invalid-value: spec.scopes[2] must be a scope, such as BestEffort or PriorityClass, not "Best"',
      'manifest/invalid-value: spec.scopes must not hold both BestEffort and NotBestEffort',
    ],
  ],
  [
    'spec: { hard: { pods: 1 }, scopeSelector: { matchExpressions: [{ scopeName: Terminating, operator: In, values: [a] }, { scopeName: PriorityClass, operator: In }, { scopeName: PriorityClass, operator: Exists, values: [a] }, { scopeName: PriorityClass, operator: Is }] } }',
    [
      'manifest/invalid-value: spec.scopeSelector.matchExpressions[0].operator must be Exists for the scope Terminating',
      'manifest/missing-value: spec.scopeSelector.matchExpressions[1].values must be set for the operator In',
      'manifest/invalid-value: spec.scopeSelector.matchExpressions[2].values must be empty for the operator Exists',
      'manifest/invalid-value: spec.scopeSelector.matchExpressions[3].operator must be In, NotIn, Exists or DoesNotExist, not "Is"',
    ],
  ],
  ['spec: { hard: { persistentvolumeclaims: 1 }, scopes: [VolumeAttributesClass] }', []],
  [
    'spec: { hard: { persistentvolumeclaims: 1 }, scopes: [VolumeAttributesClass] }',
    [
      'manifest/invalid-value: spec.scopes[0] must be a scope, such as BestEffort or PriorityClass, not "VolumeAttributesClass"',
    ],
    32,
  ],
]);
