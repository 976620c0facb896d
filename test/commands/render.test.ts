import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const distribution = fileURLToPath(new URL('../../examples/distribution', import.meta.url));
const entry = 'aws/fedora-coreos/kubernetes networking=calico controllers=1';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'windtunnel-render-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** All files below a folder by their path, with their text. */
function filesBelow(root: string): ReadonlyMap<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((each) => each.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .sort()
      .map((file) => [path.relative(root, file), readFileSync(file, 'utf8')]),
  );
}

describe('windtunnel render', () => {
  test('writes what every machine, API server and operator gets, without keys', async () => {
    const out = path.join(folder, 'plain');
    const { code, stdout } = await runCli(['render', entry, '--out', out], { cwd: distribution });
    expect([code, stdout]).toEqual([
      0,
      `${out}/aws/fedora-coreos/kubernetes_networking=calico_controllers=1: 2 machines, 17 files\n`,
    ]);
    const files = filesBelow(path.join(out, 'aws/fedora-coreos/kubernetes_networking=calico_controllers=1'));
    expect([...files.keys()]).toEqual([
      'bundle/tls/apiserver.crt',
      'bundle/tls/apiserver.key',
      'bundle/tls/ca.crt',
      'bundle/tls/ca.key',
      'entry.json',
      'infrastructure.json',
      'machine/remote-exec_1.sh',
      'machines/controller/config.bu',
      'machines/controller/ignition.json',
      'machines/worker/config.bu',
      'machines/worker/ignition.json',
      'manifests/auth/kubeconfig',
      'manifests/manifests-networking/daemonset.yaml',
      'manifests/manifests/bootstrap-token.yaml',
      'manifests/manifests/priority-class.yaml',
      'manifests/static-manifests/kube-apiserver.yaml',
      'manifests/static-manifests/kube-scheduler.yaml',
    ]);
    expect([...files.values()].join('\n')).not.toMatch(/PRIVATE KEY|UFJJVkFURSBLRVk/);
    expect(files.get('bundle/tls/ca.key')).toBe('(secret)');
    expect(files.get('manifests/auth/kubeconfig')).toContain('      token: (secret)\n');
    expect(files.get('machines/controller/config.bu')).toContain('                token: (secret)\n');
    expect(files.get('manifests/manifests-networking/daemonset.yaml')).toContain(
      'image: quay.io/calico/node:v3.31.0\n',
    );
  });

  test('keeps the made up keys when asked', async () => {
    const out = path.join(folder, 'keys');
    const args = ['render', entry, '--out', out, '--with-placeholder-keys'];
    expect((await runCli(args, { cwd: distribution })).code).toBe(0);
    const files = filesBelow(path.join(out, 'aws/fedora-coreos/kubernetes_networking=calico_controllers=1'));
    expect(files.get('bundle/tls/ca.key')).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n/);
    expect(files.get('manifests/auth/kubeconfig')).toMatch(/token: [a-z0-9]{6}\.[a-z0-9]{16}\n/);
  });

  test('never writes out of its folder, whatever a module says', async () => {
    const module = path.join(folder, 'hostile');
    const out = path.join(folder, 'deep/out');
    writeModule(module, '../../../stolen');
    expect((await runCli(['render', '--out', out], { cwd: module })).code).toBe(0);
    expect(existsSync(path.join(folder, 'stolen'))).toBe(false);
    expect([...filesBelow(out).keys()].filter((file) => file.endsWith('stolen'))).toEqual([
      'root/machine/stolen',
    ]);
  });

  test.each([
    [['render'], 'name the folder to write to: --out DIR'],
    [['render', 'aws/nowhere', '--out', 'x'], '--only name=aws/nowhere: no entry has it'],
    [['render', '--out', 'x', '--only', 'networking=calic'], 'did you mean calico?'],
  ])('%j is refused', async (args, words) => {
    const { code, stderr } = await runCli(args, { cwd: distribution });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

function writeModule(root: string, destination: string): void {
  mkdirSync(root);
  writeFileSync(
    path.join(root, 'main.tf'),
    [
      'data "ct_config" "node" {',
      '  content = "variant: fcos\\nversion: 1.5.0\\n"',
      '}',
      'resource "null_resource" "copy" {',
      '  provisioner "file" {',
      '    content     = "a"',
      `    destination = "${destination}"`,
      '  }',
      '}',
    ].join('\n'),
  );
}
