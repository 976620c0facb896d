import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'schema/no-kind',
  title: 'Document without apiVersion or kind',
  severity: 'error',
  stage: 'kubernetes',
  why: 'Without both of them nobody can tell what the document is: kubectl refuses it.',
  fix: 'Add apiVersion and kind, or take the document out.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields'],
  on: 'manifest',
  failing: {
    'manifest.yaml': [
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata:',
      '  name: web',
      '---',
      'apiVersion: v1',
      'metadata:',
      '  name: api',
      '',
    ].join('\n'),
  },
  passing: {
    'manifest.yaml': [
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata:',
      '  name: web',
      '---',
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata:',
      '  name: api',
      '',
    ].join('\n'),
  },
});
