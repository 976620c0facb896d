import { serviceRules } from '../../../src/kubernetes/services/rules.ts';
import { testObjects } from './object-problems.ts';

testObjects(serviceRules, 'networking.k8s.io/v1/Ingress', [
  [
    'spec: { ingressClassName: nginx, rules: [{ host: "*.example.org", http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }] }',
    [],
  ],
  ['spec: {}', ['manifest/invalid-value: spec must have defaultBackend or rules']],
  [
    'spec: { rules: [{ host: 10.0.0.1 }, { host: "a*.example.org" }, { host: Example.org }, { http: { paths: [] } }] }',
    [
      'manifest/invalid-value: spec.rules[0].host must be a DNS name, not the IP address "10.0.0.1"',
      'manifest/name: spec.rules[1].host must be a wildcard domain: "*." and a DNS subdomain in lower case, not "a*.example.org"',
      'manifest/name: spec.rules[2].host must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "Example.org"',
      'manifest/missing-value: spec.rules[3].http.paths must be set',
    ],
  ],
  [
    'spec: { rules: [{ http: { paths: [{ backend: {} }, { pathType: prefix, backend: { service: { name: 1web, port: {} } } }] } }] }',
    [
      'manifest/missing-value: spec.rules[0].http.paths[0].pathType must be set',
      'manifest/unsupported-value: spec.rules[0].http.paths[1].pathType must be Exact, ImplementationSpecific or Prefix, not "prefix" (did you mean Prefix?)',
      'manifest/name: spec.rules[0].http.paths[1].backend.service.name must be a DNS label that starts with a letter: at most 63 lower case letters, digits and "-", with a letter or digit at the end, not "1web"',
      'manifest/missing-value: spec.rules[0].http.paths[1].backend.service.port must be set with a name or a number',
    ],
  ],
  ['spec: { defaultBackend: { service: { name: 1web, port: { number: 80 } } } }', [], 36],
  [
    'spec: { rules: [{ http: { paths: [{ path: a//b/.., pathType: Exact, backend: { service: { name: web, port: { name: http, number: 80 } } } }, { path: x, pathType: ImplementationSpecific, backend: { service: { port: { number: 70000 } } } }] } }] }',
    [
      'manifest/invalid-value: spec.rules[0].http.paths[0].path must be an absolute path, not "a//b/.."',
      'manifest/invalid-value: spec.rules[0].http.paths[0].path must not contain "//"',
      'manifest/invalid-value: spec.rules[0].http.paths[0].path must not end with "/.."',
      'manifest/invalid-value: spec.rules[0].http.paths[0].backend.service.port must not have both name and number',
      'manifest/invalid-value: spec.rules[0].http.paths[1].path must be an absolute path, not "x"',
      'manifest/missing-value: spec.rules[0].http.paths[1].backend.service.name must be set',
      'manifest/invalid-value: spec.rules[0].http.paths[1].backend.service.port.number must be from 1 to 65535, not 70000',
    ],
  ],
  [
    'spec: { defaultBackend: { service: { name: web, port: { name: A } }, resource: { kind: a, name: b } } }',
    ['manifest/invalid-value: spec.defaultBackend must not have both service and resource'],
  ],
  [
    'spec: { defaultBackend: { resource: { apiGroup: Example, kind: a/b, name: "" } } }',
    [
      'manifest/name: spec.defaultBackend.resource.apiGroup must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "Example"',
      'manifest/name: spec.defaultBackend.resource.kind must be a path segment: not "." or "..", without "/" and "%", not "a/b"',
      'manifest/missing-value: spec.defaultBackend.resource.name must be set',
    ],
  ],
  [
    'spec: { defaultBackend: { resource: { kind: Bucket, name: b } }, tls: [{ hosts: ["*", A], secretName: A }] }',
    [
      'manifest/name: spec.tls[0].hosts[0] must be a wildcard domain: "*." and a DNS subdomain in lower case, not "*"',
      'manifest/name: spec.tls[0].hosts[1] must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
      'manifest/name: spec.tls[0].secretName must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
    ],
  ],
  [
    `
metadata: { name: web, annotations: { kubernetes.io/ingress.class: a } }
spec: { ingressClassName: b, defaultBackend: { resource: { kind: Bucket, name: b } } }
`,
    [
      'manifest/invalid-value: metadata.annotations[kubernetes.io/ingress.class] must be "b", as spec.ingressClassName is',
    ],
  ],
]);

testObjects(serviceRules, 'networking.k8s.io/v1/IngressClass', [
  ['spec: { controller: example.org/ingress, parameters: { kind: Config, name: a } }', []],
  ['spec: {}', ['manifest/missing-value: spec.controller must be set']],
  [
    'spec: { controller: ingress, parameters: { scope: namespace } }',
    [
      'manifest/invalid-value: spec.controller must be a path behind a domain, such as example.com/controller, not "ingress"',
      'manifest/missing-value: spec.parameters.kind must be set',
      'manifest/missing-value: spec.parameters.name must be set',
      'manifest/unsupported-value: spec.parameters.scope must be Cluster or Namespace, not "namespace" (did you mean Namespace?)',
    ],
  ],
  [
    'spec: { controller: example.org/ingress, parameters: { kind: Config, name: a, scope: Namespace } }',
    ['manifest/missing-value: spec.parameters.namespace must be set where the scope is Namespace'],
  ],
  [
    'spec: { controller: example.org/ingress, parameters: { kind: Config, name: a, namespace: b } }',
    ['manifest/forbidden-field: spec.parameters.namespace must not be set where the scope is Cluster'],
  ],
]);
