import { serviceRules } from '../../../src/kubernetes/services/rules.ts';
import { testObjects } from './object-problems.ts';

testObjects(serviceRules, 'v1/Service', [
  ['spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }', []],
  ['spec: { selector: { app: web } }', ['manifest/missing-value: spec.ports must be set']],
  ['spec: { clusterIP: None, selector: { app: db } }', []],
  [
    'spec: { type: Clusterip, ports: [{ port: 80 }] }',
    [
      'manifest/unsupported-value: spec.type must be ClusterIP, NodePort, LoadBalancer or ExternalName, not "Clusterip" (did you mean ClusterIP?)',
    ],
  ],
  [
    `
metadata: { name: 9lives }
spec: { ports: [{ port: 80 }] }
`,
    [
      'manifest/name: metadata.name must be a DNS label that starts with a letter: at most 63 lower case letters, digits and "-", with a letter or digit at the end, not "9lives"',
    ],
  ],
  [
    `
metadata: { name: 9lives }
spec: { ports: [{ port: 80 }] }
`,
    [],
    36,
  ],
  [
    'spec: { selector: { "-a": b c }, ports: [{ port: 80 }] }',
    [
      'manifest/label: spec.selector has the label "-a", whose key must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/"',
      'manifest/label: spec.selector[-a] must be empty or at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, not "b c"',
    ],
  ],
  [
    'spec: { sessionAffinity: ClientIP, sessionAffinityConfig: { clientIP: { timeoutSeconds: 100000 } }, ports: [{ port: 80 }] }',
    [
      'manifest/invalid-value: spec.sessionAffinityConfig.clientIP.timeoutSeconds must be from 1 to 86400, not 100000',
    ],
  ],
  [
    'spec: { sessionAffinity: Cookie, ports: [{ port: 80 }] }',
    ['manifest/unsupported-value: spec.sessionAffinity must be ClientIP or None, not "Cookie"'],
  ],
  ['spec: { type: ExternalName, externalName: db.example.org. }', []],
  [
    'spec: { type: ExternalName }',
    ['manifest/missing-value: spec.externalName must be set for services of type ExternalName'],
  ],
  [
    'spec: { type: ExternalName, externalName: 10.0.0.1:80, clusterIP: 10.0.0.1, ipFamilies: [IPv4], ipFamilyPolicy: SingleStack }',
    [
      'manifest/forbidden-field: spec.clusterIP must not be set for services of type ExternalName',
      'manifest/forbidden-field: spec.ipFamilies must not be set for services of type ExternalName',
      'manifest/forbidden-field: spec.ipFamilyPolicy must not be set for services of type ExternalName',
      'manifest/name: spec.externalName must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "10.0.0.1:80"',
    ],
  ],
  [
    'spec: { externalIPs: [127.0.0.1, 0.0.0.0, "fe80::1", 224.0.0.1, 10.0.0.300, 203.0.113.7], ports: [{ port: 80 }] }',
    [
      'manifest/invalid-value: spec.externalIPs[0] must not be in the loopback range 127.0.0.0/8, as "127.0.0.1" is',
      'manifest/invalid-value: spec.externalIPs[1] must not be unspecified, as "0.0.0.0" is',
      'manifest/invalid-value: spec.externalIPs[2] must not be in the link-local range fe80::/10, as "fe80::1" is',
      'manifest/invalid-value: spec.externalIPs[3] must not be in the link-local multicast range 224.0.0.0/24, as "224.0.0.1" is',
      'manifest/invalid-value: spec.externalIPs[4] must be an IP address, not "10.0.0.300"',
    ],
  ],
  ['spec: { externalIPs: [203.000.113.007], ports: [{ port: 80 }] }', []],
  [
    'spec: { externalIPs: [203.000.113.007], ports: [{ port: 80 }] }',
    [
      'manifest/invalid-value: spec.externalIPs[0] must be an IP address without leading zeros and not an IPv4 in IPv6, not "203.000.113.007"',
    ],
    36,
  ],
  [
    `
metadata: { name: web, annotations: { service.kubernetes.io/topology-mode: Auto, service.kubernetes.io/topology-aware-hints: Disabled } }
spec: { ports: [{ port: 80 }] }
`,
    [
      'manifest/invalid-value: metadata.annotations[service.kubernetes.io/topology-mode] must be "Disabled", as service.kubernetes.io/topology-aware-hints is',
    ],
  ],
]);
