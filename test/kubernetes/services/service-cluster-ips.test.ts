import { serviceRules } from '../../../src/kubernetes/services/rules.ts';
import { testObjects } from './object-problems.ts';

testObjects(serviceRules, 'v1/Service', [
  [
    'spec: { clusterIP: 10.96.0.9, clusterIPs: [10.96.0.9, "fd00::9"], ipFamilies: [IPv4, IPv6], ipFamilyPolicy: RequireDualStack, ports: [{ port: 80 }] }',
    [],
  ],
  [
    'spec: { clusterIPs: [10.96.0.9], ports: [{ port: 80 }] }',
    ['manifest/invalid-value: spec.clusterIPs must only be set together with clusterIP'],
  ],
  [
    'spec: { clusterIP: 10.96.0.9, clusterIPs: [10.96.0.8], ports: [{ port: 80 }] }',
    ['manifest/invalid-value: spec.clusterIPs must start with "10.96.0.9", the value of clusterIP'],
  ],
  [
    'spec: { clusterIP: none, ports: [{ port: 80 }] }',
    ['manifest/invalid-value: spec.clusterIP must be an IP address, not "none"'],
  ],
  [
    'spec: { type: NodePort, clusterIP: None, ports: [{ port: 80 }] }',
    ['manifest/invalid-value: spec.clusterIP must not be None for services of type NodePort'],
  ],
  [
    'spec: { clusterIP: None, clusterIPs: [None, 10.96.0.9], ipFamilyPolicy: PreferDualStack, ports: [{ port: 80 }] }',
    ['manifest/invalid-value: spec.clusterIPs must hold None alone'],
  ],
  [
    'spec: { clusterIP: 10.96.0.9, clusterIPs: [10.96.0.9, 10.96.0.10], ipFamilyPolicy: PreferDualStack, ports: [{ port: 80 }] }',
    ['manifest/invalid-value: spec.clusterIPs must hold one address of each IP family at most'],
  ],
  [
    'spec: { clusterIP: 10.96.0.9, ipFamilies: [IPv6], ports: [{ port: 80 }] }',
    ['manifest/invalid-value: spec.clusterIP must be an IPv6 address, as ipFamilies[0] says'],
  ],
  [
    'spec: { ipFamilies: [IPv4, IPv6], ports: [{ port: 80 }] }',
    [
      'manifest/invalid-value: spec.ipFamilyPolicy must be RequireDualStack or PreferDualStack for several IP families',
    ],
  ],
  ['spec: { clusterIP: None, ipFamilies: [IPv4, IPv6], ports: [{ port: 80 }] }', []],
  [
    'spec: { ipFamilies: [IPv4, IPv4], ipFamilyPolicy: DualStack, ports: [{ port: 80 }] }',
    [
      'manifest/duplicate-value: spec.ipFamilies[1] must be unique, and "IPv4" is there already',
      'manifest/unsupported-value: spec.ipFamilyPolicy must be PreferDualStack, RequireDualStack or SingleStack, not "DualStack"',
    ],
  ],
  [
    'spec: { clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, "fd00::1", "fd00::2"], ipFamilyPolicy: PreferDualStack, ports: [{ port: 80 }] }',
    ['manifest/invalid-value: spec.clusterIPs must hold at most 2 addresses'],
  ],
]);
