import { configWithFile } from '../../src/machine/example-config.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'component/invalid-kubeconfig',
  title: 'Kubeconfig that does not work',
  severity: 'error',
  stage: 'kubernetes',
  why: 'A kubelet with a kubeconfig whose names do not fit together, or whose certificates cannot be read, never joins its cluster.',
  fix: 'Correct the field that is named.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/'],
  on: 'manifest',
  failing: { 'worker.yaml': kubeconfig('kubelets') },
  passing: { 'worker.yaml': kubeconfig('kubelet') },
});

function kubeconfig(user: string): string {
  return configWithFile(
    '/etc/kubernetes/kubeconfig',
    `apiVersion: v1
kind: Config
clusters:
  - name: local
    cluster:
      server: https://api.example.com:6443
      certificate-authority: /etc/kubernetes/ca.crt
users:
  - name: kubelet
    user:
      client-certificate: /etc/kubernetes/kubelet.crt
      client-key: /etc/kubernetes/kubelet.key
contexts:
  - name: local
    context:
      cluster: local
      user: ${user}
current-context: local
`,
  );
}
