import { expect, test } from 'vitest';
import { type Cases, indented, saidOf } from './said-of.ts';

const cases: Cases = [
  ['podManagementPolicy: Parallel'],
  ['podManagementPolicy: Any', 'invalid-value: spec.podManagementPolicy must be OrderedReady or Parallel'],
  ['updateStrategy: {type: OnDelete}'],
  [
    'updateStrategy: {type: OnDelete, rollingUpdate: {partition: 1}}',
    'invalid-value: spec.updateStrategy.rollingUpdate must not be set where the type is OnDelete',
  ],
  [
    'updateStrategy: {type: Recreate}',
    'invalid-value: spec.updateStrategy.type must be RollingUpdate or OnDelete, not "Recreate"',
  ],
  [
    'updateStrategy: {rollingUpdate: {partition: -1}}',
    'invalid-value: spec.updateStrategy.rollingUpdate.partition must not be negative, but is -1',
  ],
  ['ordinals: {start: -1}', 'invalid-value: spec.ordinals.start must not be negative, but is -1'],
  ['revisionHistoryLimit: -1'],
  [
    'persistentVolumeClaimRetentionPolicy: {whenDeleted: Recycle}',
    'unsupported-value: spec.persistentVolumeClaimRetentionPolicy.whenDeleted must be Retain or Delete, not "Recycle"',
  ],
  [
    'serviceName: web.shop',
    'name: spec.serviceName must be a DNS label: at most 63 lower case letters, digits and "-", with a letter or digit at both ends, not "web.shop"',
  ],
  [
    'volumeClaimTemplates: [{metadata: {}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]',
    'missing-value: spec.volumeClaimTemplates[0].metadata.name must be set',
  ],
];

test.each(cases)('%s', (fields, ...said) => {
  expect(saidOf(statefulSet(fields))).toEqual(said);
});

test('a mount may name a claim, which takes the place of a volume', () => {
  const claims = `
volumeClaimTemplates:
  - metadata: {name: data}
    spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
`;
  const pod = `
hostname: "-"
volumes: [{name: data, hostPath: {path: /a/../b}}]
`;
  expect(saidOf(statefulSet(claims, pod, '[{name: data, mountPath: /data}]'))).toEqual([]);
  expect(saidOf(statefulSet(claims, '', '[{name: logs, mountPath: /data}]'))).toEqual([
    'not-found: spec.template.spec.containers[0].volumeMounts[0].name must name a volume of the pod, and there is none of the name "logs"',
  ]);
});

test('maxUnavailable is dropped before 1.37', () => {
  const manifest = statefulSet('updateStrategy: {rollingUpdate: {maxUnavailable: 0}}');
  expect(saidOf(manifest, 36)).toEqual([]);
  expect(saidOf(manifest, 37)).toEqual([
    'invalid-value: spec.updateStrategy.rollingUpdate.maxUnavailable must not be 0',
  ]);
});

test('the name of the service is not checked before 1.33', () => {
  expect(saidOf(statefulSet('serviceName: web.shop'), 32)).toEqual([]);
});

function statefulSet(fields: string, podFields = '', mounts = '[]'): string {
  return `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
${indented(fields, 2)}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
${indented(podFields, 6)}
      containers: [{name: web, image: nginx, volumeMounts: ${mounts}}]
`;
}
