import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'manifest/name',
  title: 'Name that is not allowed',
  severity: 'error',
  stage: 'kubernetes',
  why: 'Names stand in URLs, in DNS and in label values, so that the API server refuses a name with other characters or too many of them.',
  fix: 'Use lower case letters, digits and "-", with a letter or digit at both ends, unless the message allows more.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'],
  on: 'manifest',
  failing: {
    'manifest.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: Web_Config
data: {color: green}
`,
  },
  passing: {
    'manifest.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: web-config
data: {color: green}
`,
  },
});
