import { testPods } from './pod-problems.ts';

testPods('environment variables', [
  [
    `
containers:
- name: web
  image: nginx
  env:
  - { name: A, value: b }
  - { name: "8", valueFrom: { fieldRef: { fieldPath: "metadata.labels['app']" } } }
  - { name: CPU, valueFrom: { resourceFieldRef: { resource: limits.cpu, divisor: 1m } } }
  - { name: KEY, valueFrom: { secretKeyRef: { name: a, key: .k } } }
  envFrom: [{ prefix: A_, configMapRef: { name: a } }]
`,
    [],
  ],
  [
    'containers: [{ name: web, image: nginx, env: [{ name: "8a" }] }]',
    [
      'manifest/name: spec.containers[0].env[0].name must be letters, digits, "-", "_" and ".", without a digit at the start, not "8a"',
    ],
    { minor: 31 },
  ],
  [
    'containers: [{ name: web, image: nginx, env: [{ name: "" }, { name: "a=b" }, { name: A, valueFrom: {} }, { name: B, value: b, valueFrom: { fieldRef: { fieldPath: metadata.name } } }] }]',
    [
      'manifest/missing-value: spec.containers[0].env[0].name must be set',
      'manifest/name: spec.containers[0].env[1].name must be printable ASCII characters other than "=", not "a=b"',
      'manifest/invalid-value: spec.containers[0].env[2].valueFrom must have one of fieldRef, resourceFieldRef, configMapKeyRef or secretKeyRef',
      'manifest/invalid-value: spec.containers[0].env[3].valueFrom must not be set beside a value',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, env: [{ name: A, valueFrom: { fieldRef: { fieldPath: metadata.name }, secretKeyRef: { name: a, key: k } } }] }]',
    ['manifest/invalid-value: spec.containers[0].env[0].valueFrom must have one source, not 2'],
  ],
  [
    `
containers:
- name: web
  image: nginx
  env:
  - { name: A, valueFrom: { fieldRef: { fieldPath: metadata.nam } } }
  - { name: B, valueFrom: { fieldRef: { fieldPath: metadata.name, apiVersion: v2 } } }
  - { name: C, valueFrom: { fieldRef: { fieldPath: "metadata.labels['a b']" } } }
  - { name: D, valueFrom: { fieldRef: { fieldPath: "spec.nodeName['a']" } } }
  - { name: E, valueFrom: { fieldRef: { fieldPath: "" } } }
`,
    [
      'manifest/unsupported-value: spec.containers[0].env[0].valueFrom.fieldRef.fieldPath must be metadata.name, metadata.namespace, metadata.uid, spec.nodeName, spec.serviceAccountName, status.hostIP, status.hostIPs, status.podIP or status.podIPs, not "metadata.nam" (did you mean metadata.name?)',
      'manifest/invalid-value: spec.containers[0].env[1].valueFrom.fieldRef.apiVersion must be v1, not "v2"',
      'manifest/label: spec.containers[0].env[2].valueFrom.fieldRef.fieldPath must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not "a b"',
      'manifest/invalid-value: spec.containers[0].env[3].valueFrom.fieldRef.fieldPath may have a key in brackets for metadata.labels and metadata.annotations only',
      'manifest/missing-value: spec.containers[0].env[4].valueFrom.fieldRef.fieldPath must be set',
    ],
  ],
  [
    `
containers:
- name: web
  image: nginx
  env:
  - { name: A, valueFrom: { resourceFieldRef: { resource: limit.cpu } } }
  - { name: B, valueFrom: { resourceFieldRef: { resource: limits.cpu, divisor: 1k } } }
  - { name: C, valueFrom: { resourceFieldRef: { resource: limits.memory, divisor: 1e3 } } }
  - { name: D, valueFrom: { resourceFieldRef: { resource: limits.memory, divisor: 1024Ki } } }
`,
    [
      'manifest/unsupported-value: spec.containers[0].env[0].valueFrom.resourceFieldRef.resource must be limits.cpu, limits.memory, limits.ephemeral-storage, requests.cpu, requests.memory or requests.ephemeral-storage, not "limit.cpu" (did you mean limits.cpu?)',
      'manifest/invalid-value: spec.containers[0].env[1].valueFrom.resourceFieldRef.divisor must be 1 or 1m for cpu',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, env: [{ name: A, valueFrom: { configMapKeyRef: { name: A_b, key: a/b } } }, { name: B, valueFrom: { secretKeyRef: { name: a } } }] }]',
    [
      'manifest/name: spec.containers[0].env[0].valueFrom.configMapKeyRef.name must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A_b"',
      'manifest/name: spec.containers[0].env[0].valueFrom.configMapKeyRef.key must be a key: at most 253 letters, digits, "-", "_" and ".", and not ".", ".." or anything behind "..", not "a/b"',
      'manifest/missing-value: spec.containers[0].env[1].valueFrom.secretKeyRef.key must be set',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, env: [{ name: A, valueFrom: { fileKeyRef: { key: K, volumeName: v, path: ../a } } }] }]',
    [
      "manifest/invalid-value: spec.containers[0].env[0].valueFrom.fileKeyRef.path must not contain '..'",
      'manifest/not-found: spec.containers[0].env[0].valueFrom.fileKeyRef.volumeName must name a volume, and there is none of the name "v"',
    ],
    { minor: 35 },
  ],
  [
    'containers: [{ name: web, image: nginx, env: [{ name: A, valueFrom: { fileKeyRef: { key: K, volumeName: v, path: a } } }] }]',
    [
      'manifest/invalid-value: spec.containers[0].env[0].valueFrom must have one of fieldRef, resourceFieldRef, configMapKeyRef or secretKeyRef',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, envFrom: [{}, { prefix: "a=", configMapRef: { name: A }, secretRef: {} }] }]',
    [
      'manifest/invalid-value: spec.containers[0].envFrom[0] must have one of configMapRef and secretRef',
      'manifest/name: spec.containers[0].envFrom[1].prefix must be printable ASCII characters other than "=", not "a="',
      'manifest/name: spec.containers[0].envFrom[1].configMapRef.name must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
      'manifest/missing-value: spec.containers[0].envFrom[1].secretRef.name must be set',
      'manifest/invalid-value: spec.containers[0].envFrom[1] must have one of configMapRef and secretRef, not both',
    ],
  ],
]);
