import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'manifest/too-long',
  title: 'Value that is too long',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server limits what it stores in a field, and refuses the object.',
  fix: 'Shorten the value; large data belongs in a volume.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  on: 'manifest',
  failing: {
    'manifest.yaml': `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  managedBy: batch.example.com/a-controller-with-a-name-that-nobody-can-remember
  template:
    spec:
      restartPolicy: Never
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
  managedBy: batch.example.com/controller
  template:
    spec:
      restartPolicy: Never
      containers:
        - {name: migrate, image: 'example.com/migrate:1'}
`,
  },
});
