import { policyRules } from '../../../src/kubernetes/policies/rules.ts';
import { testObjects } from '../services/object-problems.ts';

testObjects(policyRules, 'apiregistration.k8s.io/v1/APIService', [
  [
    `
metadata: { name: v1.metrics.example.org }
spec: { group: metrics.example.org, version: v1, groupPriorityMinimum: 100, versionPriority: 100, service: { name: a, namespace: b }, insecureSkipTLSVerify: true }
`,
    [],
  ],
  [
    `
metadata: { name: metrics }
spec: { version: 1x, groupPriorityMinimum: 20001, service: { port: 0 }, insecureSkipTLSVerify: true, caBundle: YQ== }
`,
    [
      'manifest/name: metadata.name must be "1x.", the version and the group',
      'manifest/missing-value: spec.group must be set unless the version is v1',
      'manifest/name: spec.version must be a DNS label that starts with a letter: at most 63 lower case letters, digits and "-", with a letter or digit at the end, not "1x"',
      'manifest/invalid-value: spec.groupPriorityMinimum must be between 1 and 20000, not 20001',
      'manifest/invalid-value: spec.versionPriority must be between 1 and 1000, not 0',
      'manifest/missing-value: spec.service.namespace must be set',
      'manifest/missing-value: spec.service.name must be set',
      'manifest/invalid-value: spec.service.port must be from 1 to 65535, not 0',
      'manifest/invalid-value: spec.insecureSkipTLSVerify must not be true where caBundle is set',
    ],
  ],
  [
    `
metadata: { name: v1. }
spec: { version: v1, groupPriorityMinimum: 1, versionPriority: 1, insecureSkipTLSVerify: true, caBundle: YQ== }
`,
    [
      'manifest/invalid-value: spec.caBundle must not be set without a service',
      'manifest/invalid-value: spec.insecureSkipTLSVerify must not be set without a service',
    ],
  ],
]);
