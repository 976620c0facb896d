import { testPods } from './pod-problems.ts';

testPods('security contexts', [
  [
    `
securityContext: { runAsUser: 1000, fsGroup: 1, seccompProfile: { type: RuntimeDefault }, sysctls: [{ name: net.core.somaxconn, value: "1" }] }
containers: [{ name: web, image: nginx, securityContext: { privileged: true, procMount: Default } }]
`,
    [],
  ],
  [
    'securityContext: { runAsUser: -1, runAsGroup: 4294967296, fsGroup: -1, supplementalGroups: [1, -2] }',
    [
      'manifest/invalid-value: spec.securityContext.fsGroup must be from 0 to 2147483647, not -1',
      'manifest/invalid-value: spec.securityContext.runAsUser must be from 0 to 2147483647, not -1',
      'manifest/invalid-value: spec.securityContext.runAsGroup must be from 0 to 2147483647, not 4294967296',
      'manifest/invalid-value: spec.securityContext.supplementalGroups[1] must be from 0 to 2147483647, not -2',
    ],
  ],
  [
    'securityContext: { fsGroupChangePolicy: Never, supplementalGroupsPolicy: Loose, seLinuxChangePolicy: MountOption }',
    [
      'manifest/unsupported-value: spec.securityContext.fsGroupChangePolicy must be Always or OnRootMismatch, not "Never"',
      'manifest/unsupported-value: spec.securityContext.supplementalGroupsPolicy must be Merge or Strict, not "Loose"',
      'manifest/unsupported-value: spec.securityContext.seLinuxChangePolicy must be Recursive, not "MountOption"',
    ],
  ],
  [
    'securityContext: { supplementalGroupsPolicy: Loose, seLinuxChangePolicy: MountOption }',
    [],
    { minor: 32 },
  ],
  ['securityContext: { seLinuxChangePolicy: MountOption }', [], { minor: 37 }],
  [
    'securityContext: { seccompProfile: { type: Localhost }, appArmorProfile: { type: Unconfined, localhostProfile: a } }',
    [
      'manifest/missing-value: spec.securityContext.seccompProfile.localhostProfile must be set for the type Localhost',
      'manifest/invalid-value: spec.securityContext.appArmorProfile.localhostProfile may be set for the type Localhost only',
    ],
  ],
  [
    'securityContext: { seccompProfile: { type: Localhost, localhostProfile: /a }, appArmorProfile: { type: Localhost, localhostProfile: " a" } }',
    [
      'manifest/invalid-value: spec.securityContext.seccompProfile.localhostProfile must be a relative path',
      'manifest/invalid-value: spec.securityContext.appArmorProfile.localhostProfile must not have white space at its start or end',
    ],
  ],
  [
    'securityContext: { seccompProfile: { type: runtime/default }, appArmorProfile: {} }',
    [
      'manifest/unsupported-value: spec.securityContext.seccompProfile.type must be Localhost, RuntimeDefault or Unconfined, not "runtime/default" (did you mean RuntimeDefault?)',
      'manifest/missing-value: spec.securityContext.appArmorProfile.type must be set',
    ],
  ],
  [
    `
hostNetwork: true
hostIPC: true
securityContext: { sysctls: [{ name: net/core/somaxconn }, { name: kernel.shmmax }, { name: Kernel.shm }, { name: kernel.shmmax }] }
`,
    [
      'manifest/invalid-value: spec.securityContext.sysctls[0].name must not be a parameter of the network with hostNetwork',
      'manifest/invalid-value: spec.securityContext.sysctls[1].name must not be a parameter of IPC with hostIPC',
      'manifest/invalid-value: spec.securityContext.sysctls[2].name must be at most 253 lower case letters, digits, "-" and "_", with "." or "/" between them',
      'manifest/duplicate-value: spec.securityContext.sysctls[3].name must be unique, and "kernel.shmmax" is there already',
      'manifest/invalid-value: spec.securityContext.sysctls[3].name must not be a parameter of IPC with hostIPC',
    ],
  ],
  [
    `
hostPID: true
shareProcessNamespace: true
`,
    ['manifest/invalid-value: spec.shareProcessNamespace must not be true beside hostPID'],
  ],
  [
    'containers: [{ name: web, image: nginx, securityContext: { privileged: true, allowPrivilegeEscalation: false, capabilities: { add: [CAP_SYS_ADMIN] }, runAsUser: -1 } }]',
    [
      'manifest/invalid-value: spec.containers[0].securityContext.runAsUser must be from 0 to 2147483647, not -1',
      'manifest/invalid-value: spec.containers[0].securityContext.allowPrivilegeEscalation must not be false in a privileged container',
      'manifest/invalid-value: spec.containers[0].securityContext.allowPrivilegeEscalation must not be false in a container with CAP_SYS_ADMIN',
    ],
  ],
  [
    'containers: [{ name: web, image: nginx, securityContext: { procMount: Unmasked } }]',
    [
      'manifest/invalid-value: spec.containers[0].securityContext.procMount may be Unmasked in pods with hostUsers: false only',
    ],
  ],
  [
    `
hostUsers: false
hostNetwork: true
containers: [{ name: web, image: nginx, securityContext: { procMount: Unmasked } }]
`,
    ['manifest/forbidden-field: spec.hostNetwork must not be set beside hostUsers: false'],
  ],
  [
    'securityContext: { windowsOptions: { gmsaCredentialSpecName: A, gmsaCredentialSpec: "", runAsUserName: "a\\\\b\\\\c" } }',
    [
      'manifest/name: spec.securityContext.windowsOptions.gmsaCredentialSpecName must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
      'manifest/invalid-value: spec.securityContext.windowsOptions.gmsaCredentialSpec must not be empty, nor over 65536 bytes',
      'manifest/invalid-value: spec.securityContext.windowsOptions.runAsUserName must have one backslash at most',
    ],
  ],
  [
    `
securityContext: { windowsOptions: { hostProcess: true } }
containers: [{ name: a, image: a }, { name: b, image: b, securityContext: { windowsOptions: { hostProcess: false } } }]
`,
    [
      'manifest/invalid-value: spec.containers[1].securityContext.windowsOptions.hostProcess must be true, as it is for the pod',
      'manifest/invalid-value: spec must have hostProcess in all of its containers, or in none',
      'manifest/invalid-value: spec.hostNetwork must be true for hostProcess containers',
    ],
  ],
  [
    `
os: { name: linux }
securityContext: { windowsOptions: { runAsUserName: a } }
`,
    ['manifest/forbidden-field: spec.securityContext.windowsOptions must not be set in a Linux pod'],
  ],
  [
    `
os: { name: windows }
hostPID: true
securityContext: { runAsUser: 1, sysctls: [] }
containers: [{ name: web, image: nginx, securityContext: { capabilities: {}, privileged: false } }]
`,
    [
      'manifest/forbidden-field: spec.hostPID must not be set in a Windows pod',
      'manifest/forbidden-field: spec.securityContext.runAsUser must not be set in a Windows pod',
      'manifest/forbidden-field: spec.containers[0].securityContext.capabilities must not be set in a Windows pod',
      'manifest/forbidden-field: spec.containers[0].securityContext.privileged must not be set in a Windows pod',
    ],
  ],
  ['os: { name: macos }', ['manifest/unsupported-value: spec.os.name must be linux or windows, not "macos"']],
]);
