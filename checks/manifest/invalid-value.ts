import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'manifest/invalid-value',
  title: 'Value that is not allowed',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server looks at values beyond their type, also at what they mean beside others, and refuses the object.',
  fix: 'Correct the value as the message says.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  on: 'manifest',
  failing: {
    'manifest.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: -1
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
  passing: {
    'manifest.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
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
