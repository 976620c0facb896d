import type { JsonObject } from '../../../src/kubernetes/value.ts';
import type { Mutation, Mutators } from './mutation.ts';
import { setting } from './setting.ts';

const metadata = [
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
  'Service',
  'EndpointSlice',
  'Endpoints',
  'Ingress',
  'IngressClass',
  'NetworkPolicy',
  'Role',
  'ClusterRole',
  'RoleBinding',
  'ClusterRoleBinding',
  'ServiceAccount',
  'ConfigMap',
  'Secret',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'StorageClass',
  'CSIDriver',
  'VolumeAttachment',
  'ValidatingWebhookConfiguration',
  'MutatingWebhookConfiguration',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'PriorityClass',
  'CertificateSigningRequest',
  'CustomResourceDefinition',
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
  'LimitRange',
  'ResourceQuota',
  'Namespace',
  'Node',
  'Lease',
  'RuntimeClass',
  'FlowSchema',
  'PriorityLevelConfiguration',
  'PodTemplate',
  'APIService',
  'ControllerRevision',
  'ResourceClaimTemplate',
  'DeviceClass',
].map((kind) => `${kind}.metadata`);

const owner = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x', uid: 'u' };

function top(...edits: readonly Mutation[]) {
  return () => edits;
}

function kinds(spell: (kind: string) => readonly string[]) {
  return function* (document: JsonObject) {
    for (const kind of spell(String(document['kind']))) yield [{ path: ['kind'], value: kind }];
  };
}

const versions = [
  'v1',
  'apps/v1',
  'batch/v1',
  'apps/v1beta1',
  'extensions/v1beta1',
  'batch/v1beta1',
  'policy/v1beta1',
  'networking.k8s.io/v1',
  'networking.k8s.io/v1beta1',
  'rbac.authorization.k8s.io/v1beta1',
  'storage.k8s.io/v1beta1',
  'apiextensions.k8s.io/v1beta1',
  'autoscaling/v2beta2',
  'autoscaling/v1',
  'v2',
  'core/v1',
  'Apps/v1',
  'apps',
  'a/b/c',
  '',
  1,
];

/** What every object has: version, kind, names, owners, finalizers. */
export const metadataMutators: Mutators = {
  'api-version': top(...versions.map((value) => [{ path: ['apiVersion'], value }])),
  'api-version-missing': top([{ path: ['apiVersion'] }], [{ path: ['apiVersion'], value: null }]),
  'kind-spelling': kinds((kind) => [
    kind.toLowerCase(),
    `${kind}s`,
    kind.toUpperCase(),
    kind.slice(0, -1),
    '',
    `${kind} `,
  ]),
  'kind-missing': top([{ path: ['kind'] }], [{ path: ['kind'], value: ['Pod'] }]),
  'name-missing': top(
    [{ path: ['metadata', 'name'] }],
    [{ path: ['metadata'], value: {} }],
    [{ path: ['metadata'] }],
    [{ path: ['metadata', 'name'], value: null }],
  ),
  'generate-name': setting(metadata, {
    generateName: ['made-', 'Made-', 'made', 'x'.repeat(70), 'a.b-', ''],
  }),
  'generate-name-only': top(
    ...['made-', 'Made_', 'made.', 'x'.repeat(260)].map((value) => [
      { path: ['metadata', 'name'] },
      { path: ['metadata', 'generateName'], value },
    ]),
  ),
  namespace: setting(metadata, {
    namespace: ['other', 'Other', 'kube-system', 'a.b', 'a/b', 'x'.repeat(64), ''],
  }),
  finalizers: setting(metadata, {
    finalizers: [
      ['example.com/x'],
      ['x'],
      ['Bad Finalizer'],
      ['foregroundDeletion', 'orphan'],
      [''],
      'x',
      ['kubernetes.io/pvc-protection'],
    ],
  }),
  owners: setting(metadata, {
    ownerReferences: [
      [owner],
      [
        { ...owner, controller: true },
        { ...owner, uid: 'v', controller: true },
      ],
      [{ kind: 'Deployment', name: 'x' }],
      [{ ...owner, uid: '' }],
      [{ ...owner, apiVersion: 'v1', kind: 'Event' }],
      [{ ...owner, apiVersion: 'a/b/c' }],
      [{ ...owner, namespace: 'x' }],
      owner,
    ],
  }),
  'system-fields': setting(metadata, {
    uid: ['abc'],
    resourceVersion: ['1', '', 5],
    generation: [1, -1, '1'],
    creationTimestamp: [null, '2026-01-01T00:00:00Z', 'now'],
    deletionTimestamp: ['2026-01-01T00:00:00Z'],
    selfLink: ['/x'],
    managedFields: [
      [],
      [{ manager: 'x', operation: 'Apply' }],
      [{ manager: 'x', operation: 'Apply', fieldsType: 'FieldsV1', fieldsV1: {}, apiVersion: 'v1' }],
    ],
    clusterName: ['x'],
    deletionGracePeriodSeconds: [5],
  }),
  'metadata-maps': setting(metadata, {
    labels: [{ a: 'b' }, ['a'], 'a=b', null, {}],
    annotations: [{ a: 'b' }, { a: 1 }, null, { a: { b: 'c' } }],
  }),
  'status-written': top(
    [{ path: ['status'], value: {} }],
    [{ path: ['status'], value: null }],
    [{ path: ['status'], value: { bogus: 1 } }],
    [{ path: ['status'], value: 'ok' }],
  ),
  'field-at-top': top(
    [{ path: ['namespace'], value: 'x' }],
    [{ path: ['labels'], value: { a: 'b' } }],
    [{ path: ['name'], value: 'x' }],
    [{ path: ['replicas'], value: 1 }],
    [{ path: ['items'], value: [] }],
  ),
};
