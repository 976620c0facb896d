import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'schema/unknown-value',
  title: 'Value that the field cannot have',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The field has a closed set of values, and the API server refuses all others. Capitals count.',
  fix: 'Write one of the values that the message lists.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  on: 'manifest',
  failing: {
    'manifest.yaml': [
      'apiVersion: v1',
      'kind: Pod',
      'metadata:',
      '  name: web',
      'spec:',
      '  containers:',
      '    - name: web',
      '      image: nginx:1.29',
      '      imagePullPolicy: always',
      '',
    ].join('\n'),
  },
  passing: {
    'manifest.yaml': [
      'apiVersion: v1',
      'kind: Pod',
      'metadata:',
      '  name: web',
      'spec:',
      '  containers:',
      '    - name: web',
      '      image: nginx:1.29',
      '      imagePullPolicy: Always',
      '',
    ].join('\n'),
  },
});
