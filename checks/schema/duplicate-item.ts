import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'schema/duplicate-item',
  title: 'List item that repeats an earlier one',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The items of these lists are told apart by some of their fields. The API server refuses a repeated item in some lists; in the others it keeps both until the object is applied from the server side, which fails.',
  fix: 'Take one of the two out, or name it otherwise.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy'],
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
      '    - name: web',
      '      image: envoy:v1.36',
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
      '    - name: proxy',
      '      image: envoy:v1.36',
      '',
    ].join('\n'),
  },
});
