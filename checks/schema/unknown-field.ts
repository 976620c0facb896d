import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'schema/unknown-field',
  title: 'Field that the kind does not have',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server refuses the object when it is strict, as it is for kubectl. When it is not, it drops the field, and what the field says does not happen.',
  fix: 'Correct the spelling or the indentation, or take the field out.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation'],
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
      '      imagePullpolicy: Always',
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
