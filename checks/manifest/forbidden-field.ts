import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'manifest/forbidden-field',
  title: 'Field that must not be set here',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The field has no meaning beside the others, or is the API server’s own to set, so that it refuses the object.',
  fix: 'Delete the field, or what it contradicts.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  on: 'manifest',
  failing: {
    'manifest.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  strategy:
    type: Recreate
    rollingUpdate: {maxSurge: 1}
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
  strategy:
    type: Recreate
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
