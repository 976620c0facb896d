import { serviceRules } from '../../../src/kubernetes/services/rules.ts';
import { testObjects } from './object-problems.ts';

testObjects(serviceRules, 'v1/Service', [
  [
    'spec: { type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 31000, internalTrafficPolicy: Local, ports: [{ port: 80 }] }',
    [],
  ],
  [
    'spec: { externalTrafficPolicy: Local, ports: [{ port: 80 }] }',
    [
      'manifest/invalid-value: spec.externalTrafficPolicy must only be set for services that can be reached from outside',
    ],
  ],
  ['spec: { externalTrafficPolicy: Local, externalIPs: [203.0.113.7], ports: [{ port: 80 }] }', []],
  [
    'spec: { type: NodePort, externalTrafficPolicy: local, internalTrafficPolicy: "", ports: [{ port: 80 }] }',
    [
      'manifest/unsupported-value: spec.externalTrafficPolicy must be Cluster or Local, not "local" (did you mean Local?)',
      'manifest/unsupported-value: spec.internalTrafficPolicy must be Cluster or Local, not ""',
    ],
  ],
  [
    'spec: { type: NodePort, healthCheckNodePort: 31000, ports: [{ port: 80 }] }',
    [
      'manifest/invalid-value: spec.healthCheckNodePort must only be set for type LoadBalancer with externalTrafficPolicy Local',
    ],
  ],
  [
    'spec: { type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 10256, ports: [{ port: 80 }] }',
    [
      'manifest/invalid-value: spec.healthCheckNodePort must be between 30000 and 32767, unless kube-apiserver has another range of node ports, not 10256',
    ],
  ],
  ['spec: { trafficDistribution: PreferSameNode, ports: [{ port: 80 }] }', []],
  [
    'spec: { trafficDistribution: PreferSameNode, ports: [{ port: 80 }] }',
    ['manifest/unsupported-value: spec.trafficDistribution must be PreferClose, not "PreferSameNode"'],
    33,
  ],
  [
    'spec: { type: LoadBalancer, loadBalancerSourceRanges: [" 10.0.0.0/8 ", 10.0.0.0/40], loadBalancerClass: a/b/c, ports: [{ port: 80 }] }',
    [
      'manifest/invalid-value: spec.loadBalancerSourceRanges[1] must be a network such as 10.0.0.0/8, not "10.0.0.0/40"',
      'manifest/name: spec.loadBalancerClass must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/", not "a/b/c"',
    ],
  ],
  [
    'spec: { loadBalancerSourceRanges: [10.0.0.0/8], loadBalancerClass: example.org/lb, allocateLoadBalancerNodePorts: false, ports: [{ port: 80 }] }',
    [
      'manifest/forbidden-field: spec.loadBalancerSourceRanges must not be set unless the type is LoadBalancer',
      'manifest/forbidden-field: spec.allocateLoadBalancerNodePorts must not be set unless the type is LoadBalancer',
      'manifest/forbidden-field: spec.loadBalancerClass must not be set unless the type is LoadBalancer',
    ],
  ],
  [
    `
metadata: { name: web, annotations: { service.beta.kubernetes.io/load-balancer-source-ranges: "10.0.0.0/8, 10.0.0.1" } }
spec: { type: LoadBalancer, ports: [{ port: 80 }] }
`,
    [
      'manifest/invalid-value: metadata.annotations[service.beta.kubernetes.io/load-balancer-source-ranges] must be a network such as 10.0.0.0/8, not "10.0.0.1"',
    ],
  ],
  [
    `
metadata: { name: web, annotations: { service.beta.kubernetes.io/load-balancer-source-ranges: "" } }
spec: { ports: [{ port: 80 }] }
`,
    [
      'manifest/forbidden-field: metadata.annotations[service.beta.kubernetes.io/load-balancer-source-ranges] must not be set unless the type is LoadBalancer',
    ],
  ],
]);
