import type { Mutators } from './mutation.ts';
import { replacing } from './places.ts';
import { setting } from './setting.ts';

const containers = ['containers[]', 'initContainers[]'];
const probes = [
  'containers[].livenessProbe',
  'containers.livenessProbe',
  'containers.readinessProbe',
  'containers.startupProbe',
  'initContainers.startupProbe',
];

/** Fields of containers, their probes and security contexts. */
export const containerMutators: Mutators = {
  'container-members': setting(containers, {
    image: ['', ' nginx', 'nginx:latest', 'nginx ', 'NGINX', 'registry/x:y@sha256:z', 5],
    imagePullPolicy: ['Always', 'always', 'IfNotPresent', 'ifNotPresent', 'Never', ''],
    command: ['sh -c true', ['sh', '-c', 5], [], [true]],
    args: ['--x', [1], ['--x=1']],
    workingDir: ['relative', '/x', ''],
    terminationMessagePolicy: ['File', 'FallbackToLogsOnError', 'Log', ''],
    terminationMessagePath: ['relative', '/x'],
    stdin: [true],
    tty: ['yes', true],
    replicas: [1],
    privileged: [true],
  }),
  'container-restart': setting(containers, {
    restartPolicy: ['Always', 'Never', 'OnFailure', ''],
    restartPolicyRules: [[{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }]],
    resizePolicy: [
      [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }],
      [{ resourceName: 'gpu', restartPolicy: 'NotRequired' }],
      [{ resourceName: 'cpu', restartPolicy: 'Sometimes' }],
      [
        { resourceName: 'cpu', restartPolicy: 'NotRequired' },
        { resourceName: 'cpu', restartPolicy: 'NotRequired' },
      ],
    ],
  }),
  'container-probes': setting(containers, {
    livenessProbe: [
      { httpGet: { path: '/', port: 80 } },
      { exec: { command: ['true'] }, periodSeconds: 0 },
      {},
      { httpGet: { path: '/', port: 80 }, successThreshold: 2 },
    ],
    readinessProbe: [
      { tcpSocket: { port: 80 } },
      { tcpSocket: { port: 'missing' } },
      null,
      { tcpSocket: {} },
    ],
    startupProbe: [{ grpc: { port: 5000 } }, { exec: { command: ['x'] }, terminationGracePeriodSeconds: -1 }],
    lifecycle: [
      { preStop: { exec: { command: ['x'] } } },
      { preStop: {} },
      {},
      { onStop: { exec: { command: ['x'] } } },
      { stopSignal: 'SIGTERM' },
      { preStop: { sleep: { seconds: 1 } }, postStart: { tcpSocket: { port: 1 } } },
    ],
  }),
  'probe-members': setting(probes, {
    initialDelaySeconds: [0, -1, 5, '5'],
    periodSeconds: [0, -1, 10],
    timeoutSeconds: [0, -1, 300],
    successThreshold: [0, 1, 2, -1],
    failureThreshold: [0, 1, -1, 100],
    terminationGracePeriodSeconds: [0, 5, -1],
    interval: [5],
  }),
  'http-get-members': replacing(({ step }) =>
    step === 'httpGet'
      ? [
          { path: 'no-slash', port: 80 },
          { path: '/', port: 80, scheme: 'http' },
          { path: '/', port: 80, httpHeaders: [{ name: 'Bad Header', value: 'x' }] },
          { path: '/', port: 80, httpHeaders: [{ name: 'X-Ok', value: '' }] },
          { path: '', port: 80 },
          { port: 80, host: 'Bad Host' },
          { url: 'http://localhost/' },
          { path: '/', port: 'a_b' },
          { path: '/', port: '80' },
        ]
      : [],
  ),
  'container-security': setting(['containers.securityContext', 'initContainers.securityContext'], {
    privileged: [true, false, 'true'],
    allowPrivilegeEscalation: [true, false],
    runAsUser: [0, -1, 1000],
    runAsGroup: [-5],
    runAsNonRoot: [true],
    readOnlyRootFilesystem: [true, 'yes'],
    procMount: ['Default', 'Unmasked', 'Masked'],
    capabilities: [
      { add: ['CAP_SYS_ADMIN'] },
      { add: ['SYS_ADMIN'] },
      { drop: 'ALL' },
      { add: ['NET_RAW'], drop: ['ALL'] },
    ],
    seLinuxOptions: [{ type: 'spc_t' }, {}],
    seccompProfile: [{ type: 'Localhost' }, { type: 'RuntimeDefault' }, { type: 'Bogus' }],
    appArmorProfile: [{ type: 'Unconfined' }, { type: 'Localhost' }, { type: 'x' }],
    windowsOptions: [{ gmsaCredentialSpecName: 'Bad Name' }, { runAsUserName: '' }],
    fsGroup: [1],
  }),
  'container-security-set': setting(containers, {
    securityContext: [
      {},
      { privileged: true, allowPrivilegeEscalation: false },
      { capabilities: { add: ['SYS_ADMIN'] }, allowPrivilegeEscalation: false },
      { capabilities: { add: ['CAP_SYS_ADMIN'] }, allowPrivilegeEscalation: false },
      { runAsUser: 0, runAsNonRoot: true },
      { procMount: 'Unmasked' },
      'privileged',
    ],
    volumeDevices: [
      [{ name: 'raw', devicePath: '/dev/x' }],
      [{ name: 'missing', devicePath: '/dev/x' }],
      [{ name: 'data', devicePath: 'x' }],
    ],
    resources: [
      { limits: { cpu: 2 } },
      { limits: { memory: '1GB' } },
      { requests: { memory: '2Gi' }, limits: { memory: '1Gi' } },
    ],
  }),
};
