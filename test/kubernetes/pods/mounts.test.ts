import { testPods } from './pod-problems.ts';

testPods('volume mounts and devices', [
  [
    `
containers: [{ name: web, image: nginx, volumeMounts: [{ name: data, mountPath: /data, subPath: a/b }], volumeDevices: [{ name: disk, devicePath: /dev/a }] }]
volumes: [{ name: data }, { name: disk, persistentVolumeClaim: { claimName: a } }]
`,
    [],
  ],
  [
    `
containers: [{ name: web, image: nginx, volumeMounts: [{ name: dat, mountPath: /a }, { name: data, mountPath: /a }, { name: data }] }]
volumes: [{ name: data }]
`,
    [
      'manifest/not-found: spec.containers[0].volumeMounts[0].name must name a volume of the pod, and there is none of the name "dat" (did you mean data?)',
      'manifest/invalid-value: spec.containers[0].volumeMounts[1].mountPath must be unique, and "/a" is there already',
      'manifest/missing-value: spec.containers[0].volumeMounts[2].mountPath must be set',
    ],
  ],
  [
    `
containers: [{ name: web, image: nginx, volumeMounts: [{ name: data, mountPath: /a, subPath: /b, subPathExpr: a/../b }] }]
volumes: [{ name: data }]
`,
    [
      'manifest/invalid-value: spec.containers[0].volumeMounts[0].subPath must be a relative path',
      'manifest/invalid-value: spec.containers[0].volumeMounts[0].subPathExpr must not be set beside subPath',
      "manifest/invalid-value: spec.containers[0].volumeMounts[0].subPathExpr must not contain '..'",
    ],
  ],
  [
    `
containers: [{ name: web, image: nginx, volumeMounts: [{ name: data, mountPath: /a, mountPropagation: Bidirectional }, { name: data, mountPath: /b, mountPropagation: Both }] }]
volumes: [{ name: data }]
`,
    [
      'manifest/forbidden-field: spec.containers[0].volumeMounts[0].mountPropagation may be Bidirectional in privileged containers only',
      'manifest/unsupported-value: spec.containers[0].volumeMounts[1].mountPropagation must be Bidirectional, HostToContainer or None, not "Both"',
    ],
  ],
  [
    `
containers: [{ name: web, image: nginx, volumeMounts: [{ name: data, mountPath: /a, recursiveReadOnly: Enabled, mountPropagation: HostToContainer }, { name: data, mountPath: /b, recursiveReadOnly: "Yes" }] }]
volumes: [{ name: data }]
`,
    [
      'manifest/forbidden-field: spec.containers[0].volumeMounts[0].recursiveReadOnly may be set with readOnly: true only',
      'manifest/forbidden-field: spec.containers[0].volumeMounts[0].recursiveReadOnly may be set with mountPropagation None only',
      'manifest/unsupported-value: spec.containers[0].volumeMounts[1].recursiveReadOnly must be Disabled, Enabled or IfPossible, not "Yes"',
    ],
  ],
  [
    `
containers: [{ name: web, image: nginx, volumeMounts: [{ name: disk, mountPath: /a }], volumeDevices: [{ name: disk, devicePath: /a }, { name: data, devicePath: /../b }, { name: none }] }]
volumes: [{ name: data }, { name: disk, persistentVolumeClaim: { claimName: a } }]
`,
    [
      'manifest/invalid-value: spec.containers[0].volumeMounts[0].name must not name a volume that is in volumeDevices too',
      'manifest/invalid-value: spec.containers[0].volumeMounts[0].mountPath must not be a path of volumeDevices too',
      'manifest/invalid-value: spec.containers[0].volumeDevices[0].name must not name a volume that is in volumeMounts too',
      'manifest/invalid-value: spec.containers[0].volumeDevices[0].devicePath must not be a path of volumeMounts too',
      'manifest/invalid-value: spec.containers[0].volumeDevices[1].name must name a volume of type persistentVolumeClaim or ephemeral',
      "manifest/invalid-value: spec.containers[0].volumeDevices[1].devicePath must not contain '..'",
      'manifest/not-found: spec.containers[0].volumeDevices[2].name must name a volume of the pod, and there is none of the name "none"',
      'manifest/missing-value: spec.containers[0].volumeDevices[2].devicePath must be set',
    ],
  ],
  [
    `
containers: [{ name: web, image: nginx, volumeMounts: [{ name: model, mountPath: /a, subPath: ../b }] }]
volumes: [{ name: model, image: { reference: a } }]
`,
    [],
  ],
  [
    `
containers: [{ name: web, image: nginx, volumeMounts: [{ name: model, mountPath: /a, subPath: ../b }] }]
volumes: [{ name: model, image: {} }]
`,
    [
      'manifest/missing-value: spec.volumes[0].image.reference must be set',
      "manifest/invalid-value: spec.containers[0].volumeMounts[0].subPath must not contain '..'",
    ],
    { minor: 35 },
  ],
]);
