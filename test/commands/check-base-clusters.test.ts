import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { clusterFiles, clusterModule, template } from './base-cluster.ts';
import { change, checkBase, git, repositoryWith, statuses } from './base-repository.ts';

const all24 = clusterFiles(6);
const few = clusterFiles(1);

describe('what a change of modules does to machines', () => {
  test('nothing: a template changed, and what it renders to did not', async () => {
    const folder = repositoryWith(all24);
    change(folder, { 'shared/controller.yaml': `# what it is for\n${template}` });
    const { report } = await checkBase(folder);
    expect(statuses(report)).toEqual({ same: 24 });
    expect(report.difference.changes).toEqual([]);
    expect(report.base).toEqual({
      commit: git(folder, 'rev-parse', 'HEAD').trim(),
      isComplete: true,
      findings: [],
    });
  }, 60_000);

  test('one of 24 entries', async () => {
    const folder = repositoryWith(all24);
    const text = template.replace(
      'extra=',
      '%{ if name == "controller-2" && networking == "cilium" }more%{ endif }extra=',
    );
    change(folder, {
      'm3/main.tf': clusterModule.replace('../shared/controller.yaml', 'own.yaml'),
      'm3/own.yaml': text,
    });
    const { report } = await checkBase(folder);
    expect(statuses(report)).toEqual({ same: 23, changed: 1 });
    expect(report.difference.changes).toEqual([
      {
        path: '/etc/cluster.conf',
        machines: ['controller-2'],
        entries: ['m3 networking=cilium controllers=3'],
        status: 'changed',
        lines: ['@@ -1,3 +1,3 @@', ' networking=cilium', '-extra=', '+moreextra=', ' token=(secret)'],
        added: 1,
        removed: 1,
        leftOut: 0,
      },
    ]);
  }, 60_000);

  test('all of 24 entries and all of their machines, once', async () => {
    const folder = repositoryWith(all24);
    change(folder, { 'shared/controller.yaml': template.replace('/usr/bin/true', '/usr/bin/false') });
    const { report } = await checkBase(folder);
    expect(statuses(report)).toEqual({ changed: 24 });
    const [only, ...others] = report.difference.changes;
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      path: '/etc/systemd/system/web.service',
      machines: ['controller', 'controller-0', 'controller-1', 'controller-2'],
      lines: [
        '@@ -1,4 +1,4 @@',
        ' [Service]',
        '-ExecStart=/usr/bin/true',
        '+ExecStart=/usr/bin/false',
        ' [Install]',
        ' WantedBy=multi-user.target',
      ],
    });
    expect(only?.entries).toHaveLength(24);
  }, 60_000);

  test('entries that come and go', async () => {
    const folder = repositoryWith(clusterFiles(2));
    change(folder, { 'm2/main.tf': null, 'm7/main.tf': clusterModule });
    const { report } = await checkBase(folder);
    expect(statuses(report)).toEqual({ same: 4, removed: 4, added: 4 });
    expect(report.difference.changes).toEqual([]);
  }, 60_000);

  test('an entry that cannot be told is not called equal', async () => {
    const chart = 'resource "helm_release" "a" {\n  name  = "a"\n  chart = "b"\n}\n';
    const folder = repositoryWith({ ...few, 'm1/charts.tf': chart });
    change(folder, { 'shared/controller.yaml': template.replace('extra=', 'more=') });
    const { report } = await checkBase(folder, ['--base', 'HEAD', '--only', 'controllers=1']);
    expect(report.difference.entries).toEqual(
      ['cilium', 'flannel'].map((networking) => ({
        name: `m1 networking=${networking} controllers=1`,
        status: 'unknown',
        reason: 'helm_release.a: Helm charts are not rendered',
      })),
    );
    expect(report.difference.changes.map(({ path }) => path)).toEqual([
      '/etc/cluster.conf',
      '/etc/cluster.conf',
    ]);
  }, 60_000);
});

describe('keys and tokens', () => {
  test('have no value in a difference, whatever becomes of them', async () => {
    const folder = repositoryWith(few);
    change(folder, {
      'm1/main.tf': clusterModule.replace('2048', '4096').replace('length = 24', 'length = 40'),
      'shared/controller.yaml': template
        .replace('/etc/ca.key', '/etc/authority.key')
        .replace('token=', 'bearer='),
    });
    const { report, stdout } = await checkBase(folder, [
      '--base',
      'HEAD',
      '--only',
      'controllers=1',
      '--rendered',
    ]);
    const shown = report.difference.changes.map(({ path, status }) => `${status} ${path}`);
    expect([...new Set(shown)]).toEqual(
      [
        'removed /etc/ca.key',
        'added /etc/authority.key',
        'changed /etc/cluster.conf',
        'changed ignition.json',
      ].sort((a, b) => (a.split(' ')[1] ?? '').localeCompare(b.split(' ')[1] ?? '')),
    );
    const render = (...args: string[]) =>
      runCli(['render', '--out', 'out', '--only', 'controllers=1', ...args], {
        cwd: folder,
        env: { HOME: folder },
      });
    expect((await render('--with-placeholder-keys')).code).toBe(0);
    const { readFileSync } = await import('node:fs');
    const token = /token: (\S+)/.exec(
      readFileSync(`${folder}/out/m1_networking=cilium_controllers=1/operator/token`, 'utf8'),
    )?.[1];
    expect(token).toHaveLength(40);
    expect(stdout).not.toContain(token);
    expect(stdout).not.toMatch(/[A-Za-z0-9+/]{60}/);
  }, 60_000);

  test('are equal on both sides', async () => {
    const folder = repositoryWith(few);
    change(folder, { 'm1/main.tf': clusterModule.replace('rsa_bits  = 2048', 'rsa_bits  = 3072') });
    const { report } = await checkBase(folder, ['--base', 'HEAD', '--only', 'controllers=1']);
    expect(statuses(report)).toEqual({ same: 2 });
  }, 60_000);
});

test('certificates are described where keys that they belong to are hidden', async () => {
  const cwd = path.resolve(import.meta.dirname, '../../examples/distribution');
  const args = [
    '--format',
    'json',
    '--quiet',
    '--rendered',
    '--only',
    'platform=aws',
    '--only',
    'controllers=1',
  ];
  const { stdout } = await runCli(['check', ...args, '--only', 'networking=calico'], { cwd });
  // Our own report; a test of its own validates it against the schema.
  const report = JSON.parse(stdout) as { rendered: readonly { path: string; text: string }[] };
  const files = new Map(report.rendered.map((file) => [file.path, file.text]));
  expect(files.get('bundle/tls/ca.crt')).toMatch(
    /^-----BEGIN CERTIFICATE----- \(O=example, CN=example-authority, /,
  );
  expect(files.get('bundle/tls/apiserver.crt')).toMatch(/ by O=example, CN=example-authority for DNS:/);
  expect(files.get('bundle/tls/ca.key')?.trim()).toBe('(secret)');
}, 60_000);

test('any number of workers gives the same bytes', async () => {
  const folder = repositoryWith(clusterFiles(3));
  change(folder, {
    'shared/controller.yaml': template.replace('extra=', 'more='),
    'm2/main.tf': clusterModule.replace('default = ""', 'default = "b"'),
  });
  const [one, three] = await Promise.all(
    ['1', '3'].map((workers) => checkBase(folder, ['--base', 'HEAD', '--rendered', '--workers', workers])),
  );
  expect(one?.report.difference.changes.length).toBeGreaterThan(1);
  expect(three?.stdout).toBe(one?.stdout);
}, 60_000);
