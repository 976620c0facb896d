import { describe, expect, test } from 'vitest';
import { judgeText, saidOf } from './judge-text.ts';

const token = 'abcdef.0123456789abcdef';
const secret = 'correct-horse-battery';

function kubeconfig(changes: {
  readonly cluster?: string;
  readonly user?: string;
  readonly rest?: string;
}): string {
  return `apiVersion: v1
kind: Config
clusters:
  - name: local
    cluster: {${changes.cluster ?? 'server: https://10.0.0.1:6443'}}
users:
  - name: kubelet
    user: {${changes.user ?? `token: ${token}`}}
contexts:
  - name: main
    context: {cluster: local, user: kubelet}
${changes.rest ?? 'current-context: main'}
`;
}

function pem(label: string): string {
  return Buffer.from(`-----BEGIN ${label}-----\nMAA=\n-----END ${label}-----\n`).toString('base64');
}

const certificate = pem('CERTIFICATE');
const key = pem('RSA PRIVATE KEY');

describe('kubeconfigs', () => {
  test.each([
    {},
    { cluster: `server: https://10.0.0.1:6443, certificate-authority-data: ${certificate}` },
    { cluster: 'server: "[2001:db8::1]:6443"' },
    { cluster: 'server: "https://${api}:6443", certificate-authority-data: ""' },
    { user: `client-certificate-data: ${certificate}, client-key-data: ${key}` },
    { user: 'client-certificate: /a.crt, client-key: /a.key' },
    { user: 'exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: aws}' },
  ])('right: %o', (changes) => {
    expect(saidOf(kubeconfig(changes))).toEqual([]);
  });

  test('right: a context without a name, which an empty current-context chooses', () => {
    expect(saidOf(kubeconfig({ rest: '' }).replace('  - name: main\n    context:', '  - context:'))).toEqual(
      [],
    );
  });

  test.each([
    [
      { rest: 'current-context: mian' },
      'current-context: current-context must name an item of contexts (did you mean main?)',
    ],
    [{ rest: '' }, 'current-context: current-context must be set, or clients use no cluster at all'],
    [{ cluster: 'server: ""' }, 'clusters[0].cluster.server: clusters[0].cluster.server must be set'],
    [
      { cluster: 'server: 10.0.0.1 6443' },
      'clusters[0].cluster.server: clusters[0].cluster.server must be a URL such as https://10.0.0.1:6443, not "10.0.0.1 6443"',
    ],
    [
      { cluster: 'server: https://a, certificate-authority: /ca.crt, insecure-skip-tls-verify: true' },
      'clusters[0].cluster.insecure-skip-tls-verify: clusters[0].cluster.insecure-skip-tls-verify cannot be true beside a certificate authority',
    ],
    [
      { cluster: `server: https://a, certificate-authority-data: ${key}` },
      'clusters[0].cluster.certificate-authority-data: clusters[0].cluster.certificate-authority-data must be a certificate, and holds a RSA PRIVATE KEY',
    ],
    [
      { user: `client-certificate-data: ${certificate}` },
      'users[0].user.client-key: users[0].user.client-key must be set beside a client certificate',
    ],
    [
      { user: 'exec: {apiVersion: client.authentication.k8s.io/v1alpha1, command: aws}' },
      'users[0].user.exec.apiVersion: users[0].user.exec.apiVersion must be client.authentication.k8s.io/v1 or client.authentication.k8s.io/v1beta1, not "client.authentication.k8s.io/v1alpha1"',
    ],
    [
      { user: 'exec: {apiVersion: client.authentication.k8s.io/v1, command: aws}' },
      'users[0].user.exec.interactiveMode: users[0].user.exec.interactiveMode must be Always, IfAvailable or Never',
    ],
  ])('%o', (changes, said) => {
    expect(saidOf(kubeconfig(changes))).toEqual([`component/invalid-kubeconfig ${said}`]);
  });

  test('names that do not fit together', () => {
    const text = kubeconfig({})
      .replace('user: kubelet}', 'user: kublet, namespace: A_B}')
      .replace('cluster: local,', 'cluster: "",');
    expect(saidOf(text)).toEqual([
      'component/invalid-kubeconfig contexts[0].context.cluster: contexts[0].context.cluster must be set',
      'component/invalid-kubeconfig contexts[0].context.user: contexts[0].context.user must name an item of users (did you mean kubelet?)',
      expect.stringContaining(
        'component/invalid-kubeconfig contexts[0].context.namespace: contexts[0].context.namespace must be ',
      ),
    ]);
  });

  test('what the current context does not use is a warning', () => {
    const text = kubeconfig({}).replace('users:', '  - name: other\n    cluster: {server: ""}\nusers:');
    expect(judgeText(text, 34)).toMatchObject([
      { severity: 'warning', check: 'component/invalid-kubeconfig' },
    ]);
  });

  test('a secret is never told', () => {
    const broken = [
      `token: ${token}, username: admin, password: ${secret}`,
      `client-key-data: ${Buffer.from(secret).toString('base64')}, client-certificate: /a`,
      `client-key-data: ${key}, client-key: /k, client-certificate: /a`,
    ];
    for (const user of broken) {
      const said = JSON.stringify(judgeText(kubeconfig({ user }), 34));
      expect(said).toContain('invalid-kubeconfig');
      for (const hidden of [token, secret, Buffer.from(secret).toString('base64'), key])
        expect(said).not.toContain(hidden);
    }
    const login = saidOf(kubeconfig({ cluster: `server: ftp://admin:${secret}@10.0.0.1` }));
    expect(login).toHaveLength(1);
    expect(login.join()).not.toContain(secret);
  });
});
