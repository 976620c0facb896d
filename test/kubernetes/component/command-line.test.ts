import { describe, expect, test } from 'vitest';
import { checkCommandLine } from '../../../src/kubernetes/component/command-line.ts';
import type { CommandProblem } from '../../../src/kubernetes/component/command-problem.ts';

function problemsOf(command: string, minor: number): readonly CommandProblem[] {
  return checkCommandLine(command.split(' '), minor)?.problems ?? [];
}

function told(command: string, minor: number): string[] {
  return problemsOf(command, minor).map(({ check, message }) => `${check}: ${message}`);
}

describe('the component that a command line starts', () => {
  test.each([
    ['/usr/local/bin/kubelet --v=2', 'kubelet'],
    ['-/opt/bin/kubelet --v=2', 'kubelet'],
    ['/hyperkube kubelet --v=2', 'kubelet'],
    ['/hyperkube apiserver --v=2', 'kube-apiserver'],
    ['kube-controller-manager --v=2', 'kube-controller-manager'],
    ['/usr/lib/coreos/kubelet-wrapper --v=2', 'kubelet'],
    ['/go-runner --log-file=/var/log/x.log kube-proxy --v=2', 'kube-proxy'],
    ['/usr/bin/env GODEBUG=x kube-scheduler --v=2', 'kube-scheduler'],
    [
      '/usr/bin/podman run --name kubelet --volume /var/lib/kubelet:/var/lib/kubelet:rshared,z quay.io/example/kubelet:v1.34.1 --v=2',
      'kubelet',
    ],
    ['/usr/bin/podman run --name kubelet ${KUBELET_IMAGE} --v=2', 'kubelet'],
    [
      '/usr/bin/docker run -v /etc/kubernetes:/etc/kubernetes k8s.gcr.io/hyperkube:v1.17.4 /hyperkube kubelet --v=2',
      'kubelet',
    ],
    ['/usr/bin/docker run registry.example.com:5000/hyperkube-amd64:v1.18.1 kube-proxy --v=2', 'kube-proxy'],
    [
      '/usr/bin/rkt run --volume run,kind=host,source=/run docker://quay.io/example/kubelet:v1.18.2 --exec=/usr/local/bin/kubelet -- --v=2',
      'kubelet',
    ],
    ['/usr/bin/rkt run docker://k8s.gcr.io/hyperkube:v1.17.0 --exec=/hyperkube -- kubelet --v=2', 'kubelet'],
  ])('%s', (command, component) => {
    const verdict = checkCommandLine(command.split(' '), 34);
    expect(verdict?.component).toBe(component);
    expect(verdict?.problems).toEqual([]);
  });

  test.each([
    '/usr/bin/systemctl restart kubelet',
    '/usr/bin/podman stop kubelet',
    '/usr/bin/docker pull quay.io/example/kubelet:v1.34.1',
    // The image of the kubelet is a common place to find kubectl.
    '/usr/bin/docker run --entrypoint /usr/local/bin/kubectl quay.io/example/kubelet:v1.34.1 --foo delete node %H',
    '/usr/bin/podman run --entrypoint=/usr/local/bin/kubectl quay.io/example/kubelet:v1.34.1 --foo drain',
    '/usr/bin/rkt run docker://quay.io/example/kubelet:v1.18.2 --exec=/usr/local/bin/kubectl -- --foo delete node',
    '/usr/bin/podman run quay.io/example/etcd:v3.6.5 --foo',
    '/bin/sh -c exec',
    '',
  ])('nothing: %s', (command) => {
    expect(checkCommandLine(command.split(' '), 34)).toBeUndefined();
  });

  test('the version of its image wins over the version of the cluster', () => {
    const command = '/usr/bin/podman run quay.io/example/kubelet:v1.22.3 --network-plugin=cni';
    expect(checkCommandLine(command.split(' '), 34)).toMatchObject({ minor: 22 });
    expect(problemsOf(command, 34)).toMatchObject([
      { check: 'component/deprecated-flag', severity: 'warning' },
    ]);
  });

  test('one that is older than what is known of flags is left alone', () => {
    expect(checkCommandLine(['kubelet', '--allow-privileged=true'], 14)).toBeUndefined();
  });
});

describe('flags', () => {
  test('a misspelt one, with the one that was meant', () => {
    expect(problemsOf('kubelet --v=2 --kubeconfg=/etc/kubernetes/kubeconfig', 34)).toEqual([
      {
        check: 'component/unknown-flag',
        message: 'kubelet of Kubernetes 1.34 has no flag --kubeconfg, and does not start with it',
        fix: 'did you mean --kubeconfig?',
        word: 2,
        start: 0,
        end: 11,
      },
    ]);
  });

  test('a removed one, in which version and what to do', () => {
    expect(problemsOf('kubelet --container-runtime=remote', 34)).toEqual([
      {
        check: 'component/removed-flag',
        message:
          '--container-runtime was removed from kubelet in Kubernetes 1.27, and kubelet does not start with it',
        fix: 'leave it out: remote had become its only value',
        word: 1,
        start: 0,
        end: 19,
      },
    ]);
  });

  test('one that came later', () => {
    expect(told('kube-apiserver --authorization-config=/etc/authorization.yaml', 28)).toEqual([
      'component/unknown-flag: kube-apiserver of Kubernetes 1.28 has no flag --authorization-config: it came with 1.29',
    ]);
  });

  test('names may have underscores', () => {
    expect(told('kubelet --cluster_dns=10.3.0.10 --kubeconfig=/x --feature_gates=A=true', 20)).toHaveLength(
      1,
    );
    expect(told('kubelet --kube_config=/x', 34)).toHaveLength(1);
    expect(told('kube-proxy --boot_id_file=/x', 34)).toEqual([]);
  });

  test('the kubelet’s flags of the configuration file are one note', () => {
    const command =
      'kubelet --anonymous-auth=false --cluster-dns=10.3.0.10 --client-ca-file=/a --read-only-port=0 --rotate-certificates --pod-manifest-path=/m';
    expect(problemsOf(command, 34)).toEqual([
      {
        check: 'component/deprecated-flag',
        message:
          'kubelet has flags that are deprecated: --anonymous-auth, --cluster-dns, --client-ca-file, --read-only-port, --rotate-certificates and 1 more',
        fix: 'set it in the kubelet configuration file (--config)',
        word: 1,
        start: 0,
        end: 16,
      },
    ]);
  });

  test.each([
    'kubelet ${KUBELET_ARGS} --node-labels=${LABELS} --v ${VERBOSITY} --hostname-override=%H',
    'kubelet $KUBELET_KUBEADM_ARGS $KUBELET_EXTRA_ARGS',
    'kube-apiserver --secure-port=$(PORT) --audit-log-maxage={{.MaxAge}}',
    'kube-proxy --${NAME}=x',
  ])('what is filled in later is not judged: %s', (command) => {
    expect(told(command, 36)).toEqual([]);
  });
});

