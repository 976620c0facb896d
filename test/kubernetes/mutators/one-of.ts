import type { JsonObject, JsonValue } from '../../../src/kubernetes/value.ts';
import type { Mutators } from './mutation.ts';
import { at } from './places.ts';
import { setting } from './setting.ts';

const handlers: Readonly<Record<string, readonly JsonValue[]>> = {
  httpGet: [
    { port: 80 },
    { path: '/x', port: 'http' },
    { path: 'x' },
    { path: '/x', port: 0 },
    { port: 80, scheme: 'https' },
    {},
  ],
  tcpSocket: [{ port: 80 }, { port: 'web_x' }, {}],
  exec: [{ command: ['true'] }, { command: [] }, { command: 'true' }],
  grpc: [{ port: 9000 }, { port: 0 }, { port: '9000' }],
};

const volumeSources: Readonly<Record<string, readonly JsonValue[]>> = {
  emptyDir: [{}, { medium: 'Memory' }, { medium: 'Disk' }, { sizeLimit: '-1Gi' }, { sizeLimit: 'big' }],
  hostPath: [
    { path: '/data' },
    { path: '' },
    { path: '/a/../b' },
    { path: '/data', type: 'Dir' },
    { path: '/data', type: '' },
  ],
  configMap: [
    { name: 'x' },
    {},
    { name: 'x', items: [{ key: 'a' }] },
    { name: 'x', items: [{ key: 'a', path: '../a' }] },
    { name: 'Bad Name' },
  ],
  secret: [{ secretName: 'x' }, { name: 'x' }, {}, { secretName: 'x', defaultMode: 1000 }],
  persistentVolumeClaim: [{ claimName: 'x' }, {}, { claimName: 'Bad_Claim' }, { name: 'x' }],
  projected: [
    { sources: [] },
    { sources: [{ secret: { name: 'a' }, configMap: { name: 'b' } }] },
    {},
    { sources: [{ serviceAccountToken: { path: 't', expirationSeconds: 60 } }] },
  ],
  downwardAPI: [
    { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] },
    { items: [{ path: 'x' }] },
  ],
  nfs: [{ server: 's', path: '/x' }, { server: 's', path: 'x' }, { path: '/x' }],
  csi: [{ driver: 'd.example.com' }, {}, { driver: 'Bad Driver!' }],
  image: [{ reference: 'quay.io/x/y:1' }, { reference: '' }, { reference: 'x', pullPolicy: 'Sometimes' }],
  ephemeral: [
    {
      volumeClaimTemplate: {
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    },
    {},
  ],
  iscsi: [
    { targetPortal: '10.0.0.1:3260', iqn: 'iqn.2001-04.com.example:x', lun: 0 },
    { targetPortal: 'x', iqn: 'bad', lun: 300 },
  ],
  gitRepo: [{ repository: 'https://example.com/x.git' }],
  rbd: [{ monitors: ['a'], image: 'x' }, { monitors: [] }],
  fc: [{ targetWWNs: ['5'], lun: 1 }, {}],
  glusterfs: [{ endpoints: 'e', path: 'p' }],
  awsElasticBlockStore: [{ volumeID: 'vol-1' }],
};

const valueSources: Readonly<Record<string, readonly JsonValue[]>> = {
  fieldRef: [{ fieldPath: 'metadata.name' }, { fieldPath: 'spec.nope' }, {}],
  resourceFieldRef: [{ resource: 'limits.cpu' }, {}],
  configMapKeyRef: [{ name: 'c', key: 'k' }, { name: 'c' }, { key: 'k' }, { name: 'c', key: 'bad key' }],
  secretKeyRef: [{ name: 's', key: 'k' }, { name: 's' }, { secretName: 's', key: 'k' }],
};

/** Another member beside one that is there, and each alone in its stead: of most groups just one may be set. */
function members(
  context: (path: readonly (string | number)[]) => boolean,
  group: Readonly<Record<string, readonly JsonValue[]>>,
) {
  return at(function* ({ path, value }) {
    if (!context(path) || typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const present = Object.keys(group).filter((key) => key in value);
    for (const [key, choices] of Object.entries(group)) {
      for (const choice of choices) {
        yield [{ path: [...path, key], value: choice }];
        yield [
          ...present.map((other) => ({ path: [...path, other] })),
          { path: [...path, key], value: choice },
        ];
      }
    }
  });
}

const itemOf = (list: string) => (path: readonly (string | number)[]) =>
  path.at(-2) === list && typeof path.at(-1) === 'number';
const named =
  (...names: readonly string[]) =>
  (path: readonly (string | number)[]) =>
    names.includes(String(path.at(-1)));
const bothPolicies: JsonObject = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } };

