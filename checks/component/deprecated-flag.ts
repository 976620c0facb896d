import { configWithUnits } from '../../src/machine/example-config.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'component/deprecated-flag',
  title: 'Deprecated flag of a Kubernetes component',
  severity: 'note',
  stage: 'kubernetes',
  why: 'The component only warns of the flag now. When a later version drops it, the component does not start after the upgrade.',
  fix: 'Use what the finding names before the upgrade that drops the flag.',
  since: '0.2.0',
  links: [
    'https://kubernetes.io/docs/reference/using-api/deprecation-policy/#deprecating-a-flag-or-cli',
    'https://kubernetes.io/docs/tasks/administer-cluster/kubelet-config-file/',
  ],
  on: 'manifest',
  failing: { 'worker.yaml': kubelet('--anonymous-auth=false') },
  passing: { 'worker.yaml': kubelet('--node-ip=10.0.0.7') },
});

function kubelet(flag: string): string {
  const command = `/usr/local/bin/kubelet --config=/etc/kubernetes/kubelet.yaml ${flag}`;
  return configWithUnits({ name: 'kubelet.service', contents: `[Service]\nExecStart=${command}\n` });
}
