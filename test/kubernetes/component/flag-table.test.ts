import { describe, expect, test } from 'vitest';
import { type Component, findFlag } from '../../../src/kubernetes/component/flag-table.ts';

const oldest = 16;
const newest = 37;

/** `16-23`: the minors that have a flag, and behind a bar those that warn of it. */
function historyOf(component: Component, flag: string): string {
  const has: number[] = [];
  const warns: number[] = [];
  for (let minor = oldest; minor <= newest; minor += 1) {
    const found = findFlag(component, flag, minor);
    if (found.state !== 'known') continue;
    has.push(minor);
    if (found.isDeprecated) warns.push(minor);
  }
  return `${range(has)} | ${range(warns)}`;
}

function range(minors: readonly number[]): string {
  const [first] = minors;
  const last = minors.at(-1);
  if (first === undefined || last === undefined) return '-';
  expect(minors).toHaveLength(last - first + 1);
  return `${first}-${last}`;
}

// What the CHANGELOG of the minor that is named says.
// https://github.com/kubernetes/kubernetes/tree/master/CHANGELOG
describe('history of flags', () => {
  test.each<[Component, string, string]>([
    // 1.24: dockershim and the flags for it were removed.
    ['kubelet', 'network-plugin', '16-23 | 21-23'],
    ['kubelet', 'cni-conf-dir', '16-23 | 21-23'],
    ['kubelet', 'cni-bin-dir', '16-23 | 21-23'],
    ['kubelet', 'docker-endpoint', '16-23 | 21-23'],
    // 1.27: "Removed the deprecated --container-runtime".
    ['kubelet', 'container-runtime', '16-26 | 24-26'],
    // 1.22 deprecated dynamic configuration, 1.24 removed it.
    ['kubelet', 'dynamic-config-dir', '16-23 | 22-23'],
    // 1.35: the sandbox image is the container runtime's.
    ['kubelet', 'pod-infra-container-image', '16-34 | 24-34'],
    ['kubelet', 'register-schedulable', '16-33 | 16-33'],
    // 1.37: of cadvisor's flags one is kept.
    ['kubelet', 'containerd', '16-36 | 16-36'],
    ['kubelet', 'housekeeping-interval', '16-37 | -'],
    ['kubelet', 'azure-container-registry-config', '16-29 | 28-29'],
    ['kubelet', 'master-service-namespace', '16-26 | 16-26'],
    ['kubelet', 'cloud-provider', '16-37 | 19-28'],
    ['kubelet', 'anonymous-auth', '16-37 | 16-37'],
    ['kubelet', 'node-labels', '16-37 | -'],
    ['kubelet', 'lock-file', '16-37 | -'],
    ['kubelet', 'exit-on-lock-contention', '16-37 | -'],
    // 1.26: klog's own flags were removed everywhere, deprecated since 1.23.
    ['kubelet', 'logtostderr', '16-25 | 23-25'],
    ['kube-proxy', 'log-dir', '16-25 | 23-25'],
    ['kube-apiserver', 'log-file', '16-25 | 23-25'],
    ['kubelet', 'v', '16-37 | -'],
    // 1.20 switched the insecure port off, 1.24 removed its flags.
    ['kube-apiserver', 'insecure-port', '16-23 | 16-23'],
    ['kube-apiserver', 'basic-auth-file', '16-18 | 16-18'],
    ['kube-apiserver', 'kubelet-https', '16-21 | 19-21'],
    ['kube-apiserver', 'experimental-encryption-provider-config', '16-23 | 16-23'],
    ['kube-apiserver', 'service-account-api-audiences', '16-24 | 16-24'],
    // 1.33: "removed the deprecated --cloud-provider and --cloud-config".
    ['kube-apiserver', 'cloud-provider', '16-32 | 29-32'],
    ['kube-apiserver', 'etcd-servers', '16-37 | -'],
    ['kube-apiserver', 'feature-gates', '16-37 | -'],
    ['kube-apiserver', 'authorization-config', '29-37 | -'],
    // 1.24: insecure serving; 1.27: the taint manager's flags.
    ['kube-controller-manager', 'port', '16-23 | 16-23'],
    ['kube-controller-manager', 'pod-eviction-timeout', '16-26 | 26-26'],
    ['kube-controller-manager', 'enable-taint-manager', '16-26 | 25-26'],
    ['kube-controller-manager', 'experimental-cluster-signing-duration', '16-24 | 19-24'],
    // 1.37: "no-op since v1.31".
    ['kube-controller-manager', 'concurrent-service-syncs', '16-36 | -'],
    ['kube-scheduler', 'policy-config-file', '16-22 | -'],
    // 1.28: "--lock-object-namespace and --lock-object-name have been removed".
    ['kube-scheduler', 'lock-object-name', '16-27 | -'],
    ['kube-proxy', 'cleanup-ipvs', '16-20 | 17-20'],
    ['kube-proxy', 'metrics-bind-address', '16-37 | -'],
    ['kube-proxy', 'proxy-mode', '16-37 | -'],
  ])('%s --%s: %s', (component, flag, history) => {
    expect(historyOf(component, flag)).toBe(history);
  });

  test('flags that left before the table begins are known to have been there', () => {
    expect(findFlag('kubelet', 'allow-privileged', 16)).toEqual({
      state: 'removed',
      instead: 'leave it out: admission decides what is privileged',
    });
  });

  test('minors that are newer than the table are answered from its newest', () => {
    expect(findFlag('kubelet', 'kubeconfig', 45)).toMatchObject({ state: 'known', type: 'string' });
  });

  test('what every object inherits is no flag', () => {
    expect(findFlag('kubelet', 'constructor', 34)).toEqual({ state: 'unknown' });
    expect(findFlag('kubelet', '__proto__', 34)).toEqual({ state: 'unknown' });
  });
});
