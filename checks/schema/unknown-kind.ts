import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'schema/unknown-kind',
  title: 'Kind that Kubernetes does not have',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server knows no such kind in that apiVersion, in that version of Kubernetes, so the object cannot be created.',
  fix: 'Use the apiVersion that has the kind, and write the kind with its capitals.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  on: 'manifest',
  failing: {
    'manifest.yaml': ['apiVersion: v1', 'kind: Role', 'metadata:', '  name: reader', 'rules: []', ''].join(
      '\n',
    ),
  },
  passing: {
    'manifest.yaml': [
      'apiVersion: rbac.authorization.k8s.io/v1',
      'kind: Role',
      'metadata:',
      '  name: reader',
      'rules: []',
      '',
    ].join('\n'),
  },
});
