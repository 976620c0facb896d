import { testPods } from './pod-problems.ts';

testPods('containers', [
  ['containers: [{ name: web, image: nginx, imagePullPolicy: Always, terminationMessagePolicy: File }]', []],
  ['containers: []', ['manifest/missing-value: spec.containers must be set']],
  [
    'containers: [{ name: Web }]',
    [
      'manifest/name: spec.containers[0].name must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "Web"',
      'manifest/missing-value: spec.containers[0].image must be set',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, imagePullPolicy: Allways, terminationMessagePolicy: Stdout }]',
    [
      'manifest/unsupported-value: spec.containers[0].terminationMessagePolicy must be File or FallbackToLogsOnError, not "Stdout"',
      'manifest/unsupported-value: spec.containers[0].imagePullPolicy must be Always, IfNotPresent or Never, not "Allways" (did you mean Always?)',
    ],
  ],
  [
    `
containers: [{ name: web, image: ' nginx' }]
`,
    ['manifest/invalid-value: spec.containers[0].image must not have white space at its start or end'],
  ],
  [
    `
containers: [{ name: web, image: ' nginx' }]
`,
    [],
    { template: true },
  ],
  [
    `
containers: [{ name: web, image: a }, { name: web, image: b }]
initContainers: [{ name: web, image: c }]
`,
    [
      'manifest/duplicate-value: spec.containers[1].name must be unique, and "web" is there already',
      'manifest/duplicate-value: spec.initContainers[0].name must be unique, and "web" is there already',
    ],
  ],
  [
    'initContainers: [{ name: init, image: a, livenessProbe: { exec: { command: [a] } }, lifecycle: {} }]',
    [
      'manifest/forbidden-field: spec.initContainers[0].lifecycle may be set in init containers with restartPolicy: Always only',
      'manifest/forbidden-field: spec.initContainers[0].livenessProbe may be set in init containers with restartPolicy: Always only',
    ],
  ],
  [
    'initContainers: [{ name: side, image: a, restartPolicy: Always, livenessProbe: { exec: { command: [a] } } }]',
    [],
  ],
  [
    'initContainers: [{ name: init, image: a, restartPolicy: Never }]',
    ['manifest/unsupported-value: spec.initContainers[0].restartPolicy must be Always, not "Never"'],
    { minor: 33 },
  ],
  ['initContainers: [{ name: init, image: a, restartPolicy: Never }]', []],
  [
    'containers: [{ name: web, image: nginx, restartPolicy: Sometimes }]',
    [
      'manifest/unsupported-value: spec.containers[0].restartPolicy must be Always, Never or OnFailure, not "Sometimes"',
    ],
    { minor: 35 },
  ],
  [
    'containers: [{ name: web, image: nginx, restartPolicy: OnFailure, restartPolicyRules: [{ action: Stop }] }]',
    [
      'manifest/unsupported-value: spec.containers[0].restartPolicyRules[0].action must be Restart, not "Stop"',
      'manifest/missing-value: spec.containers[0].restartPolicyRules[0].exitCodes must be set',
    ],
    { minor: 35 },
  ],
  [
    'containers: [{ name: web, image: nginx, restartPolicyRules: [{ action: RestartAllContainers, exitCodes: { operator: Is, values: [1] } }] }]',
    [
      'manifest/missing-value: spec.containers[0].restartPolicy must be set beside restartPolicyRules',
      'manifest/unsupported-value: spec.containers[0].restartPolicyRules[0].exitCodes.operator must be In or NotIn, not "Is" (did you mean In?)',
    ],
    { minor: 36 },
  ],
  [
    'containers: [{ name: web, image: nginx, resizePolicy: [{ resourceName: disk, restartPolicy: NotRequired }, { resourceName: cpu }, { resourceName: cpu, restartPolicy: NotRequired }] }]',
    [
      'manifest/unsupported-value: spec.containers[0].resizePolicy[0].resourceName must be cpu or memory, not "disk"',
      'manifest/missing-value: spec.containers[0].resizePolicy[1].restartPolicy must be set',
      'manifest/duplicate-value: spec.containers[0].resizePolicy[2].resourceName must be unique, and "cpu" is there already',
    ],
  ],
  ['containers: [{ name: web, image: nginx, resizePolicy: [{ resourceName: disk }] }]', [], { minor: 32 }],
  [
    `
restartPolicy: Never
containers: [{ name: web, image: nginx, resizePolicy: [{ resourceName: cpu, restartPolicy: RestartContainer }] }]
`,
    [
      'manifest/invalid-value: spec.containers[0].resizePolicy[0].restartPolicy must be NotRequired in a pod with restartPolicy: Never',
    ],
  ],
  [
    'ephemeralContainers: [{ name: debug, image: a }]',
    [
      'manifest/forbidden-field: spec.ephemeralContainers must not be set: ephemeral containers are added to running pods',
    ],
  ],
]);
