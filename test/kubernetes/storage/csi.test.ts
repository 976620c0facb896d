import { storageRules } from '../../../src/kubernetes/storage/rules.ts';
import { testObjects } from '../services/object-problems.ts';

testObjects(storageRules, 'storage.k8s.io/v1/CSIDriver', [
  [
    'spec: { fsGroupPolicy: File, volumeLifecycleModes: [Persistent], tokenRequests: [{ audience: "" }] }',
    [],
  ],
  [
    'spec: { fsGroupPolicy: "", volumeLifecycleModes: [persistent], tokenRequests: [{ audience: a, expirationSeconds: 60 }, { audience: a, expirationSeconds: 60 }, { audience: b, expirationSeconds: 4294967297 }] }',
    [
      'manifest/unsupported-value: spec.fsGroupPolicy must be File, None or ReadWriteOnceWithFSType, not ""',
      'manifest/invalid-value: spec.tokenRequests[0].expirationSeconds must be from 600 to 4294967296, not 60',
      'manifest/duplicate-value: spec.tokenRequests[1].audience must be unique, and "a" is there already',
      'manifest/invalid-value: spec.tokenRequests[2].expirationSeconds must be from 600 to 4294967296, not 4294967297',
      'manifest/unsupported-value: spec.volumeLifecycleModes[0] must be Ephemeral or Persistent, not "persistent" (did you mean Persistent?)',
    ],
  ],
  ['spec: { nodeAllocatableUpdatePeriodSeconds: 5 }', []],
  [
    'spec: { nodeAllocatableUpdatePeriodSeconds: 5 }',
    ['manifest/invalid-value: spec.nodeAllocatableUpdatePeriodSeconds must be at least 10, not 5'],
    35,
  ],
]);

testObjects(storageRules, 'storage.k8s.io/v1/CSINode', [
  ['spec: { drivers: [{ name: a, nodeID: b, topologyKeys: [zone] }] }', []],
  [
    'spec: { drivers: [{ name: a, nodeID: "", topologyKeys: [a b, zone, zone, ""], allocatable: { count: -1 } }, { name: a, nodeID: c }] }',
    [
      'manifest/missing-value: spec.drivers[0].nodeID must be set',
      'manifest/invalid-value: spec.drivers[0].allocatable.count must not be negative, but is -1',
      'manifest/label: spec.drivers[0].topologyKeys[0] must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not "a b"',
      'manifest/duplicate-value: spec.drivers[0].topologyKeys[2] must be unique, and "zone" is there already',
      'manifest/missing-value: spec.drivers[0].topologyKeys[3] must be set',
      'manifest/duplicate-value: spec.drivers[1].name must be unique, and "a" is there already',
    ],
  ],
]);

testObjects(storageRules, 'storage.k8s.io/v1/VolumeAttachment', [
  ['spec: { attacher: a, nodeName: b, source: { persistentVolumeName: c } }', []],
  [
    'spec: { source: {} }',
    [
      'manifest/missing-value: spec.attacher must be set',
      'manifest/name: spec.nodeName must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not ""',
      'manifest/missing-value: spec.source.persistentVolumeName must be set',
    ],
  ],
  [
    'spec: { attacher: a, nodeName: b, source: { persistentVolumeName: c, inlineVolumeSpec: {} } }',
    ['manifest/forbidden-field: spec.source.inlineVolumeSpec must not be set beside persistentVolumeName'],
  ],
  [
    'spec: { attacher: a, nodeName: b, source: { inlineVolumeSpec: { accessModes: [ReadWriteOnce], csi: { driver: a, volumeHandle: b }, volumeMode: Filesystem } } }',
    [],
  ],
  [
    'spec: { attacher: a, nodeName: b, source: { inlineVolumeSpec: { capacity: { storage: 1Gi }, claimRef: {}, nodeAffinity: {}, storageClassName: a, volumeMode: Block, persistentVolumeReclaimPolicy: Delete, nfs: { server: a, path: /b } } } }',
    [
      'manifest/forbidden-field: spec.source.inlineVolumeSpec.claimRef must not be set for an inline volume',
      'manifest/forbidden-field: spec.source.inlineVolumeSpec.nodeAffinity must not be set for an inline volume',
      'manifest/forbidden-field: spec.source.inlineVolumeSpec.capacity must not be set for an inline volume',
      'manifest/forbidden-field: spec.source.inlineVolumeSpec.storageClassName must not be set for an inline volume',
      'manifest/forbidden-field: spec.source.inlineVolumeSpec.persistentVolumeReclaimPolicy must not be other than Retain for an inline volume',
      'manifest/forbidden-field: spec.source.inlineVolumeSpec.volumeMode must not be other than Filesystem for an inline volume',
      'manifest/missing-value: spec.source.inlineVolumeSpec.csi must be set for an inline volume',
      'manifest/missing-value: spec.source.inlineVolumeSpec.accessModes must be set',
    ],
  ],
]);

testObjects(storageRules, 'storage.k8s.io/v1/CSIStorageCapacity', [
  [
    `
storageClassName: fast
capacity: 1Gi
`,
    [],
  ],
  [
    `
capacity: -1
maximumVolumeSize: big
nodeTopology: { matchLabels: { "": a } }
`,
    [
      'manifest/label: nodeTopology.matchLabels has the label "", whose key must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/"',
      'manifest/name: storageClassName must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not ""',
      'manifest/invalid-value: capacity must not be negative',
      'manifest/quantity: maximumVolumeSize must be a quantity such as 100m, 2 or 64Mi, not "big"',
    ],
  ],
]);
