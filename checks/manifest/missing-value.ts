import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'manifest/missing-value',
  title: 'Missing value',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server needs the field here, though its schema does not ask for it everywhere, and refuses the object.',
  fix: 'Set the field.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  on: 'manifest',
  failing: {
    'manifest.yaml': `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  template:
    spec:
      containers:
        - {name: migrate, image: 'example.com/migrate:1'}
`,
  },
  passing: {
    'manifest.yaml': `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - {name: migrate, image: 'example.com/migrate:1'}
`,
  },
});
