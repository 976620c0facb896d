import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'manifest/selector',
  title: 'Selector that does not select the workload’s own pods',
  severity: 'error',
  stage: 'kubernetes',
  why: 'A workload whose selector does not match the labels of its template would make pods for ever and never find them, so that the API server refuses it.',
  fix: 'Give the template the labels that the selector asks for.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector'],
  on: 'manifest',
  failing: {
    'manifest.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: {app: shop}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - {name: web, image: nginx:1.29}
`,
  },
  passing: {
    'manifest.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - {name: web, image: nginx:1.29}
`,
  },
});