describe('values', () => {
  test.each([
    ['kubelet --v=two', '--v must be a whole number, not "two"'],
    ['kubelet -v=two', '--v must be a whole number, not "two"'],
    ['kube-apiserver --secure-port=6443/tcp', '--secure-port must be a whole number, not "6443/tcp"'],
    [
      'kube-apiserver --request-timeout=60',
      '--request-timeout must be a duration such as 10s or 1h30m, not "60"',
    ],
    ['kube-apiserver --bind-address=localhost', '--bind-address must be an IP address, not "localhost"'],
    ['kube-apiserver --profiling=no', '--profiling must be true or false, not "no"'],
    [
      'kube-apiserver --service-node-port-range=32767-30000',
      '--service-node-port-range must be a range of ports such as 30000-32767, not "32767-30000"',
    ],
    [
      'kube-apiserver --feature-gates=A',
      '--feature-gates must be a list such as Name=true,OtherName=false, not "A"',
    ],
    [
      'kube-proxy --metrics-bind-address=:10249',
      '--metrics-bind-address must be an IP address, with a port or without, not ":10249"',
    ],
    ['kube-scheduler --kube-api-qps=many', '--kube-api-qps must be a number, not "many"'],
    [
      // "Kubelet (v1.16) now rejects the node labels used", as a distribution found out.
      'kubelet --node-labels=node-role.kubernetes.io/node=,node.kubernetes.io/worker=true',
      'the kubelet may not set the label "node-role.kubernetes.io/node": of kubernetes.io it may set those of node.kubernetes.io',
    ],
    ['kubelet --node-labels=a_/b=c', '--node-labels has "a_/b", which is no name of a label'],
    ['kubelet --config', '--config has no value'],
    [
      'kubelet --config --kubeconfig=/k',
      '--config has no value of its own, and takes "--kubeconfig=/k" for it',
    ],
    ['kubelet --seccomp-default false', 'kubelet takes no arguments but flags, and "false" is none'],
    ['kubelet --config=/c run', 'kubelet takes no arguments but flags, and "run" is none'],
  ])('%s', (command, message) => {
    expect(told(command, 34)).toEqual([`component/flag-value: ${message}`]);
  });

  test.each([
    'kubelet --config /c --v 2 -v 2 -v2 --seccomp-default --seccomp-default=false --node-ip=',
    'kubelet --node-labels=node.kubernetes.io/worker=,example.com/pool=blue,kubernetes.io/os=linux,rack=7',
    'kube-apiserver --secure-port=0x192b --request-timeout=1m0.5s --bind-address=:: --profiling=F',
    'kube-apiserver --service-node-port-range=30000+2767 --feature-gates=kube:A=true,B=false --goaway-chance=.001',
    'kube-proxy --metrics-bind-address=[::]:10249 --healthz-bind-address=0.0.0.0 --version=raw --oom-score-adj=-999',
    'kubelet --config=/c -- what follows is not looked at',
  ])('right: %s', (command) => {
    expect(told(command, 34)).toEqual([]);
  });

  test('a boolean with its value in the next word', () => {
    expect(problemsOf('kubelet --seccomp-default false', 34)).toMatchObject([
      { fix: 'write --seccomp-default=false', word: 2, start: 0, end: 5 },
    ]);
  });

  test('the range is that of the value', () => {
    expect(problemsOf('kubelet --v=two', 34)).toMatchObject([{ word: 1, start: 4, end: 7 }]);
    expect(problemsOf('kubelet --v two', 34)).toMatchObject([{ word: 2, start: 0, end: 3 }]);
  });
});

test('hostile command lines take no time', () => {
  const long = 'a'.repeat(200_000);
  expect(told(`kubelet --${long}=${long}`, 34)).toHaveLength(1);
  expect(told(`kube-apiserver --secure-port=${'1_'.repeat(100_000)}`, 34)).toHaveLength(1);
  expect(checkCommandLine(['podman', 'run', `${'a/'.repeat(100_000)}kubelet`], 34)).toBeUndefined();
  const many = Array.from({ length: 2000 }, (_, index) => `--flag-${index}`);
  expect(checkCommandLine(['kubelet', ...many], 34)?.problems.length).toBeGreaterThan(0);
});
