import { policyRules } from '../../../src/kubernetes/policies/rules.ts';
import { testObjects } from '../services/object-problems.ts';

testObjects(policyRules, 'v1/ConfigMap', [
  [
    `
data: { app.conf: a, KEY_1: b }
binaryData: { logo: aGVsbG8= }
`,
    [],
  ],
  [
    `
data: { "a/b": a, "..b": b, logo: c }
binaryData: { logo: aGVsbG8= }
`,
    [
      'manifest/name: data has the key "a/b", which must be a key: at most 253 letters, digits, "-", "_" and ".", and not ".", ".." or anything behind ".."',
      'manifest/name: data has the key "..b", which must be a key: at most 253 letters, digits, "-", "_" and ".", and not ".", ".." or anything behind ".."',
      'manifest/invalid-value: data.logo must not be in binaryData too',
    ],
  ],
  [
    'metadata: { name: web, finalizers: [clean, example.org/clean] }',
    [
      'manifest/invalid-value: metadata.finalizers[0] must have a domain, such as example.com/finalizer, not be "clean"',
    ],
  ],
]);

testObjects(policyRules, 'v1/Secret', [
  [
    `
data: { "a b": YQ== }
stringData: { "": x }
`,
    [
      'manifest/name: data has the key "a b", which must be a key: at most 253 letters, digits, "-", "_" and ".", and not ".", ".." or anything behind ".."',
      'manifest/name: stringData has the key "", which must be a key: at most 253 letters, digits, "-", "_" and ".", and not ".", ".." or anything behind ".."',
    ],
  ],
  [
    `
type: kubernetes.io/tls
data: { tls.crt: "" }
`,
    ['manifest/missing-value: data[tls.key] must be set for type kubernetes.io/tls'],
  ],
  [
    `
type: kubernetes.io/tls
data: { tls.crt: "" }
stringData: { tls.key: a }
`,
    [],
  ],
  [
    'type: kubernetes.io/dockerconfigjson',
    ['manifest/missing-value: data[.dockerconfigjson] must be set for type kubernetes.io/dockerconfigjson'],
  ],
  [
    `
type: kubernetes.io/dockerconfigjson
data: { .dockerconfigjson: W10= }
`,
    ['manifest/invalid-value: data[.dockerconfigjson] must hold a JSON object'],
  ],
  [
    `
type: kubernetes.io/dockerconfigjson
data: { .dockerconfigjson: W10= }
stringData: { .dockerconfigjson: "{}" }
`,
    [],
  ],
  [
    `
type: kubernetes.io/dockercfg
stringData: { .dockercfg: "{" }
`,
    ['manifest/invalid-value: stringData[.dockercfg] must hold a JSON object'],
  ],
  [
    'type: kubernetes.io/basic-auth',
    [
      'manifest/missing-value: data.username must be set for type kubernetes.io/basic-auth, or else data.password',
    ],
  ],
  [
    `
type: kubernetes.io/basic-auth
data: { password: YQ== }
`,
    [],
  ],
  [
    `
type: kubernetes.io/ssh-auth
data: { ssh-privatekey: "" }
`,
    ['manifest/missing-value: data.ssh-privatekey must be set for type kubernetes.io/ssh-auth'],
  ],
  [
    'type: kubernetes.io/service-account-token',
    [
      'manifest/missing-value: metadata.annotations[kubernetes.io/service-account.name] must be set for type kubernetes.io/service-account-token',
    ],
  ],
  ['type: example.org/anything', []],
]);

testObjects(policyRules, 'v1/ServiceAccount', [
  [
    'metadata: { name: Web }',
    [
      'manifest/name: metadata.name must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "Web"',
    ],
  ],
]);

testObjects(policyRules, 'v1/Namespace', [
  [
    `
metadata: { name: shop.dev }
spec: { finalizers: [kubernetes, example.org/x, mine] }
`,
    [
      'manifest/name: metadata.name must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "shop.dev"',
      'manifest/invalid-value: spec.finalizers[2] must have a domain, such as example.com/finalizer, not be "mine"',
    ],
  ],
]);

testObjects(policyRules, 'v1/Binding', [
  ['target: { kind: Node, name: worker }', []],
  [
    'target: { kind: Pod }',
    [
      'manifest/unsupported-value: target.kind must be Node, not "Pod"',
      'manifest/missing-value: target.name must be set',
    ],
  ],
  ['target: { name: Worker_1 }', [], 36],
  [
    'target: { name: Worker_1 }',
    [
      'manifest/name: target.name must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "Worker_1"',
    ],
    37,
  ],
]);
