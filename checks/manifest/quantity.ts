import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'manifest/quantity',
  title: 'Amount that is no quantity',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The API server cannot read the amount, and refuses the object.',
  fix: 'Write a number with a suffix that Kubernetes knows: m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/'],
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
      resources:
        limits: {memory: 512MB}
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
      resources:
        limits: {memory: 512M}
`,
  },
});
