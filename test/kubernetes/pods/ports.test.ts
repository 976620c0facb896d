import { testPods } from './pod-problems.ts';

testPods('ports', [
  [
    'containers: [{ name: web, image: nginx, ports: [{ name: http, containerPort: 80 }, { name: dns, containerPort: 53, protocol: UDP, hostPort: 53 }] }]',
    [],
  ],
  [
    'containers: [{ name: web, image: nginx, ports: [{ name: HTTP, containerPort: 0 }, { name: long-name-of-port, containerPort: 70000, hostPort: -1, protocol: tcp }] }]',
    [
      'manifest/name: spec.containers[0].ports[0].name must be a port name: at most 15 lower case letters, digits and "-", with at least one letter, and "-" neither doubled nor at an end, not "HTTP"',
      'manifest/missing-value: spec.containers[0].ports[0].containerPort must be set',
      'manifest/name: spec.containers[0].ports[1].name must be a port name: at most 15 lower case letters, digits and "-", with at least one letter, and "-" neither doubled nor at an end, not "long-name-of-port"',
      'manifest/invalid-value: spec.containers[0].ports[1].containerPort must be a port from 1 to 65535, not 70000',
      'manifest/invalid-value: spec.containers[0].ports[1].hostPort must be a port from 1 to 65535, not -1',
      'manifest/unsupported-value: spec.containers[0].ports[1].protocol must be TCP, UDP or SCTP, not "tcp" (did you mean TCP?)',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, ports: [{ name: a, containerPort: 1 }, { name: a, containerPort: 2 }] }]',
    ['manifest/duplicate-value: spec.containers[0].ports[1].name must be unique, and "a" is there already'],
  ],
  [
    `
containers:
- { name: a, image: a, ports: [{ containerPort: 1, hostPort: 80 }] }
- { name: b, image: b, ports: [{ containerPort: 2, hostPort: 80 }, { containerPort: 3, hostPort: 80, protocol: UDP }] }
`,
    [
      'manifest/duplicate-value: spec.containers[1].ports[0].hostPort must be unique, and 80/TCP is taken already',
    ],
  ],
  [
    `
hostNetwork: true
containers:
- { name: a, image: a, ports: [{ containerPort: 80, hostPort: 81 }] }
- { name: b, image: b, ports: [{ containerPort: 81 }] }
`,
    [
      'manifest/duplicate-value: spec.containers[1].ports[0].hostPort must be unique, and 81/TCP is taken already',
      'manifest/invalid-value: spec.containers[0].ports[0].hostPort must be containerPort, 80, with hostNetwork',
    ],
  ],
  [
    `
hostNetwork: true
containers:
- { name: a, image: a, ports: [{ containerPort: 80 }] }
- { name: b, image: b, ports: [{ containerPort: 80 }] }
`,
    [],
    { template: true },
  ],
]);
