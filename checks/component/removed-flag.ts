import { configWithUnits } from '../../src/machine/example-config.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'component/removed-flag',
  title: 'Flag that a Kubernetes component has no more',
  severity: 'error',
  stage: 'kubernetes',
  why: 'A component stops at once when it is given a flag that its version has no more: nodes do not come back after the upgrade.',
  fix: 'Remove the flag, or use what the finding names.',
  since: '0.1.0',
  links: [
    'https://kubernetes.io/docs/reference/using-api/deprecation-policy/#deprecating-a-flag-or-cli',
    'https://github.com/kubernetes/kubernetes/tree/master/CHANGELOG',
  ],
  on: 'manifest',
  failing: { 'worker.yaml': kubelet('--network-plugin=cni') },
  passing: { 'worker.yaml': kubelet('--node-labels=node.kubernetes.io/node') },
});

function kubelet(flag: string): string {
  const command = [
    '/usr/bin/podman run --name kubelet --privileged',
    '--volume /etc/kubernetes:/etc/kubernetes:ro,z',
    'quay.io/example/kubelet:v1.34.1',
    '--config=/etc/kubernetes/kubelet.yaml',
    flag,
  ];
  return configWithUnits({
    name: 'kubelet.service',
    contents: `[Service]\nExecStart=${command.join(' \\\n  ')}\n`,
  });
}
