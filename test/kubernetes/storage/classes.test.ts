import { storageRules } from '../../../src/kubernetes/storage/rules.ts';
import { testObjects } from '../services/object-problems.ts';

testObjects(storageRules, 'storage.k8s.io/v1/StorageClass', [
  [
    `
provisioner: EBS.csi.example.org
parameters: { type: gp3 }
`,
    [],
  ],
  ['mountOptions: []', ['manifest/missing-value: provisioner must be set']],
  [
    `
provisioner: a/b/c
reclaimPolicy: Recycle
volumeBindingMode: ""
parameters: { "": a }
`,
    [
      'manifest/name: provisioner must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not "a/b/c"',
      'manifest/invalid-value: parameters must not have an empty key',
      'manifest/unsupported-value: reclaimPolicy must be Delete or Retain, not "Recycle"',
      'manifest/unsupported-value: volumeBindingMode must be Immediate or WaitForFirstConsumer, not ""',
    ],
  ],
  [
    `
provisioner: a
allowedTopologies: [{ matchLabelExpressions: [{ key: zone, values: [a, b] }] }, { matchLabelExpressions: [{ key: zone, values: [b, a] }] }, {}]
`,
    [
      'manifest/duplicate-value: allowedTopologies[1].matchLabelExpressions must not say the same as a term before it',
      'manifest/missing-value: allowedTopologies[2].matchLabelExpressions must be set',
    ],
  ],
  [
    `
provisioner: a
allowedTopologies: [{ matchLabelExpressions: [{ key: "a b", values: [] }, { key: zone, values: [a, a] }, { key: zone, values: [b] }] }]
`,
    [
      'manifest/label: allowedTopologies[0].matchLabelExpressions[0].key must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not "a b"',
      'manifest/missing-value: allowedTopologies[0].matchLabelExpressions[0].values must be set',
      'manifest/duplicate-value: allowedTopologies[0].matchLabelExpressions[1].values[1] must be unique, and "a" is there already',
      'manifest/duplicate-value: allowedTopologies[0].matchLabelExpressions[2].key must be unique, and "zone" is there already',
    ],
  ],
]);

testObjects(storageRules, 'storage.k8s.io/v1/VolumeAttributesClass', [
  [
    `
driverName: a
parameters: { iops: "1" }
`,
    [],
  ],
  [
    'parameters: {}',
    ['manifest/missing-value: driverName must be set', 'manifest/missing-value: parameters must be set'],
  ],
]);
