import type { Mutators } from './mutation.ts';
import { replacing } from './places.ts';
import { appending, setting } from './setting.ts';

const podSpec = ['pod.spec'];

/** Fields of a pod's spec in combinations that do not fit, and some that do. */
export const podMutators: Mutators = {
  'restart-policy': setting(podSpec, {
    restartPolicy: ['Always', 'OnFailure', 'Never', 'never', 'UnlessStopped', ''],
  }),
  'pod-host': setting(podSpec, {
    hostNetwork: [true, false, 'true'],
    hostPID: [true],
    hostIPC: [true],
    hostUsers: [false, true],
    shareProcessNamespace: [true],
    hostname: ['web', 'Web', 'web.example.com', 'x'.repeat(64), ''],
    subdomain: ['sub', 'Sub', 'a.b'],
    setHostnameAsFQDN: [true],
    nodeName: ['node-a', 'Node_A', ''],
  }),
  'pod-dns': setting(podSpec, {
    dnsPolicy: ['None', 'Default', 'ClusterFirst', 'ClusterFirstWithHostNet', 'clusterFirst', ''],
    dnsConfig: [
      {},
      { nameservers: ['1.1.1.1'] },
      { nameservers: ['dns.example.com'] },
      { nameservers: ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4'] },
      { searches: ['Bad_Search!', 'x'] },
      { options: [{ value: '1' }] },
    ],
    hostAliases: [
      [{ ip: '10.0.0.1', hostnames: ['a.example.com'] }],
      [{ ip: 'x', hostnames: ['a'] }],
      [{ ip: '10.0.0.1', hostnames: ['Bad_Name'] }],
      [{ hostnames: ['a'] }],
    ],
  }),
  'pod-times': setting(podSpec, {
    terminationGracePeriodSeconds: [0, -1, 30, '30', 1.5],
    activeDeadlineSeconds: [0, -1, 1, 4_294_967_296],
  }),
  'pod-scheduling': setting(podSpec, {
    schedulerName: ['mine', ''],
    priorityClassName: ['system-cluster-critical', 'Bad Name', ''],
    preemptionPolicy: ['Never', 'PreemptLowerPriority', 'Sometimes'],
    schedulingGates: [
      [{ name: 'example.com/wait' }],
      [{ name: 'bad gate!' }],
      [{ name: 'a' }, { name: 'a' }],
      [],
    ],
    runtimeClassName: ['kata', 'Kata!'],
    nodeSelector: [{ disk: 'ssd' }, { disk: true }, { 'bad key!': 'x' }, ['disk=ssd'], {}],
    os: [{ name: 'linux' }, { name: 'windows' }, { name: 'plan9' }, {}],
    overhead: [{ cpu: '1' }, { cpu: '-1' }],
    readinessGates: [[{ conditionType: 'example.com/ready' }], [{ conditionType: 'bad type!' }], [{}]],
    resourceClaims: [
      [{ name: 'gpu', resourceClaimName: 'gpu' }],
      [{ name: 'gpu' }],
      [{ name: 'gpu', resourceClaimName: 'a', resourceClaimTemplateName: 'b' }],
    ],
  }),
  'pod-security': setting(['spec.securityContext'], {
    runAsUser: [0, -1, 65_534, '1000', 2_147_483_648],
    runAsGroup: [0, -1],
    runAsNonRoot: [true, false, 'true'],
    fsGroup: [-1, 0, 2000],
    fsGroupChangePolicy: ['Always', 'OnRootMismatch', 'Never'],
    supplementalGroups: [[-1], [1, 2], ['1'], 5],
    sysctls: [
      [{ name: 'net.core.somaxconn', value: '1024' }],
      [{ name: 'net.core.somaxconn', value: 1024 }],
      [{ name: 'Bad Sysctl', value: '1' }],
      [
        { name: 'a', value: '1' },
        { name: 'a', value: '2' },
      ],
      [{ name: 'kernel.shm_rmid_forced', value: '1' }],
      [{ name: 'kernel/msgmax', value: '1' }],
    ],
    seccompProfile: [
      { type: 'RuntimeDefault' },
      { type: 'Localhost' },
      { type: 'Unconfined', localhostProfile: 'x' },
      { type: 'runtime/default' },
      {},
      { type: 'Localhost', localhostProfile: '../x' },
    ],
    appArmorProfile: [
      { type: 'RuntimeDefault' },
      { type: 'Localhost', localhostProfile: ' x' },
      { type: 'Localhost' },
      { type: 'Complain' },
    ],
    windowsOptions: [{ runAsUserName: 'ContainerUser' }, { hostProcess: true }, {}],
    privileged: [true],
    capabilities: [{ drop: ['ALL'] }],
  }),
  'pod-security-set': setting(podSpec, {
    securityContext: [
      {},
      { runAsNonRoot: true },
      { runAsUser: 0, runAsNonRoot: true },
      { fsGroup: 1 },
      { privileged: true },
      null,
    ],
  }),
  'tolerations-set': setting(podSpec, {
    tolerations: [
      [{ operator: 'Exists' }],
      [{ key: 'a', operator: 'Exists', value: 'b' }],
      [{ key: 'a', value: 'b', tolerationSeconds: 5 }],
      [{ key: 'a', value: 'b', effect: 'NoExecute', tolerationSeconds: 5 }],
      [{ key: 'a', operator: 'In', value: 'b' }],
      [{ value: 'b' }],
      [{ key: 'a', effect: 'Evict' }],
      [{ key: 'bad key!', operator: 'Exists' }],
      [{ key: 'a', value: 'bad value!' }],
      [{ key: 'a', operator: 'Equal' }],
      [{}],
      { key: 'a' },
    ],
  }),
  'toleration-members': setting(['tolerations[]'], {
    operator: ['Exists', 'Equal', 'exists', ''],
    effect: ['NoSchedule', 'PreferNoSchedule', 'NoExecute', 'noSchedule', ''],
    value: ['x', '', 'bad value', true],
    tolerationSeconds: [0, -1, 60],
    key: ['', 'node.kubernetes.io/unreachable', '/x'],
  }),
  'spread-members': setting(['topologySpreadConstraints[]'], {
    maxSkew: [0, -1, 2, '1'],
    whenUnsatisfiable: ['DoNotSchedule', 'ScheduleAnyway', 'Ignore', ''],
    topologyKey: ['', 'topology.kubernetes.io/region', 'bad key'],
    minDomains: [0, 3, -2],
    matchLabelKeys: [['app'], ['k8s-app'], ['bad key'], []],
    nodeAffinityPolicy: ['Honor', 'Ignore', 'Maybe'],
    nodeTaintsPolicy: ['Honor', 'honor'],
  }),
  'spread-added': setting(podSpec, {
    topologySpreadConstraints: [
      [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' }],
      [
        { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' },
        { maxSkew: 2, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' },
      ],
      [{ topologyKey: 'zone' }],
    ],
  }),
  'affinity-set': setting(podSpec, {
    affinity: [
      {},
      { nodeAffinity: {} },
      { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } },
      { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ matchExpressions: [] }] } },
      {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: { matchLabels: { a: 'b' } } }],
        },
      },
      { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone' }] } },
      {
        podAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', namespaces: ['Bad!'] }],
        },
      },
    ],
  }),
  'affinity-weight': replacing(({ step }) => (step === 'weight' ? [0, 1, 100, 101, -1, '50'] : [])),
  'term-members': setting(
    [
      'podAffinityTerm',
      'preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm',
      'requiredDuringSchedulingIgnoredDuringExecution[]',
    ],
    {
      topologyKey: ['', 'kubernetes.io/hostname', 'bad key'],
      namespaces: [['a'], ['A'], []],
      matchLabelKeys: [['x'], ['app']],
    },
  ),
  'ephemeral-containers': setting(podSpec, {
    ephemeralContainers: [[{ name: 'debug', image: 'busybox' }], []],
  }),
  'pull-secrets': setting(podSpec, {
    imagePullSecrets: [[{ name: 'a' }], ['a'], [{}], [{ name: '' }], { name: 'a' }],
  }),
  'service-account': setting(podSpec, {
    serviceAccountName: ['default', 'Bad_Account', ''],
    serviceAccount: ['default'],
    automountServiceAccountToken: [true, 'false'],
  }),
  'container-added': appending('containers', [
    { name: 'extra', image: 'extra' },
    { name: 'extra' },
    { image: 'extra' },
    { name: 'Extra_1', image: 'extra' },
    { name: 'extra', image: 'extra', ports: [{ containerPort: 80, hostPort: 80 }] },
    null,
  ]),
};
