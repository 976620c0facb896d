import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'schema/removed-version',
  title: 'apiVersion that was removed',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server no longer serves the apiVersion, so the object cannot be created or changed. Clusters that had it keep the object under its newer version.',
  fix: 'Move to the newer apiVersion. Fields may have moved too: the deprecation guide says which.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/using-api/deprecation-guide/'],
  on: 'manifest',
  failing: {
    'manifest.yaml': [
      'apiVersion: networking.k8s.io/v1beta1',
      'kind: IngressClass',
      'metadata:',
      '  name: internal',
      'spec:',
      '  controller: example.com/ingress',
      '',
    ].join('\n'),
  },
  passing: {
    'manifest.yaml': [
      'apiVersion: networking.k8s.io/v1',
      'kind: IngressClass',
      'metadata:',
      '  name: internal',
      'spec:',
      '  controller: example.com/ingress',
      '',
    ].join('\n'),
  },
});
