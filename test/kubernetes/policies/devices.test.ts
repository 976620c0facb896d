import { policyRules } from '../../../src/kubernetes/policies/rules.ts';
import { testObjects } from '../services/object-problems.ts';

testObjects(policyRules, 'resource.k8s.io/v1/DeviceClass', [
  [
    `spec: { selectors: [{ cel: { expression: 'device.driver == "a" && device.attributes["a"].fast' } }], config: [{ opaque: { driver: a, parameters: { x: 1 } } }] }`,
    [],
  ],
  [
    'spec: { selectors: [{}, { cel: { expression: device.drivers } }, { cel: { expression: device.driver } }], config: [{}, { opaque: { driver: A_ } }] }',
    [
      'manifest/missing-value: spec.selectors[0].cel must be set',
      "manifest/invalid-value: spec.selectors[1].cel.expression must be a valid CEL expression: undefined field 'drivers'",
      'manifest/invalid-value: spec.selectors[2].cel.expression must give bool, not string',
      'manifest/missing-value: spec.config[0].opaque must be set',
      'manifest/name: spec.config[1].opaque.driver must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "a_"',
      'manifest/missing-value: spec.config[1].opaque.parameters must be set',
    ],
  ],
  ['spec: { extendedResourceName: cpu }', []],
  [
    'spec: { extendedResourceName: cpu }',
    [
      'manifest/invalid-value: spec.extendedResourceName must be an extended resource, such as example.com/gpu, not "cpu"',
    ],
    36,
  ],
  ['spec: { selectors: [{ cel: { expression: device.allowMultipleAllocations } }] }', [], 36],
]);

testObjects(policyRules, 'resource.k8s.io/v1/ResourceClaim', [
  [
    'spec: { devices: { requests: [{ name: gpu, exactly: { deviceClassName: gpu.example.com } }], constraints: [{ requests: [gpu], matchAttribute: example.com/numa }], config: [{ requests: [gpu], opaque: { driver: a, parameters: {} } }] } }',
    [],
  ],
  [
    'spec: { devices: { requests: [{ name: A }, { name: b, exactly: { allocationMode: Some }, firstAvailable: [{ name: c, deviceClassName: d }, { name: c, deviceClassName: d, allocationMode: All, count: 1 }] }, { name: b, exactly: { deviceClassName: d, count: -1, tolerations: [{ operator: Exists, value: a, effect: Never }] } }] } }',
    [
      'manifest/name: spec.devices.requests[0].name must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "A"',
      'manifest/missing-value: spec.devices.requests[0] must be set with exactly or firstAvailable',
      'manifest/duplicate-value: spec.devices.requests[1].firstAvailable[1].name must be unique, and "c" is there already',
      'manifest/invalid-value: spec.devices.requests[1].firstAvailable[1].count must not be set for the mode All',
      'manifest/missing-value: spec.devices.requests[1].exactly.deviceClassName must be set',
      'manifest/unsupported-value: spec.devices.requests[1].exactly.allocationMode must be All or ExactCount, not "Some"',
      'manifest/invalid-value: spec.devices.requests[1] must not have both exactly and firstAvailable',
      'manifest/invalid-value: spec.devices.requests[2].exactly.count must be greater than 0, not -1',
      'manifest/invalid-value: spec.devices.requests[2].exactly.tolerations[0].value must be empty for the operator Exists',
      'manifest/unsupported-value: spec.devices.requests[2].exactly.tolerations[0].effect must be NoExecute or NoSchedule, not "Never"',
      'manifest/duplicate-value: spec.devices.requests[2].name must be unique, and "b" is there already',
    ],
  ],
  [
    'spec: { devices: { requests: [{ name: gpu, exactly: { deviceClassName: gpu.example.com } }], constraints: [{ requests: [gpu, gpu, nic] }, { matchAttribute: numa }, { distinctAttribute: example.com/1 }], config: [{ requests: [gpu/big] }] } }',
    [
      'manifest/duplicate-value: spec.devices.constraints[0].requests[1] must be unique, and "gpu" is there already',
      'manifest/invalid-value: spec.devices.constraints[0].requests[2] must name a request of the claim, and there is no "nic"',
      'manifest/missing-value: spec.devices.constraints[0].matchAttribute must be set',
      'manifest/invalid-value: spec.devices.constraints[1].matchAttribute must be a name behind a domain, not "numa"',
      'manifest/invalid-value: spec.devices.constraints[2].distinctAttribute must end with an identifier, not "example.com/1"',
      'manifest/invalid-value: spec.devices.config[0].requests[0] must name a request of the claim, and there is no "gpu/big"',
      'manifest/missing-value: spec.devices.config[0].opaque must be set',
    ],
  ],
]);

testObjects(policyRules, 'resource.k8s.io/v1/ResourceClaimTemplate', [
  [
    'spec: { metadata: { labels: { a: b } }, spec: { devices: { requests: [{ name: gpu, exactly: { deviceClassName: gpu.example.com } }] } } }',
    [],
  ],
  [
    'spec: { metadata: { name: a }, spec: { devices: { requests: [{ name: gpu }] } } }',
    [
      'manifest/forbidden-field: spec.metadata.name must not be set: only labels and annotations are copied',
      'manifest/missing-value: spec.spec.devices.requests[0] must be set with exactly or firstAvailable',
    ],
  ],
]);
