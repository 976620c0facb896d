import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'schema/duplicate-key',
  title: 'Key that a mapping has twice',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server refuses the document when it is strict. When it is not, the last value wins and what stands before it is lost.',
  fix: 'Take one of the two out, or merge what is below them.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation'],
  on: 'manifest',
  failing: {
    'manifest.yaml': [
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata:',
      '  name: web',
      'data:',
      '  color: blue',
      '  color: green',
      '',
    ].join('\n'),
  },
  passing: {
    'manifest.yaml': [
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata:',
      '  name: web',
      'data:',
      '  color: green',
      '',
    ].join('\n'),
  },
});
