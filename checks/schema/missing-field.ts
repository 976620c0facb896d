import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'schema/missing-field',
  title: 'Required field that is missing',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server refuses the object: nothing can stand in for the field.',
  fix: 'Set the field. For text, numbers and lists, empty is the same as absent.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  on: 'manifest',
  failing: {
    'manifest.yaml': [
      'apiVersion: storage.k8s.io/v1',
      'kind: StorageClass',
      'metadata:',
      '  name: fast',
      '',
    ].join('\n'),
  },
  passing: {
    'manifest.yaml': [
      'apiVersion: storage.k8s.io/v1',
      'kind: StorageClass',
      'metadata:',
      '  name: fast',
      'provisioner: ebs.csi.aws.com',
      '',
    ].join('\n'),
  },
});
