import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'manifest/label',
  title: 'Label or annotation that is not allowed',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server refuses an object with a label, an annotation or a selected label whose key or value has other characters, or is too long.',
  fix: 'Keep label values to 63 letters, digits, "-", "_" and "."; text of any sort belongs in an annotation.',
  since: '0.1.0',
  links: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  ],
  on: 'manifest',
  failing: {
    'manifest.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  labels:
    owner: Team Web
data: {color: green}
`,
  },
  passing: {
    'manifest.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  labels:
    owner: team-web
data: {color: green}
`,
  },
});