/** Groups of members of which exactly one, or at most one, may be set. */
export const oneOfMutators: Mutators = {
  'volume-source': members(itemOf('volumes'), volumeSources),
  'probe-handler': members(named('livenessProbe', 'readinessProbe', 'startupProbe'), handlers),
  'lifecycle-handler': members(named('preStop', 'postStart'), {
    ...handlers,
    sleep: [{ seconds: 3 }, { seconds: -1 }, { seconds: 0 }, {}],
  }),
  'value-source': members(named('valueFrom'), valueSources),
  'variable-value': setting(['env[]'], {
    value: ['text', '', 8080, true, null, 1.5],
    valueFrom: [{ fieldRef: { fieldPath: 'metadata.name' } }, {}, { secretKeyRef: { name: 's', key: 'k' } }],
    name: ['', '1ST', 'with-dash', 'with space', 'a.b', 'x=y', 'ÉTÉ', '_ok', 'lower'],
  }),
  'variable-from-all': setting(['envFrom[]'], {
    configMapRef: [{ name: 'x' }, {}, { name: 'Bad' }],
    secretRef: [{ name: 'x' }, {}],
    prefix: ['P_', '1', 'bad-', 'a=b'],
  }),
  'persistent-volume-source': members((path) => path.length === 1 && path[0] === 'spec', {
    hostPath: [{ path: '/x' }],
    nfs: [{ server: 's', path: '/p' }],
    local: [{ path: '/x' }, { path: '' }],
    csi: [{ driver: 'd.example.com', volumeHandle: 'h' }, { driver: 'd.example.com' }],
  }),
  'ingress-backend': members(named('backend', 'defaultBackend'), {
    service: [
      { name: 'web', port: { number: 80 } },
      { name: 'web' },
      { name: 'web', port: { number: 80, name: 'http' } },
      { name: 'web', port: {} },
      { name: 'Web', port: { number: 80 } },
    ],
    resource: [{ kind: 'Bucket', name: 'b', apiGroup: 'x.example.com' }, { kind: 'Bucket' }],
    serviceName: ['web'],
  }),
  'policy-peer': members((path) => itemOf('from')(path) || itemOf('to')(path), {
    podSelector: [{}, { matchLabels: { a: 'b' } }],
    namespaceSelector: [{}, { matchExpressions: [{ key: 'x', operator: 'In' }] }],
    ipBlock: [
      { cidr: '10.0.0.0/8' },
      { cidr: '10.0.0.0/8', except: ['11.0.0.0/16'] },
      { cidr: '10.0.0.0' },
      {},
      { cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] },
    ],
  }),
  'webhook-client': members(named('clientConfig'), {
    url: [
      'https://hooks.example.com/x',
      'http://hooks.example.com',
      'https://hooks.example.com?x=1',
      'hooks',
      'https://u@hooks.example.com',
    ],
    service: [
      { name: 'x', namespace: 'y' },
      { name: 'x' },
      { name: 'x', namespace: 'y', path: 'no-slash' },
      { name: 'x', namespace: 'y', port: 0 },
    ],
    caBundle: ['Cg==', 'not base64!', ''],
  }),
  'update-policy': setting(['spec.strategy', 'spec.updateStrategy'], {
    type: ['Recreate', 'RollingUpdate', 'OnDelete', 'Rolling', ''],
    rollingUpdate: [
      {},
      null,
      { maxUnavailable: 0, maxSurge: 0 },
      { maxUnavailable: '100%' },
      { maxSurge: 1, maxUnavailable: 1 },
      { maxSurge: '50%', maxUnavailable: 0 },
      { partition: -1 },
      { partition: 2 },
    ],
  }),
  'update-policy-set': setting(['Deployment.spec', 'DaemonSet.spec', 'StatefulSet.spec'], {
    strategy: [bothPolicies, { type: 'Recreate' }, { type: 'Recreate', rollingUpdate: {} }, 'Recreate'],
    updateStrategy: [
      bothPolicies,
      { type: 'OnDelete' },
      { type: 'OnDelete', rollingUpdate: { maxUnavailable: 1 } },
    ],
  }),
};
