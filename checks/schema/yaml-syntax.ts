import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'schema/yaml-syntax',
  title: 'Manifest that is no YAML',
  severity: 'error',
  stage: 'kubernetes',
  why: 'kubectl stops at the first document that it cannot read: this one and all behind it never reach the API server.',
  fix: 'Correct the line that the message names. YAML takes no tabs for indentation, and a text with ": " or " #" in it needs quotes.',
  since: '0.1.0',
  links: ['https://yaml.org/spec/1.2.2/', 'https://github.com/kubernetes-sigs/yaml'],
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
      '      command: [nginx, "-g"',
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
      '      command: [nginx, "-g"]',
      '',
    ].join('\n'),
  },
});
