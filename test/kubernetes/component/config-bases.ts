import type { JsonObject } from '../../../src/kubernetes/value.ts';

const key = Buffer.from('0123456789abcdef0123456789abcdef').toString('base64');
const certificate = pem('CERTIFICATE');
const privateKey = pem('PRIVATE KEY');

/** No certificate and no key: only what stands around one. */
function pem(label: string): string {
  return Buffer.from(`-----BEGIN ${label}-----\nMAA=\n-----END ${label}-----\n`).toString('base64');
}

function kubeconfig(cluster: JsonObject, user: JsonObject): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'c',
    clusters: [{ name: 'k', cluster }],
    users: [{ name: 'u', user }],
    contexts: [{ name: 'c', context: { cluster: 'k', user: 'u', namespace: 'ns' } }],
  };
}

const kubelet = { apiVersion: 'kubelet.config.k8s.io/v1beta1', kind: 'KubeletConfiguration' };
const proxy = { apiVersion: 'kubeproxy.config.k8s.io/v1alpha1', kind: 'KubeProxyConfiguration' };
const scheduler = { apiVersion: 'kubescheduler.config.k8s.io/v1', kind: 'KubeSchedulerConfiguration' };
const encryption = { apiVersion: 'apiserver.config.k8s.io/v1', kind: 'EncryptionConfiguration' };

/** Configurations that their components take, to be spoilt. */
export const bases: readonly JsonObject[] = [
  kubelet,
  {
    ...kubelet,
    evictionHard: { 'memory.available': '100Mi', 'nodefs.available': '10%' },
    evictionSoft: { 'memory.available': '300Mi' },
    evictionSoftGracePeriod: { 'memory.available': '1m' },
    enforceNodeAllocatable: ['pods', 'system-reserved'],
    systemReservedCgroup: '/system',
    kubeReservedCgroup: '/kube',
    registerWithTaints: [{ key: 'a/b', value: 'c', effect: 'NoSchedule' }],
    shutdownGracePeriod: '30s',
    shutdownGracePeriodCriticalPods: '10s',
  },
  { ...proxy, clusterCIDR: '10.2.0.0/16', detectLocalMode: 'ClusterCIDR' },
  {
    ...proxy,
    mode: 'ipvs',
    ipvs: { syncPeriod: '20s', minSyncPeriod: '2s', excludeCIDRs: ['10.0.0.0/8'] },
    detectLocalMode: 'BridgeInterface',
    detectLocal: { bridgeInterface: 'cni0' },
    conntrack: { min: 1, tcpEstablishedTimeout: '1h' },
    metricsBindAddress: '0.0.0.0:10249',
    iptables: { masqueradeBit: 14 },
  },
  { ...proxy, mode: 'nftables', nftables: { masqueradeBit: 14 } },
  scheduler,
  {
    ...scheduler,
    leaderElection: { leaderElect: true, leaseDuration: '20s', renewDeadline: '15s', retryPeriod: '3s' },
    profiles: [
      {
        schedulerName: 'a',
        plugins: { score: { enabled: [{ name: 'NodeResourcesFit' }] } },
        pluginConfig: [{ name: 'X', args: {} }],
      },
      { schedulerName: 'b' },
    ],
    extenders: [{ urlPrefix: 'http://x', prioritizeVerb: 'p', weight: 1, bindVerb: 'b' }],
  },
  {
    ...encryption,
    resources: [
      {
        resources: ['secrets', 'configmaps'],
        providers: [{ aescbc: { keys: [{ name: 'key1', secret: key }] } }, { identity: {} }],
      },
    ],
  },
  {
    ...encryption,
    resources: [
      {
        resources: ['*.apps'],
        providers: [
          { kms: { name: 'n', apiVersion: 'v2', endpoint: 'unix:///x', timeout: '3s' } },
          { secretbox: { keys: [{ name: 'a', secret: key }] } },
          { kms: { name: 'm', endpoint: 'unix:///y', cachesize: 5 } },
        ],
      },
      { resources: ['*.*'], providers: [{ identity: {} }] },
    ],
  },
  {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AuthorizationConfiguration',
    authorizers: [
      {
        type: 'Webhook',
        name: 'hook',
        webhook: {
          timeout: '3s',
          authorizedTTL: '1m',
          subjectAccessReviewVersion: 'v1',
          failurePolicy: 'Deny',
          connectionInfo: { type: 'InClusterConfig' },
        },
      },
      { type: 'Node', name: 'node' },
      { type: 'RBAC', name: 'rbac' },
    ],
  },
  {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AuthenticationConfiguration',
    jwt: [
      {
        issuer: { url: 'https://a.example.com', audiences: ['one', 'two'], audienceMatchPolicy: 'MatchAny' },
        claimMappings: { username: { claim: 'sub', prefix: '' } },
      },
    ],
    anonymous: { enabled: true, conditions: [{ path: '/livez' }] },
  },
  {
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    omitStages: ['RequestReceived'],
    rules: [
      { level: 'None', nonResourceURLs: ['/healthz*'] },
      {
        level: 'Metadata',
        resources: [{ group: 'apps', resources: ['deployments'], resourceNames: ['a'] }],
        namespaces: ['x'],
        users: ['u'],
      },
    ],
  },
  {
    apiVersion: 'pod-security.admission.config.k8s.io/v1',
    kind: 'PodSecurityConfiguration',
    defaults: {
      enforce: 'baseline',
      'enforce-version': 'latest',
      audit: 'restricted',
      'audit-version': 'v1.30',
    },
    exemptions: { usernames: ['u'], namespaces: ['kube-system'], runtimeClasses: ['rc'] },
  },
  kubeconfig(
    { server: 'https://10.0.0.1:6443', 'certificate-authority-data': certificate },
    { 'client-certificate-data': certificate, 'client-key-data': privateKey },
  ),
  kubeconfig(
    { server: '10.0.0.1:6443', 'insecure-skip-tls-verify': true },
    {
      exec: {
        apiVersion: 'client.authentication.k8s.io/v1',
        command: 'x',
        interactiveMode: 'Never',
        env: [{ name: 'A', value: 'b' }],
      },
    },
  ),
  kubeconfig({ server: 'https://h/path' }, { token: 'abcdef' }),
];
