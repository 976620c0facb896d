import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'component/deprecated-flag',
  title: 'Deprecated flag of a Kubernetes component',
  severity: 'note',
  stage: 'kubernetes',
  why: 'The component only warns of the flag now. When a later version drops it, the component does not start after the upgrade.',
  fix: 'Use what the finding names before the upgrade that drops the flag.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/using-api/deprecation-policy/#deprecating-a-flag-or-cli'],
  on: 'manifest',
  failing: { 'scheduler.yaml': scheduler('--pod-max-in-unschedulable-pods-duration=5m') },
  passing: { 'scheduler.yaml': scheduler('--leader-elect=true') },
});

function scheduler(flag: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: kube-scheduler
  namespace: kube-system
spec:
  containers:
    - name: kube-scheduler
      image: registry.k8s.io/kube-scheduler:v1.34.1
      command:
        - kube-scheduler
        - --kubeconfig=/etc/kubernetes/scheduler.conf
        - ${flag}
`;
}
