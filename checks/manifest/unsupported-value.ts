import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'manifest/unsupported-value',
  title: 'Value that is none of the possible ones',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server knows a fixed set of values for the field, some only for some kinds, and refuses any other.',
  fix: 'Use one of the values that the message names, in their letter case.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  on: 'manifest',
  failing: {
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
      restartPolicy: OnFailure
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
      restartPolicy: Always
      containers:
        - {name: web, image: nginx:1.29}
`,
  },
});
