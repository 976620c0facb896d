import type { Mutators } from './mutation.ts';
import { appending, setting } from './setting.ts';

/** Services, slices, ingresses and network policies. */
export const serviceMutators: Mutators = {
  'service-type': setting(['Service.spec'], {
    type: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName', 'Headless', 'clusterIP', ''],
    clusterIP: ['None', '', '10.96.0.20', 'none', '10.96.0.300', '2001:db8::1'],
    clusterIPs: [['10.96.0.20'], ['None'], [], ['10.96.0.10', '10.96.0.11'], ['10.96.0.10', 'fd00:10:96::1']],
    externalName: ['db.example.com', 'db.example.com.', '10.0.0.1', 'Bad_Name', ''],
  }),
  'service-traffic': setting(['Service.spec'], {
    externalTrafficPolicy: ['Local', 'Cluster', 'local', ''],
    internalTrafficPolicy: ['Local', 'Cluster', 'Node'],
    sessionAffinity: ['ClientIP', 'None', 'Cookie', ''],
    sessionAffinityConfig: [
      { clientIP: { timeoutSeconds: 100 } },
      { clientIP: { timeoutSeconds: 0 } },
      { clientIP: { timeoutSeconds: 86_401 } },
      { clientIP: {} },
      {},
    ],
    healthCheckNodePort: [30_001, 80, 0],
    trafficDistribution: ['PreferClose', 'PreferSameNode', 'Random'],
    publishNotReadyAddresses: [true, 'true'],
  }),
  'service-balancer': setting(['Service.spec'], {
    loadBalancerIP: ['1.2.3.4', 'x'],
    loadBalancerClass: ['example.com/x', 'x', 'Bad Class!'],
    loadBalancerSourceRanges: [['10.0.0.0/8'], ['10.0.0.0'], [' 10.0.0.0/8 '], []],
    allocateLoadBalancerNodePorts: [false, true],
    externalIPs: [['1.2.3.4'], ['127.0.0.1'], ['x'], ['0.0.0.0']],
    ipFamilies: [['IPv4'], ['IPv6'], ['IPv4', 'IPv6'], ['IPv4', 'IPv4'], ['ipv4'], []],
    ipFamilyPolicy: ['SingleStack', 'PreferDualStack', 'RequireDualStack', 'DualStack'],
    selector: [{ app: 'x' }, {}, null, { matchLabels: { app: 'x' } }, { 'bad key!': 'x' }],
    ports: [
      [],
      [{ port: 80 }, { port: 81 }],
      [{ port: 80 }],
      [
        { name: 'a', port: 80 },
        { name: 'b', port: 80 },
      ],
      [
        { name: 'a', port: 80 },
        { name: 'b', port: 80, protocol: 'UDP' },
      ],
    ],
  }),
  'slice-fields': setting(['endpoints[]'], {
    addresses: [
      [],
      ['10.0.0.1', '10.0.0.1'],
      ['x'],
      ['127.0.0.1'],
      ['2001:db8::1'],
      ['a.example.com'],
      '10.0.0.1',
    ],
    hostname: ['h', 'Bad', 'a.b'],
    nodeName: ['n', 'Bad_Node'],
    zone: ['z', 'a b'],
    hints: [{ forZones: [{ name: 'z' }] }, { forZones: [{ name: 'z' }, { name: 'z' }] }, {}],
    deprecatedTopology: [{ 'kubernetes.io/hostname': 'x' }, { 'bad key!': 'x' }],
    conditions: [{}, { ready: 'true' }, { healthy: true }],
  }),
  'ingress-rules': setting(['rules[]'], {
    host: [
      'a.example.com',
      '*.example.com',
      '*',
      '*.*.example.com',
      'A.example.com',
      '10.0.0.1',
      'a.example.com:80',
      '-x.com',
      '',
    ],
    http: [
      {},
      { paths: [] },
      { paths: [{ path: '/', backend: { service: { name: 'x', port: { number: 80 } } } }] },
    ],
  }),
  'ingress-paths': setting(['paths[]'], {
    path: ['/', 'x', '', '/a/../b', '//', '/a/./b', '/%2f', '/a b', '/*', '/[a-z]+'],
    pathType: ['Prefix', 'Exact', 'ImplementationSpecific', 'prefix', 'Regex', null],
    backend: [{ service: { name: 'x', port: { number: 0 } } }, { serviceName: 'x', servicePort: 80 }, {}],
  }),
  'ingress-fields': setting(['Ingress.spec'], {
    ingressClassName: ['nginx', 'Bad Class', ''],
    tls: [[{ hosts: ['*.example.com'] }], [{ hosts: ['BAD'] }], [{ secretName: 'Bad_Name' }], [{}], []],
    rules: [[], [{}], null],
    backend: [{ serviceName: 'x', servicePort: 80 }],
  }),
  'network-policy-fields': setting(['NetworkPolicy.spec'], {
    policyTypes: [['Ingress'], ['Egress'], ['ingress'], ['Ingress', 'Egress', 'Egress'], [], ['Both']],
    podSelector: [{}, null, { matchLabels: { a: 'b' } }, { app: 'x' }],
    ingress: [[], [{}], [{ from: [{}] }], [{ from: [] }], null],
    egress: [
      [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.169.254/32'] } }] }],
      [{ ports: [{ port: 53 }] }],
    ],
  }),
  'policy-rules-added': appending('ingress', [
    { from: [{ podSelector: {}, ipBlock: { cidr: '10.0.0.0/8' } }] },
    { ports: [{ port: 'http', endPort: 90 }] },
    { ports: [{ port: 90, endPort: 80 }] },
    { to: [] },
  ]),
};
