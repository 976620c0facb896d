import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'schema/lost-text',
  title: 'Text that kubectl drops without a word',
  severity: 'warning',
  stage: 'kubernetes',
  why: 'What stands there looks like a part of the manifest and is none: it never reaches the API server, and nobody is told.',
  fix: 'Separate documents with a line of three dashes, not with three dots.',
  since: '0.1.0',
  links: ['https://github.com/kubernetes/apimachinery/blob/v0.34.3/pkg/util/yaml/decoder.go'],
  on: 'manifest',
  failing: {
    'manifest.yaml': [
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata:',
      '  name: web',
      '...',
      'apiVersion: v1',
      'kind: ConfigMap',
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
