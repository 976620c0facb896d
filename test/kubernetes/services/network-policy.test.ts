import { serviceRules } from '../../../src/kubernetes/services/rules.ts';
import { testObjects } from './object-problems.ts';

testObjects(serviceRules, 'networking.k8s.io/v1/NetworkPolicy', [
  [
    'spec: { podSelector: {}, ingress: [{ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { a: b } } }], ports: [{ port: 8000, endPort: 9000 }, { port: http }] }] }',
    [],
  ],
  [
    'spec: { podSelector: { matchExpressions: [{ key: a, operator: In }] }, policyTypes: [ingress, Egress, Egress] }',
    [
      'manifest/missing-value: spec.podSelector.matchExpressions[0].values must be set for the operator In',
      'manifest/invalid-value: spec.policyTypes must have at most two items',
    ],
  ],
  [
    'spec: { podSelector: {}, policyTypes: [ingress] }',
    [
      'manifest/unsupported-value: spec.policyTypes[0] must be Ingress or Egress, not "ingress" (did you mean Ingress?)',
    ],
  ],
  [
    'spec: { podSelector: {}, egress: [{ to: [{}, { podSelector: {}, ipBlock: { cidr: 10.0.0.0/8 } }, { ipBlock: {} }, { ipBlock: { cidr: 10.0.0.1 } }] }] }',
    [
      'manifest/missing-value: spec.egress[0].to[0] must be set with podSelector, namespaceSelector or ipBlock',
      'manifest/forbidden-field: spec.egress[0].to[1].ipBlock must not be set together with a selector',
      'manifest/missing-value: spec.egress[0].to[2].ipBlock.cidr must be set',
      'manifest/invalid-value: spec.egress[0].to[3].ipBlock.cidr must be a network such as 10.0.0.0/8, not "10.0.0.1"',
    ],
  ],
  [
    'spec: { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16, 10.0.0.0/8, 11.0.0.0/16, "2001:db8::/48", x] } }] }] }',
    [
      'manifest/invalid-value: spec.egress[0].to[0].ipBlock.except[1] must lie in "10.0.0.0/8" and be smaller, but is "10.0.0.0/8"',
      'manifest/invalid-value: spec.egress[0].to[0].ipBlock.except[2] must lie in "10.0.0.0/8" and be smaller, but is "11.0.0.0/16"',
      'manifest/invalid-value: spec.egress[0].to[0].ipBlock.except[3] must lie in "10.0.0.0/8" and be smaller, but is "2001:db8::/48"',
      'manifest/invalid-value: spec.egress[0].to[0].ipBlock.except[4] must be a network such as 10.0.0.0/8, not "x"',
    ],
  ],
  ['spec: { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 10.1.2.3/8 } }] }] }', []],
  [
    'spec: { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 10.1.2.3/8 } }] }] }',
    [
      'manifest/invalid-value: spec.egress[0].to[0].ipBlock.cidr must be a network without leading zeros and bits of a host, not "10.1.2.3/8"',
    ],
    36,
  ],
  [
    'spec: { podSelector: {}, ingress: [{ ports: [{ port: 0, endPort: 70000 }, { port: 80, endPort: 79 }, { port: http, endPort: 80 }, { endPort: 80 }, { protocol: ICMP, port: Web }] }] }',
    [
      'manifest/invalid-value: spec.ingress[0].ports[0].port must be between 1 and 65535, not 0',
      'manifest/invalid-value: spec.ingress[0].ports[0].endPort must be between 1 and 65535, not 70000',
      'manifest/invalid-value: spec.ingress[0].ports[1].endPort must not be less than port, which is 80',
      'manifest/invalid-value: spec.ingress[0].ports[2].endPort must only be set where port is a number',
      'manifest/invalid-value: spec.ingress[0].ports[3].endPort must only be set where port is a number',
      'manifest/unsupported-value: spec.ingress[0].ports[4].protocol must be SCTP, TCP or UDP, not "ICMP" (did you mean SCTP?)',
      'manifest/invalid-value: spec.ingress[0].ports[4].port must be a port name: at most 15 lower case letters, digits and "-", with at least one letter, and "-" neither doubled nor at an end, not "Web"',
    ],
  ],
]);

testObjects(serviceRules, 'networking.k8s.io/v1/ServiceCIDR', [
  ['spec: { cidrs: [10.97.0.0/16, "fd00:97::/112"] }', []],
  ['spec: {}', ['manifest/missing-value: spec.cidrs must be set']],
  [
    'spec: { cidrs: [10.97.0.1/16, "FD00:97::/112"] }',
    [
      'manifest/invalid-value: spec.cidrs[0] must be a network in its usual form, such as 10.0.0.0/8 or 2001:db8::/64, not "10.97.0.1/16"',
      'manifest/invalid-value: spec.cidrs[1] must be a network in its usual form, such as 10.0.0.0/8 or 2001:db8::/64, not "FD00:97::/112"',
    ],
  ],
  [
    'spec: { cidrs: [10.97.0.0/16, 10.98.0.0/16] }',
    ['manifest/invalid-value: spec.cidrs must have at most one network of each IP family'],
  ],
]);

testObjects(serviceRules, 'networking.k8s.io/v1/IPAddress', [
  [
    `
metadata: { name: 2001-db8--1 }
spec: { parentRef: { resource: services, name: web } }
`,
    [
      'manifest/name: metadata.name must be an IP address as it is printed, such as 10.0.0.1 or 2001:db8::1, not "2001-db8--1"',
    ],
  ],
  [
    `
metadata: { name: 10.96.0.5 }
spec: { parentRef: { group: A, name: a/b, namespace: ".." } }
`,
    [
      'manifest/name: spec.parentRef.group must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
      'manifest/missing-value: spec.parentRef.resource must be set',
      'manifest/name: spec.parentRef.name must be a path segment: not "." or "..", without "/" and "%", not "a/b"',
      'manifest/name: spec.parentRef.namespace must be a path segment: not "." or "..", without "/" and "%", not ".."',
    ],
  ],
  [
    `
metadata: { name: 10.96.0.5 }
spec: {}
`,
    ['manifest/missing-value: spec.parentRef must be set'],
  ],
]);
