import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'manifest/duplicate-value',
  title: 'Value that is there twice',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server refuses a list in which two items have the same name or key: which of them counts would be a matter of chance.',
  fix: 'Rename one of them, or delete it.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  on: 'manifest',
  failing: {
    'manifest.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      ports:
        - {name: http, containerPort: 80}
        - {name: http, containerPort: 8080}
`,
  },
  passing: {
    'manifest.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      ports:
        - {name: http, containerPort: 80}
        - {name: admin, containerPort: 8080}
`,
  },
});
