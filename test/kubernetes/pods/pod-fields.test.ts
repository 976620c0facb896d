import { testPods } from './pod-problems.ts';

testPods('fields of the pod', [
  [
    `
restartPolicy: OnFailure
dnsPolicy: None
dnsConfig: { nameservers: [10.0.0.1], searches: [a_b.example., .] }
hostAliases: [{ ip: "::1", hostnames: [a.b] }]
preemptionPolicy: Never
runtimeClassName: kata
`,
    [],
  ],
  [
    `
restartPolicy: Sometimes
dnsPolicy: First
preemptionPolicy: ""
activeDeadlineSeconds: 0
`,
    [
      'manifest/unsupported-value: spec.restartPolicy must be Always, OnFailure or Never, not "Sometimes"',
      'manifest/unsupported-value: spec.preemptionPolicy must be PreemptLowerPriority or Never, not ""',
      'manifest/invalid-value: spec.activeDeadlineSeconds must be from 1 to 2147483647, not 0',
      'manifest/unsupported-value: spec.dnsPolicy must be ClusterFirstWithHostNet, ClusterFirst, Default or None, not "First"',
    ],
  ],
  ['dnsPolicy: None', ['manifest/missing-value: spec.dnsConfig must be set with dnsPolicy: None']],
  [
    'dnsConfig: { nameservers: [10.0.0.1, 10.0.0.2, 10.0.0.3, ten], searches: [A], options: [{ value: a }] }',
    [
      'manifest/invalid-value: spec.dnsConfig.nameservers must have at most 3 servers, not 4',
      'manifest/invalid-value: spec.dnsConfig.nameservers[3] must be an IP address, not "ten"',
      'manifest/name: spec.dnsConfig.searches[0] must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
      'manifest/missing-value: spec.dnsConfig.options[0].name must be set',
    ],
  ],
  [
    'dnsConfig: { searches: [a_b] }',
    [
      'manifest/name: spec.dnsConfig.searches[0] must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "a_b"',
    ],
    { minor: 32 },
  ],
  [
    'dnsConfig: { nameservers: [010.0.0.1] }',
    [
      'manifest/invalid-value: spec.dnsConfig.nameservers[0] must be an IP address without leading zeros, not an IPv4 address in IPv6 form, not "010.0.0.1"',
    ],
    { minor: 36 },
  ],
  [
    'hostAliases: [{ ip: 1.2.3, hostnames: [A] }]',
    [
      'manifest/invalid-value: spec.hostAliases[0].ip must be an IP address, not "1.2.3"',
      'manifest/name: spec.hostAliases[0].hostnames[0] must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
    ],
  ],
  [
    `
hostname: a.b
subdomain: A
serviceAccount: A
priorityClassName: A
runtimeClassName: ""
`,
    [
      'manifest/name: spec.serviceAccount must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
      'manifest/name: spec.priorityClassName must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
      'manifest/name: spec.hostname must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "a.b"',
      'manifest/name: spec.subdomain must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "A"',
      'manifest/name: spec.runtimeClassName must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not ""',
    ],
  ],
  [
    `
hostNetwork: true
setHostnameAsFQDN: true
hostnameOverride: A
`,
    [],
  ],
  [
    `
hostNetwork: true
setHostnameAsFQDN: true
hostnameOverride: A
`,
    [
      'manifest/forbidden-field: spec.hostnameOverride must not be set beside setHostnameAsFQDN',
      'manifest/forbidden-field: spec.hostnameOverride must not be set beside hostNetwork',
      'manifest/name: spec.hostnameOverride must be a DNS subdomain: at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part, not "A"',
    ],
    { minor: 35 },
  ],
  [
    '{}',
    [
      'manifest/name: metadata.namespace must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "A"',
      'manifest/label: metadata.labels has the label "a b", whose key must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/"',
      'manifest/label: metadata.annotations has the annotation "a b", whose key must be a qualified name: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/"',
    ],
    { metadata: 'labels: { "a b": c }\nannotations: { a b: c }\nnamespace: A' },
  ],
  [
    '{}',
    [
      'manifest/label: template.metadata.labels.a must be empty or at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, not "b c"',
    ],
    { metadata: 'labels: { a: b c }', template: true },
  ],
  [
    '{}',
    [
      'manifest/invalid-value: metadata.annotations[controller.kubernetes.io/pod-deletion-cost] must be a whole number of 32 bits',
      'manifest/invalid-value: metadata.annotations[kubernetes.io/config.mirror] must not be set without spec.nodeName',
      'manifest/invalid-value: metadata.annotations[seccomp.security.alpha.kubernetes.io/pod] must be runtime/default, unconfined or localhost/<path>',
      'manifest/invalid-value: metadata.annotations[scheduler.alpha.kubernetes.io/tolerations] must be a list of tolerations as JSON',
      'manifest/invalid-value: metadata.annotations[container.apparmor.security.beta.kubernetes.io/db] must name a container of the pod',
      'manifest/invalid-value: metadata.annotations[container.apparmor.security.beta.kubernetes.io/db] must be runtime/default, unconfined or localhost/<name>',
    ],
    {
      metadata:
        'annotations: { controller.kubernetes.io/pod-deletion-cost: "+1", kubernetes.io/config.mirror: a, seccomp.security.alpha.kubernetes.io/pod: docker, container.apparmor.security.beta.kubernetes.io/db: strict, scheduler.alpha.kubernetes.io/tolerations: "[1]" }',
    },
  ],
  [
    'containers: [{ name: web, image: nginx, securityContext: { seccompProfile: { type: Unconfined }, appArmorProfile: { type: Unconfined } } }]',
    [
      'manifest/forbidden-field: spec.containers[0].securityContext.seccompProfile must say the same as the annotation container.seccomp.security.alpha.kubernetes.io/web',
      'manifest/forbidden-field: spec.containers[0].securityContext.appArmorProfile must say the same as the annotation container.apparmor.security.beta.kubernetes.io/web',
    ],
    {
      metadata:
        'annotations: { container.seccomp.security.alpha.kubernetes.io/web: runtime/default, container.apparmor.security.beta.kubernetes.io/web: runtime/default }',
    },
  ],
  [
    'securityContext: { appArmorProfile: { type: Unconfined } }',
    [
      'manifest/forbidden-field: template.spec.containers[0].securityContext.appArmorProfile must say the same as the annotation container.apparmor.security.beta.kubernetes.io/web',
    ],
    {
      metadata: 'annotations: { container.apparmor.security.beta.kubernetes.io/web: runtime/default }',
      template: true,
    },
  ],
]);
