import { testPods } from './pod-problems.ts';

testPods('volumes', [
  [
    `
volumes:
- { name: a }
- { name: b, hostPath: { path: /a, type: "" } }
- { name: c, nfs: { server: s, path: /p } }
- { name: d, secret: { secretName: s, defaultMode: 256, items: [{ key: a, path: b/c }] } }
`,
    [],
  ],
  [
    'volumes: [{ name: A }, { name: b, emptyDir: {}, hostPath: { path: / } }, { name: b }, { emptyDir: { sizeLimit: -1 } }]',
    [
      'manifest/name: spec.volumes[0].name must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "A"',
      'manifest/forbidden-field: spec.volumes[1].hostPath must not be set beside emptyDir',
      'manifest/duplicate-value: spec.volumes[2].name must be unique, and "b" is there already',
      'manifest/missing-value: spec.volumes[3].name must be set',
      'manifest/forbidden-field: spec.volumes[3].emptyDir.sizeLimit must not be negative',
    ],
  ],
  [
    'volumes: [{ name: a, hostPath: { path: /a/../b, type: directory } }, { name: b, hostPath: {} }]',
    [
      "manifest/invalid-value: spec.volumes[0].hostPath.path must not contain '..'",
      'manifest/unsupported-value: spec.volumes[0].hostPath.type must be DirectoryOrCreate, Directory, FileOrCreate, File, Socket, CharDevice or BlockDevice, not "directory" (did you mean Directory?)',
      'manifest/missing-value: spec.volumes[1].hostPath.path must be set',
    ],
  ],
  [
    'volumes: [{ name: a, configMap: { name: "", defaultMode: 644, items: [{ key: "", path: ..a, mode: -1 }] } }, { name: b, secret: { items: [{ key: a, path: /b }] } }]',
    [
      'manifest/missing-value: spec.volumes[0].configMap.name must be set',
      'manifest/invalid-value: spec.volumes[0].configMap.defaultMode must be from 0 to 0777 in octal, which is 511, not 644 (did you mean 0644?)',
      'manifest/missing-value: spec.volumes[0].configMap.items[0].key must be set',
      "manifest/invalid-value: spec.volumes[0].configMap.items[0].path must not start with '..'",
      'manifest/invalid-value: spec.volumes[0].configMap.items[0].mode must be from 0 to 0777 in octal, which is 511, not -1',
      'manifest/missing-value: spec.volumes[1].secret.secretName must be set',
      'manifest/invalid-value: spec.volumes[1].secret.items[0].path must be a relative path',
    ],
  ],
  [
    'volumes: [{ name: a, nfs: { path: p } }, { name: b, gitRepo: { directory: ../a } }, { name: c, persistentVolumeClaim: {} }]',
    [
      'manifest/missing-value: spec.volumes[0].nfs.server must be set',
      'manifest/invalid-value: spec.volumes[0].nfs.path must be an absolute path',
      'manifest/missing-value: spec.volumes[1].gitRepo.repository must be set',
      "manifest/invalid-value: spec.volumes[1].gitRepo.directory must not contain '..'",
      'manifest/missing-value: spec.volumes[2].persistentVolumeClaim.claimName must be set',
    ],
  ],
  [
    'volumes: [{ name: a, downwardAPI: { items: [{ path: a }, { path: b, fieldRef: { fieldPath: spec.nodeName } }, { path: c, resourceFieldRef: { resource: limits.cpu } }] } }]',
    [
      'manifest/missing-value: spec.volumes[0].downwardAPI.items[0].fieldRef must be set where there is no resourceFieldRef',
      'manifest/unsupported-value: spec.volumes[0].downwardAPI.items[1].fieldRef.fieldPath must be metadata.name, metadata.namespace, metadata.labels, metadata.annotations or metadata.uid, not "spec.nodeName"',
      'manifest/missing-value: spec.volumes[0].downwardAPI.items[2].resourceFieldRef.containerName must be set',
    ],
  ],
  [
    'volumes: [{ name: a, csi: { driver: "a b", nodePublishSecretRef: { name: A } } }, { name: b, csi: {} }]',
    [
      'manifest/name: spec.volumes[0].csi.driver must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "a b"',
      'manifest/name: spec.volumes[0].csi.nodePublishSecretRef.name must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
      'manifest/missing-value: spec.volumes[1].csi.driver must be set',
    ],
  ],
  [
    'volumes: [{ name: a, ephemeral: {} }, { name: b, persistentVolumeClaim: { claimName: web-a } }]',
    [
      'manifest/missing-value: spec.volumes[0].ephemeral.volumeClaimTemplate must be set',
      'manifest/invalid-value: spec.volumes[1].persistentVolumeClaim.claimName must not be the claim of an ephemeral volume of this pod',
    ],
  ],
  [
    'volumes: [{ name: a, ephemeral: { volumeClaimTemplate: { metadata: { name: b }, spec: { accessModes: [ReadWriteOncePod, ReadWriteMany, All], resources: { requests: { storage: 0 } }, volumeMode: Disk, dataSource: { kind: VolumeSnapshot, name: s } } } } }]',
    [
      'manifest/forbidden-field: spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.name must not be set: only labels and annotations are copied',
      'manifest/unsupported-value: spec.volumes[0].ephemeral.volumeClaimTemplate.spec.accessModes[2] must be ReadWriteOnce, ReadOnlyMany, ReadWriteMany or ReadWriteOncePod, not "All"',
      'manifest/forbidden-field: spec.volumes[0].ephemeral.volumeClaimTemplate.spec.accessModes must not have ReadWriteOncePod beside other modes',
      'manifest/invalid-value: spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources.requests.storage must be greater than 0',
      'manifest/unsupported-value: spec.volumes[0].ephemeral.volumeClaimTemplate.spec.volumeMode must be Block or Filesystem, not "Disk"',
      'manifest/invalid-value: spec.volumes[0].ephemeral.volumeClaimTemplate.spec.dataSource.kind must be PersistentVolumeClaim where there is no apiGroup',
    ],
  ],
  [
    `
volumes:
- name: a
  projected:
    sources:
    - { secret: { name: s, items: [{ key: a, path: f }] }, configMap: { name: c } }
    - { configMap: { items: [{ key: a, path: f }] } }
    - { serviceAccountToken: { path: ../t, expirationSeconds: 60 } }
    - { clusterTrustBundle: {} }
`,
    [
      'manifest/forbidden-field: spec.volumes[0].projected.sources[0] must have one source, not 2',
      'manifest/missing-value: spec.volumes[0].projected.sources[1].configMap.name must be set',
      'manifest/invalid-value: spec.volumes[0].projected.sources[1].configMap.items[0].path must not be the path of another file of the volume',
      'manifest/invalid-value: spec.volumes[0].projected.sources[2].serviceAccountToken.expirationSeconds must be from 600 to 4294967296, not 60',
      "manifest/invalid-value: spec.volumes[0].projected.sources[2].serviceAccountToken.path must not contain '..'",
    ],
  ],
  [
    'volumes: [{ name: a, projected: { sources: [{ clusterTrustBundle: {} }, { podCertificate: { signerName: a, keyType: RSA, maxExpirationSeconds: 1 } }] } }]',
    [
      'manifest/missing-value: spec.volumes[0].projected.sources[0].clusterTrustBundle must be set to a name or a signerName',
      'manifest/missing-value: spec.volumes[0].projected.sources[0].clusterTrustBundle.path must be set',
      'manifest/invalid-value: spec.volumes[0].projected.sources[1].podCertificate.signerName must be a domain and a path, example.com/signer, not "a"',
      'manifest/unsupported-value: spec.volumes[0].projected.sources[1].podCertificate.keyType must be RSA3072, RSA4096, ECDSAP256, ECDSAP384, ECDSAP521 or ED25519, not "RSA"',
      'manifest/invalid-value: spec.volumes[0].projected.sources[1].podCertificate.maxExpirationSeconds must be from 3600 to 7862400, not 1',
      'manifest/missing-value: spec.volumes[0].projected.sources[1].podCertificate.credentialBundlePath must be set where there is no other path',
    ],
    { minor: 37 },
  ],
  [
    'volumes: [{ name: a, iscsi: { targetPortal: p, iqn: iqn.x, lun: 256, chapAuthSession: true, initiatorName: eui.1 } }, { name: b, fc: { targetWWNs: [a], wwids: [b] } }]',
    [
      'manifest/invalid-value: spec.volumes[0].iscsi.iqn must be a name such as iqn.2024-01.com.example:disk, or one of eui or naa',
      'manifest/invalid-value: spec.volumes[0].iscsi.lun must be from 0 to 255, not 256',
      'manifest/missing-value: spec.volumes[0].iscsi.secretRef must be set for CHAP',
      'manifest/invalid-value: spec.volumes[0].iscsi.initiatorName must be a name such as iqn.2024-01.com.example:disk, or one of eui or naa',
      'manifest/invalid-value: spec.volumes[1].fc.targetWWNs must not be set beside wwids',
      'manifest/missing-value: spec.volumes[1].fc.lun must be set beside targetWWNs',
    ],
  ],
  [
    'volumes: [{ name: a, rbd: {} }, { name: b, cephfs: {} }, { name: c, glusterfs: {} }, { name: d, quobyte: { registry: host, volume: v } }, { name: e, flocker: {} }]',
    [
      'manifest/missing-value: spec.volumes[0].rbd.monitors must be set',
      'manifest/missing-value: spec.volumes[0].rbd.image must be set',
      'manifest/missing-value: spec.volumes[1].cephfs.monitors must be set',
      'manifest/missing-value: spec.volumes[2].glusterfs.endpoints must be set',
      'manifest/missing-value: spec.volumes[2].glusterfs.path must be set',
      'manifest/invalid-value: spec.volumes[3].quobyte.registry must be host:port, or several of them with commas between',
      'manifest/missing-value: spec.volumes[4].flocker.datasetName must be set where there is no datasetUUID',
    ],
  ],
  [
    'volumes: [{ name: a, azureDisk: { diskName: d, diskURI: /subscriptions/a, cachingMode: All } }, { name: b, awsElasticBlockStore: { partition: 256 } }, { name: c, flexVolume: { driver: d, options: { sub.k8s.io/a: b } } }]',
    [
      'manifest/unsupported-value: spec.volumes[0].azureDisk.cachingMode must be None, ReadOnly or ReadWrite, not "All"',
      'manifest/unsupported-value: spec.volumes[0].azureDisk.diskURI must be https://…, not "/subscriptions/a"',
      'manifest/missing-value: spec.volumes[1].awsElasticBlockStore.volumeID must be set',
      'manifest/invalid-value: spec.volumes[1].awsElasticBlockStore.partition must be from 0 to 255, not 256',
      'manifest/invalid-value: spec.volumes[2].flexVolume.options[sub.k8s.io/a] must not be in a domain of Kubernetes: kubernetes.io and k8s.io are reserved',
    ],
  ],
]);
