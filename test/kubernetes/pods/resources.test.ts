import { testPods } from './pod-problems.ts';

testPods('resources', [
  [
    'containers: [{ name: web, image: nginx, resources: { limits: { cpu: 1, memory: 1Gi, example.com/gpu: 1 }, requests: { cpu: 100m, memory: 1Mi } } }]',
    [],
  ],
  [
    'containers: [{ name: web, image: nginx, resources: { limits: { cpu: 100m }, requests: { cpu: 1 } } }]',
    [
      'manifest/invalid-value: spec.containers[0].resources.requests.cpu must be at most the limit "100m", not 1',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, resources: { limits: { gpu: 1, cpu: two, memory: -1 }, requests: { storage: 1Gi } } }]',
    [
      'manifest/name: spec.containers[0].resources.limits.gpu must be cpu, memory, ephemeral-storage, hugepages-<size> or a resource with a domain, example.com/gpu, not "gpu"',
      'manifest/quantity: spec.containers[0].resources.limits.cpu must be a quantity such as 100m, 2 or 64Mi, not "two"',
      'manifest/invalid-value: spec.containers[0].resources.limits.memory must not be negative',
      'manifest/name: spec.containers[0].resources.requests.storage must be cpu, memory, ephemeral-storage, hugepages-<size> or a resource with a domain, example.com/gpu, not "storage"',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, resources: { limits: { example.com/gpu: 500m }, requests: { example.com/gpu: 1, example.com/tpu: 1 } } }]',
    [
      'manifest/invalid-value: spec.containers[0].resources.limits[example.com/gpu] must be a whole number',
      'manifest/invalid-value: spec.containers[0].resources.requests[example.com/gpu] must be exactly the limit "500m", not 1',
      'manifest/missing-value: spec.containers[0].resources.limits[example.com/tpu] must be set where it is requested',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, resources: { limits: { hugepages-2Mi: 3Mi } } }]',
    [
      'manifest/invalid-value: spec.containers[0].resources.limits.hugepages-2Mi must be a multiple of the size of a page',
      'manifest/forbidden-field: spec.containers[0].resources must have cpu or memory beside huge pages',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, resources: { limits: { cpu: 1, hugepages-2Mi: 4Mi }, requests: { hugepages-2Mi: 2Mi } } }]',
    [
      'manifest/invalid-value: spec.containers[0].resources.requests.hugepages-2Mi must be exactly the limit "4Mi", not "2Mi"',
    ],
  ],
  [
    `
containers: [{ name: web, image: nginx, resources: { claims: [{ name: gpu }, { name: gpu, request: a }, { name: tpu }] } }]
resourceClaims: [{ name: gpu, resourceClaimName: a }]
`,
    [
      'manifest/duplicate-value: spec.containers[0].resources.claims[1] must be unique, and "gpu/a" is there already',
      'manifest/not-found: spec.containers[0].resources.claims[2].name must name one of spec.resourceClaims, and there is none of the name "tpu" (did you mean gpu?)',
    ],
  ],
  [
    'resourceClaims: [{ name: a }, { name: a, resourceClaimName: b, resourceClaimTemplateName: C }]',
    [
      'manifest/invalid-value: spec.resourceClaims[0] must have one of resourceClaimName and resourceClaimTemplateName',
      'manifest/duplicate-value: spec.resourceClaims[1].name must be unique, and "a" is there already',
      'manifest/invalid-value: spec.resourceClaims[1] must have one of resourceClaimName and resourceClaimTemplateName',
      'manifest/name: spec.resourceClaims[1].resourceClaimTemplateName must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "C"',
    ],
  ],
  [
    'overhead: { cpu: -1, storage: 1 }',
    [
      'manifest/invalid-value: spec.overhead.cpu must not be negative',
      'manifest/name: spec.overhead.storage must be cpu, memory, ephemeral-storage, hugepages-<size> or a resource with a domain, example.com/gpu, not "storage"',
    ],
  ],
  [
    `
resources: { limits: { cpu: 1, storage: 1 }, claims: [] }
containers: [{ name: web, image: nginx, resources: { limits: { cpu: 2 } } }]
`,
    [
      'manifest/forbidden-field: spec.resources.claims must not be set for the pod as a whole',
      'manifest/name: spec.resources.limits.storage must be cpu, memory or hugepages-<size>, not "storage"',
      'manifest/invalid-value: spec.resources.requests.cpu must be at most the limit 1, not "2000m"',
      'manifest/invalid-value: spec.containers[0].resources.limits.cpu must be at most the limit of the pod, not 2',
    ],
  ],
  [
    `
resources: { requests: { cpu: 1 } }
initContainers: [{ name: side, image: a, restartPolicy: Always, resources: { requests: { cpu: 600m } } }]
containers: [{ name: web, image: nginx, resources: { requests: { cpu: 500m } } }]
`,
    [
      'manifest/invalid-value: spec.resources.requests.cpu must be at least the requests of the containers together',
    ],
  ],
  [
    `
resources: { limits: { cpu: 1 } }
containers: [{ name: web, image: nginx, resources: { limits: { cpu: 2 } } }]
`,
    [],
    { minor: 33 },
  ],
]);
