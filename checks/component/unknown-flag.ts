import { configWithUnits } from '../../src/machine/example-config.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'component/unknown-flag',
  title: 'Flag that a Kubernetes component does not have',
  severity: 'error',
  stage: 'kubernetes',
  why: 'Kubernetes components stop at once when they are given a flag that they do not know, and are started over and over.',
  fix: 'Correct the spelling, or remove the flag.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/command-line-tools-reference/'],
  on: 'manifest',
  failing: { 'worker.yaml': kubelet('--kubeconfg=/etc/kubernetes/kubeconfig') },
  passing: { 'worker.yaml': kubelet('--kubeconfig=/etc/kubernetes/kubeconfig') },
});

function kubelet(flag: string): string {
  const command = `/usr/local/bin/kubelet --config=/etc/kubernetes/kubelet.yaml ${flag}`;
  return configWithUnits({ name: 'kubelet.service', contents: `[Service]\nExecStart=${command}\n` });
}
