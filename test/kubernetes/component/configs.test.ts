import { describe, expect, test } from 'vitest';
import { saidOf } from './judge-text.ts';

describe('configurations', () => {
  test('of the kubelet', () => {
    const text = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
cgroupDriver: sytemd
maxPods: -1
evictionHard: {memory.avaliable: 100Mi, nodefs.available: 200%}
imageGCLowThresholdPercent: 90
enforceNodeAllocatable: [pods, system-reserved]
`;
    expect(saidOf(text)).toEqual([
      'component/invalid-config maxPods: maxPods must be 0 or more, not -1',
      'component/invalid-config cgroupDriver: cgroupDriver must be cgroupfs or systemd, not "sytemd" (did you mean systemd?)',
      'component/invalid-config imageGCLowThresholdPercent: imageGCLowThresholdPercent makes imageGCLowThresholdPercent (90) no less than imageGCHighThresholdPercent (85)',
      'component/invalid-config enforceNodeAllocatable[1]: enforceNodeAllocatable[1] needs systemReservedCgroup to be set',
      expect.stringMatching(
        /^component\/invalid-config evictionHard\[memory\.avaliable\]: .* \(did you mean memory\.available\?\)$/,
      ),
      'component/invalid-config evictionHard[nodefs.available]: evictionHard[nodefs.available] must be from 0% to 100%, not "200%"',
    ]);
  });

  test('unknown fields and wrong types come from the schema', () => {
    const text =
      'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nclusterDNS: 10.3.0.10\nstaticPodpath: /m\n';
    expect(saidOf(text)).toEqual([
      'schema/wrong-type clusterDNS: clusterDNS must be a list, not the string "10.3.0.10" (write it as an item of a list: - )',
      'schema/unknown-field staticPodpath: staticPodpath is no field of KubeletConfiguration (did you mean staticPodPath?)',
    ]);
  });

  test('a field that needs its feature gate, by version', () => {
    const text =
      'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\ncrashLoopBackOff: {maxContainerRestartPeriod: 10s}\n';
    expect(saidOf(text, 34)).toHaveLength(1);
    expect(saidOf(text, 35)).toEqual([]);
    expect(saidOf(`${text}featureGates: {KubeletCrashLoopBackOffMax: true}\n`, 34)).toEqual([]);
  });

  test('keys of encryption are never told', () => {
    const key = 'c2hvcnQta2V5';
    const text = `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources: [Secrets]
    providers:
      - aescbc: {keys: [{name: one, secret: ${key}}, {name: two, secret: "not base64!"}]}
`;
    expect(saidOf(text)).toEqual([
      'component/invalid-config resources[0].resources[0]: resources[0].resources[0] must be in lower case (did you mean secrets?)',
      'component/invalid-config resources[0].providers[0].aescbc.keys[0].secret: resources[0].providers[0].aescbc.keys[0].secret must be a key of 16, 24 or 32 bytes, not of 9',
      'component/invalid-config resources[0].providers[0].aescbc.keys[1].secret: resources[0].providers[0].aescbc.keys[1].secret must be base64',
    ]);
  });

  test.each(['v1beta3', 'v1beta4'])('kubeadm %s: flags that its components do not have', (version) => {
    const args =
      version === 'v1beta3'
        ? '{insecure-port: "0", profiling: "no"}'
        : '[{name: insecure-port, value: "0"}, {name: profiling, value: "no"}]';
    const text = `apiVersion: kubeadm.k8s.io/${version}
kind: ClusterConfiguration
kubernetesVersion: v1.34.1
networking: {podSubnet: 10.2.0.0}
apiServer: {extraArgs: ${args}}
`;
    expect(saidOf(text).map((said) => said.replace(/:.*/, ''))).toEqual([
      version === 'v1beta3'
        ? 'component/removed-flag apiServer.extraArgs.insecure-port'
        : 'component/removed-flag apiServer.extraArgs[0]',
      version === 'v1beta3'
        ? 'component/flag-value apiServer.extraArgs.profiling'
        : 'component/flag-value apiServer.extraArgs[1]',
      'component/invalid-config networking.podSubnet',
    ]);
  });

  test('kubeadm join: tokens are never told', () => {
    const text = `apiVersion: kubeadm.k8s.io/v1beta4
kind: JoinConfiguration
discovery: {bootstrapToken: {token: ABCDEF.0123456789abcdef, apiServerEndpoint: "10.0.0.1:6443"}}
`;
    expect(saidOf(text)).toEqual([
      'component/invalid-config discovery.bootstrapToken.token: discovery.bootstrapToken.token must be 6 and 16 lower-case letters and digits with a dot between',
      'component/invalid-config discovery.bootstrapToken.caCertHashes: discovery.bootstrapToken.caCertHashes must be set, or unsafeSkipCAVerification be true',
    ]);
  });
});

describe('command lines in pods', () => {
  const pod = (container: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers:\n    - name: x\n      ${container}\n`;

  test('of a static pod, each word at its place', () => {
    const text = pod('command: [kube-apiserver, --insecure-port=0]\n      args: [--secure-port, http]');
    expect(saidOf(text).map((said) => said.replace(/: .*/, ''))).toEqual([
      'component/removed-flag spec.containers[0].command[1]',
      'component/flag-value spec.containers[0].args[1]',
    ]);
  });

  test('the image says what runs, and in which version', () => {
    const text = pod(
      'image: registry.example.com/kubelet:v1.23.1\n      args: [--network-plugin=cni, --fo=1]',
    );
    expect(saidOf(text).map((said) => said.replace(/: .*/, ''))).toEqual([
      'component/deprecated-flag spec.containers[0].args[0]',
      'component/unknown-flag spec.containers[0].args[1]',
    ]);
  });

  test('other programs are left alone', () => {
    expect(saidOf(pod('command: [/bin/sh, -c, kubelet --foo]'))).toEqual([]);
    expect(saidOf(pod('image: nginx:1.29\n      args: [--foo]'))).toEqual([]);
  });
});
