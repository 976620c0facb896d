import { storageRules } from '../../../src/kubernetes/storage/rules.ts';
import { testObjects } from '../services/object-problems.ts';

testObjects(storageRules, 'v1/PersistentVolume', [
  ['spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], nfs: { server: a, path: /b } }', []],
  [
    'spec: {}',
    [
      'manifest/missing-value: spec.accessModes must be set',
      'manifest/missing-value: spec.capacity.storage must be set',
      'manifest/missing-value: spec must be set with a source, such as csi or nfs',
    ],
  ],
  [
    'spec: { capacity: { storage: 0, cpu: 1 }, accessModes: [ReadWriteOncePod, ReadWriteMany, RWO], persistentVolumeReclaimPolicy: Keep, storageClassName: A, volumeMode: block, nfs: { server: a, path: /b } }',
    [
      'manifest/unsupported-value: spec.accessModes[2] must be ReadWriteOnce, ReadOnlyMany, ReadWriteMany or ReadWriteOncePod, not "RWO"',
      'manifest/forbidden-field: spec.accessModes must not have ReadWriteOncePod beside other modes',
      'manifest/invalid-value: spec.capacity.storage must be greater than 0',
      'manifest/unsupported-value: spec.capacity must hold storage only',
      'manifest/unsupported-value: spec.persistentVolumeReclaimPolicy must be Delete, Recycle or Retain, not "Keep"',
      'manifest/name: spec.storageClassName must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
      'manifest/unsupported-value: spec.volumeMode must be Block or Filesystem, not "block" (did you mean Block?)',
    ],
  ],
  [
    'spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], hostPath: { path: /a }, nfs: { server: a, path: /b } }',
    ['manifest/forbidden-field: spec.nfs must not be set beside hostPath'],
  ],
  [
    'spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], hostPath: { path: /a }, flexVolume: { driver: a } }',
    [],
  ],
  [
    'spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], hostPath: { path: //./, type: Folder }, persistentVolumeReclaimPolicy: Recycle }',
    [
      'manifest/unsupported-value: spec.hostPath.type must be DirectoryOrCreate, Directory, FileOrCreate, File, Socket, CharDevice or BlockDevice, not "Folder"',
      'manifest/forbidden-field: spec.persistentVolumeReclaimPolicy must not be Recycle for the root of the host',
    ],
  ],
  [
    'spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], local: { path: /a/../b } }',
    [
      'manifest/missing-value: spec.nodeAffinity must be set for a local volume',
      "manifest/invalid-value: spec.local.path must not contain '..'",
    ],
  ],
  [
    'spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], local: { path: /a }, nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: zone, operator: In, values: [a b] }] }] } } }',
    [
      'manifest/label: spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].values[0] must be empty or at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, not "a b"',
    ],
  ],
  [
    'spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], local: { path: /a }, nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: zone, operator: In, values: [a b] }] }] } } }',
    [],
    32,
  ],
  [
    'spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], local: { path: /a }, nodeAffinity: {} }',
    ['manifest/missing-value: spec.nodeAffinity.required must be set'],
  ],
  [
    'spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], csi: { driver: A_, nodePublishSecretRef: { name: A }, nodeStageSecretRef: {} } }',
    [
      'manifest/name: spec.csi.driver must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "a_"',
      'manifest/missing-value: spec.csi.volumeHandle must be set',
      'manifest/name: spec.csi.nodePublishSecretRef.name must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
      'manifest/missing-value: spec.csi.nodePublishSecretRef.namespace must be set',
    ],
  ],
  [
    'spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], volumeAttributesClassName: "", nfs: { server: a, path: /b } }',
    [
      'manifest/missing-value: spec.volumeAttributesClassName must be set',
      'manifest/missing-value: spec.csi must be set where volumeAttributesClassName is',
    ],
  ],
  [
    'spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], volumeAttributesClassName: "", nfs: { server: a, path: /b } }',
    [],
    33,
  ],
  [
    'spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], iscsi: { targetPortal: "storage.a-rather-long-domain.example.org:3260", iqn: "iqn.2024-01.org.example:disk", initiatorName: "iqn.2024-01.org.example:a-host", secretRef: {} } }',
    ['manifest/missing-value: spec.iscsi.secretRef.name must be set'],
  ],
  [
    `
metadata: { name: a-volume-with-a-long-name-that-does-not-fit }
spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], iscsi: { targetPortal: "storage.a-domain.example.org:3260", iqn: disk, initiatorName: "iqn.2024-01.org.example:a-host" } }
`,
    [
      'manifest/invalid-value: spec.iscsi.iqn must be a name such as iqn.2024-01.com.example:disk, or one of eui or naa',
      'manifest/invalid-value: spec.iscsi.targetPortal must have at most 64 characters together with the name of the volume',
    ],
  ],
  [
    'spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], cinder: { volumeID: a, secretRef: { name: b } } }',
    ['manifest/missing-value: spec.cinder.secretRef.namespace must be set'],
  ],
  [
    'spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], glusterfs: { endpoints: a, path: b, endpointsNamespace: "" } }',
    [
      'manifest/name: spec.glusterfs.endpointsNamespace must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not ""',
    ],
  ],
  [
    'spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], azureFile: { secretName: a, shareName: b, secretNamespace: "" } }',
    ['manifest/missing-value: spec.azureFile.secretNamespace must be set'],
  ],
  [
    `
metadata: { name: web, annotations: { volume.beta.kubernetes.io/mount-options: ro } }
spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], csi: { driver: a, volumeHandle: b } }
`,
    [
      'manifest/forbidden-field: metadata.annotations[volume.beta.kubernetes.io/mount-options] must not be set for a volume of this type',
    ],
  ],
]);

testObjects(storageRules, 'v1/PersistentVolumeClaim', [
  ['spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }', []],
  [
    'spec: { accessModes: [], resources: { requests: { storage: -1 } }, storageClassName: A_ }',
    [
      'manifest/missing-value: spec.accessModes must be set',
      'manifest/invalid-value: spec.resources.requests.storage must be greater than 0',
      'manifest/name: spec.storageClassName must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A_"',
    ],
  ],
  [
    'spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }, dataSource: { kind: Disk, name: a } }',
    [],
  ],
  [
    'spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }, dataSourceRef: { kind: Disk, name: a } }',
    [
      'manifest/invalid-value: spec.dataSourceRef.kind must be PersistentVolumeClaim where there is no apiGroup',
    ],
  ],
  [
    'spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }, dataSourceRef: { kind: Disk, name: a, namespace: b } }',
    [],
  ],
  [
    'spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }, dataSource: { kind: PersistentVolumeClaim, name: a }, dataSourceRef: { kind: PersistentVolumeClaim, name: b } }',
    ['manifest/invalid-value: spec.dataSource must be the same as dataSourceRef'],
  ],
  [
    'spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }, dataSource: { kind: PersistentVolumeClaim, name: a }, dataSourceRef: { kind: PersistentVolumeClaim, name: b, namespace: c } }',
    [],
  ],
]);
