import { testPods } from './pod-problems.ts';

testPods('probes and hooks', [
  [
    'containers: [{ name: web, image: nginx, livenessProbe: { httpGet: { port: http } }, readinessProbe: { grpc: { port: 80 }, successThreshold: 3 }, lifecycle: { preStop: { sleep: { seconds: 0 } } } }]',
    [],
  ],
  [
    'containers: [{ name: web, image: nginx, livenessProbe: {}, startupProbe: { exec: {}, tcpSocket: { port: 1 } } }]',
    [
      'manifest/missing-value: spec.containers[0].livenessProbe must be set to one of exec, httpGet, tcpSocket or grpc',
      'manifest/missing-value: spec.containers[0].startupProbe.exec.command must be set',
      'manifest/forbidden-field: spec.containers[0].startupProbe.tcpSocket must not be set beside exec',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, livenessProbe: { tcpSocket: { port: "80" }, periodSeconds: -1, successThreshold: 2 } }]',
    [
      'manifest/name: spec.containers[0].livenessProbe.tcpSocket.port must be a port name: at most 15 lower case letters, digits and "-", with at least one letter, and "-" neither doubled nor at an end, not "80" (write 80 without quotes)',
      'manifest/invalid-value: spec.containers[0].livenessProbe.periodSeconds must not be negative',
      'manifest/invalid-value: spec.containers[0].livenessProbe.successThreshold must be 1',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, livenessProbe: { httpGet: { port: 0, scheme: http, httpHeaders: [{ name: "a b" }] }, terminationGracePeriodSeconds: 0 } }]',
    [
      "manifest/invalid-value: spec.containers[0].livenessProbe.httpGet.port must be a port from 1 to 65535, or a port's name",
      'manifest/unsupported-value: spec.containers[0].livenessProbe.httpGet.scheme must be HTTP or HTTPS, not "http" (did you mean HTTP?)',
      'manifest/invalid-value: spec.containers[0].livenessProbe.httpGet.httpHeaders[0].name must be the name of a header: letters, digits and "-"',
      'manifest/invalid-value: spec.containers[0].livenessProbe.terminationGracePeriodSeconds must be greater than 0',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, readinessProbe: { grpc: { port: 70000 }, terminationGracePeriodSeconds: 5 } }]',
    [
      'manifest/invalid-value: spec.containers[0].readinessProbe.grpc.port must be a port from 1 to 65535, not 70000',
      'manifest/invalid-value: spec.containers[0].readinessProbe.terminationGracePeriodSeconds must not be set in a readiness probe',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, lifecycle: { postStart: {}, preStop: { sleep: { seconds: 31 } } } }]',
    [
      'manifest/missing-value: spec.containers[0].lifecycle.postStart must be set to one of exec, httpGet, tcpSocket or sleep',
      'manifest/invalid-value: spec.containers[0].lifecycle.preStop.sleep.seconds must be from 0 to terminationGracePeriodSeconds, 30',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, lifecycle: { preStop: { sleep: { seconds: 0 } } } }]',
    [
      'manifest/invalid-value: spec.containers[0].lifecycle.preStop.sleep.seconds must be from 1 to terminationGracePeriodSeconds, 30',
    ],
    { minor: 32 },
  ],
]);
