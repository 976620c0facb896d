import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'component/flag-value',
  title: 'Flag with a wrong value, or without one',
  severity: 'error',
  stage: 'kubernetes',
  why: 'A component stops at once when it cannot read the value of a flag, and takes the next flag for a value that is missing.',
  fix: 'Write the value behind `=`, in the form that the finding names.',
  since: '0.1.0',
  links: ['https://pkg.go.dev/github.com/spf13/pflag#readme-command-line-flag-syntax'],
  on: 'manifest',
  failing: { 'apiserver.yaml': apiServer('6443/tcp') },
  passing: { 'apiserver.yaml': apiServer('6443') },
});

function apiServer(port: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.34.1
      command:
        - kube-apiserver
        - --etcd-servers=https://127.0.0.1:2379
        - --secure-port=${port}
`;
}
