import { serviceRules } from '../../../src/kubernetes/services/rules.ts';
import { testObjects } from './object-problems.ts';

testObjects(serviceRules, 'v1/Service', [
  [
    'spec: { ports: [{ port: 80 }, { port: 443 }] }',
    [
      'manifest/missing-value: spec.ports[0].name must be set where there are several ports',
      'manifest/missing-value: spec.ports[1].name must be set where there are several ports',
    ],
  ],
  [
    'spec: { ports: [{ port: 80, name: a }, { port: 81, name: a }, { port: 80, name: c, protocol: TCP }, { port: 80, name: d, protocol: UDP }] }',
    [
      'manifest/duplicate-value: spec.ports[1].name must be unique, and "a" is there already',
      'manifest/duplicate-value: spec.ports[2].port must be unique, and "80/TCP" is there already',
    ],
  ],
  [
    'spec: { ports: [{ port: 0, name: Web, protocol: tcp, targetPort: 70000, appProtocol: "http 2" }] }',
    [
      'manifest/name: spec.ports[0].name must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "Web"',
      'manifest/invalid-value: spec.ports[0].port must be between 1 and 65535, not 0',
      'manifest/unsupported-value: spec.ports[0].protocol must be SCTP, TCP or UDP, not "tcp" (did you mean TCP?)',
      'manifest/invalid-value: spec.ports[0].targetPort must be between 1 and 65535, not 70000',
      'manifest/name: spec.ports[0].appProtocol must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not "http 2"',
    ],
  ],
  [
    'spec: { ports: [{ port: 80, targetPort: no--port }] }',
    [
      'manifest/invalid-value: spec.ports[0].targetPort must be a port name: at most 15 lower case letters, digits and "-", with at least one letter, and "-" neither doubled nor at an end, not "no--port"',
    ],
  ],
  ['spec: { ports: [{ port: 80, targetPort: "" }] }', []],
  [
    'spec: { ports: [{ port: 80, nodePort: 30080 }] }',
    ['manifest/forbidden-field: spec.ports[0].nodePort must not be set for services of type ClusterIP'],
  ],
  [
    'spec: { type: NodePort, ports: [{ port: 80, nodePort: 80 }] }',
    [
      'manifest/invalid-value: spec.ports[0].nodePort must be between 30000 and 32767, unless kube-apiserver has another range of node ports, not 80',
    ],
  ],
  [
    'spec: { type: NodePort, ports: [{ port: 80, name: a, nodePort: 30080 }, { port: 81, name: b, nodePort: 30080, protocol: UDP }] }',
    ['manifest/duplicate-value: spec.ports[1].nodePort must be unique, and "30080" is there already'],
  ],
  [
    'spec: { type: NodePort, ports: [{ port: 53, name: a, nodePort: 30053 }, { port: 53, name: b, nodePort: 30053, protocol: UDP }] }',
    [],
  ],
  [
    'spec: { type: ExternalName, externalName: a, ports: [{ port: 80, name: a, nodePort: 80 }, { port: 81, name: b, nodePort: 80 }] }',
    ['manifest/duplicate-value: spec.ports[1].nodePort must be unique, and "80" is there already'],
  ],
]);
