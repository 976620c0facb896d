import { serviceRules } from '../../../src/kubernetes/services/rules.ts';
import { testObjects } from './object-problems.ts';

testObjects(serviceRules, 'v1/Endpoints', [
  [
    'subsets: [{ addresses: [{ ip: 192.0.2.1, hostname: a, nodeName: worker-1 }], ports: [{ port: 80 }] }]',
    [],
  ],
  [
    'subsets: [{ ports: [{ port: 80 }] }]',
    ['manifest/missing-value: subsets[0].addresses must be set where notReadyAddresses is not'],
  ],
  [
    'subsets: [{ addresses: [{ ip: 127.0.0.1, hostname: A, nodeName: "" }], notReadyAddresses: [{ ip: web }] }]',
    [
      'manifest/invalid-value: subsets[0].addresses[0].ip must not be in the loopback range 127.0.0.0/8, as "127.0.0.1" is',
      'manifest/name: subsets[0].addresses[0].hostname must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "A"',
      'manifest/name: subsets[0].addresses[0].nodeName must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not ""',
      'manifest/invalid-value: subsets[0].notReadyAddresses[0].ip must be an IP address, not "web"',
    ],
  ],
  [
    'subsets: [{ addresses: [{ ip: "::ffff:127.0.0.1" }] }]',
    [
      'manifest/invalid-value: subsets[0].addresses[0].ip must not be in the loopback range 127.0.0.0/8, as "::ffff:127.0.0.1" is',
    ],
  ],
  [
    'subsets: [{ addresses: [{ ip: 192.0.2.1 }], ports: [{ port: 80 }, { port: 0, name: a, protocol: HTTP, appProtocol: "" }] }]',
    [
      'manifest/missing-value: subsets[0].ports[0].name must be set where there are several ports',
      'manifest/invalid-value: subsets[0].ports[1].port must be between 1 and 65535, not 0',
      'manifest/unsupported-value: subsets[0].ports[1].protocol must be SCTP, TCP or UDP, not "HTTP" (did you mean SCTP?)',
      'manifest/name: subsets[0].ports[1].appProtocol must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not ""',
    ],
  ],
]);

testObjects(serviceRules, 'discovery.k8s.io/v1/EndpointSlice', [
  [
    `
addressType: IPv4
endpoints: [{ addresses: [192.0.2.1], hints: { forZones: [{ name: a }] } }]
ports: [{ name: http, port: 80 }]
`,
    [],
  ],
  ['endpoints: [{ addresses: [192.0.2.1] }]', ['manifest/missing-value: addressType must be set']],
  [
    `
addressType: ipv4
endpoints: [{ addresses: [x] }]
`,
    ['manifest/unsupported-value: addressType must be FQDN, IPv4 or IPv6, not "ipv4" (did you mean IPv4?)'],
  ],
  [
    `
addressType: IPv4
endpoints: [{ addresses: [] }, { addresses: ["2001:db8::1"] }, { addresses: [169.254.1.1], nodeName: Worker, hostname: "" }]
`,
    [
      'manifest/missing-value: endpoints[0].addresses must be set',
      'manifest/invalid-value: endpoints[1].addresses[0] must be an IPv4 address, not "2001:db8::1"',
      'manifest/invalid-value: endpoints[2].addresses[0] must not be in the link-local range 169.254.0.0/16, as "169.254.1.1" is',
      'manifest/name: endpoints[2].nodeName must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "Worker"',
      'manifest/name: endpoints[2].hostname must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not ""',
    ],
  ],
  [
    `
addressType: IPv6
endpoints: [{ addresses: ["2001:DB8::1"] }]
`,
    ['manifest/invalid-value: endpoints[0].addresses[0] must be written as 2001:db8::1, not "2001:DB8::1"'],
  ],
  [
    `
addressType: IPv6
endpoints: [{ addresses: ["2001:DB8::1"] }]
`,
    [],
    32,
  ],
  [
    `
addressType: FQDN
endpoints: [{ addresses: [db.example.org., localhost] }]
`,
    [
      'manifest/invalid-value: endpoints[0].addresses[1] must be a domain in lower case with at least two parts, not "localhost"',
    ],
  ],
  [
    `
addressType: IPv4
ports: [{ name: a }, { name: a }, { protocol: tcp, appProtocol: "a b" }]
`,
    [
      'manifest/duplicate-value: ports[1].name must be unique, and "a" is there already',
      'manifest/unsupported-value: ports[2].protocol must be SCTP, TCP or UDP, not "tcp" (did you mean TCP?)',
      'manifest/name: ports[2].appProtocol must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not "a b"',
    ],
  ],
  [
    `
addressType: IPv4
endpoints: [{ addresses: [192.0.2.1], hints: { forZones: [{ name: a }, { name: a }, { name: "-" }], forNodes: [{ name: Worker }] } }]
`,
    [
      'manifest/duplicate-value: endpoints[0].hints.forZones[1].name must be unique, and "a" is there already',
      'manifest/name: endpoints[0].hints.forZones[2].name must be empty or at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, not "-"',
      'manifest/name: endpoints[0].hints.forNodes[0].name must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "Worker"',
    ],
  ],
  [
    `
addressType: IPv4
endpoints: [{ addresses: [192.0.2.1], hints: { forNodes: [{ name: Worker }] } }]
`,
    [],
    33,
  ],
  [
    `
addressType: IPv4
endpoints: [{ addresses: [192.0.2.1], hints: { forZones: [{ name: a }, { name: b }, { name: c }, { name: d }, { name: e }, { name: f }, { name: g }, { name: h }, { name: i }] } }]
`,
    ['manifest/too-many: endpoints[0].hints.forZones must have at most 8 items, not 9'],
  ],
]);
