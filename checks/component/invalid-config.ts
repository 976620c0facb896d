import { configWithFile } from '../../src/machine/example-config.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'component/invalid-config',
  title: 'Configuration that a Kubernetes component refuses',
  severity: 'error',
  stage: 'kubernetes',
  why: 'The fields have the right types, and still the component does not start with what they say together.',
  fix: 'Correct the field that is named.',
  since: '0.1.0',
  links: ['https://kubernetes.io/docs/reference/config-api/'],
  on: 'manifest',
  failing: { 'worker.yaml': kubeletConfiguration('5s', '10s') },
  passing: { 'worker.yaml': kubeletConfiguration('30s', '10s') },
});

function kubeletConfiguration(all: string, critical: string): string {
  return configWithFile(
    '/etc/kubernetes/kubelet.yaml',
    `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
shutdownGracePeriod: ${all}
shutdownGracePeriodCriticalPods: ${critical}
`,
  );
}
