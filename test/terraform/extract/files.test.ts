import { describe, expect, test } from 'vitest';
import type { RenderedProvisioner, RenderedResource } from '../../../src/core/terraform-protocol.ts';
import { locateInMap } from '../../../src/model/source-map-locate.ts';
import { RenderedBuilder } from '../../model/source-map-builder.ts';
import { extract, resource, textMap } from './rendered-resource.ts';

const range = { file: '/workspace/main.tf', line: 20, column: 3, endLine: 20, endColumn: 21 };

function provisioner(type: string, given: Partial<RenderedProvisioner>): RenderedProvisioner {
  return { type, values: {}, unknown: [], texts: [], range, ...given };
}

function copying(address: string, content: RenderedBuilder, destination: string): RenderedResource {
  const values = { content: content.text, destination };
  const copy = provisioner('file', { values, texts: [textMap(['content'], content)] });
  return resource(address, { provisioners: [copy] });
}

const configMap = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: \${name}\n`;
const pod = `apiVersion: v1\nkind: Pod\nspec:\n  image: \${image}\n`;
const head = 'format("##### %s", key)';

/** A bundle of two manifests and a key, as modules join it. */
const bundle = new RenderedBuilder()
  .value('ssh.tf', head, head, '##### manifests/a.yaml\n')
  .template('a.yaml', configMap, { name: 'first' })
  .unknown('\n')
  .value('ssh.tf', head, head, '##### tls/ca.key\n')
  .value('tls.tf', 'tls_private_key.ca', 'tls_private_key.ca', 'k3y-of-the-authority', 1)
  .unknown('\n')
  .value('ssh.tf', head, head, '##### static-manifests/b.yaml\n')
  .template('b.yaml', pod, { image: 'quay.io/x/proxy:v1.34.1' });

describe('bundles', () => {
  test('are taken apart, each part with the places of its own template', () => {
    const { manifests, files, secrets } = extract([
      copying('null_resource.copy[0]', bundle, '/home/core/assets'),
    ]);
    expect(manifests.map(({ place, file, text }) => [place, file, text])).toEqual([
      ['manifests/a.yaml', 'a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: first\n\n'],
      [
        'static-manifests/b.yaml',
        'b.yaml',
        'apiVersion: v1\nkind: Pod\nspec:\n  image: quay.io/x/proxy:v1.34.1\n',
      ],
    ]);
    const [first, second] = manifests.map(({ map, text }) =>
      locateInMap(map ?? { files: [], runs: [] }, text),
    );
    expect(first?.(2, 7)).toEqual({ file: 'a.yaml', line: 2, column: 7 });
    expect(first?.(4, 9)).toEqual({ file: 'a.yaml', line: 4, column: 9, endLine: 4, endColumn: 16 });
    expect(second?.(3, 1)).toEqual({ file: 'b.yaml', line: 3, column: 1 });
    expect(files).toMatchObject([
      {
        path: 'tls/ca.key',
        target: 'bundle',
        isSecret: true,
        file: 'tls.tf',
        text: 'k3y-of-the-authority\n',
        owner: 'null_resource.copy[0]',
      },
    ]);
    expect(secrets).toEqual(['k3y-of-the-authority']);
  });

  test('that several machines get are there once', () => {
    const { manifests, files } = extract([
      copying('null_resource.copy[0]', bundle, '/home/core/assets'),
      copying('null_resource.copy[1]', bundle, '/home/core/assets'),
    ]);
    expect(manifests).toHaveLength(2);
    expect(files.map(({ owner }) => owner)).toEqual(['null_resource.copy[0]']);
  });

  test('that would not come apart as meant are gaps', () => {
    const text = '##### a\nx: 1\n##### a comment of four words\n##### a\ny: 1\n';
    const { files, gaps } = extract([
      copying('null_resource.copy', new RenderedBuilder().literal('all.txt', text), '/assets'),
    ]);
    expect(files.map((file) => [file.path, file.text])).toEqual([
      ['a', 'x: 1\n##### a comment of four words\n'],
      ['a', 'y: 1\n'],
    ]);
    expect(gaps.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      'a of the bundle /assets of null_resource.copy: the bundle has two files of this name, which become one where it is unpacked',
      'a of the bundle /assets of null_resource.copy: a line of it begins with the marker that separates files, so that the rest of it goes elsewhere',
    ]);
  });
});

describe('files', () => {
  const text = new RenderedBuilder().literal('motd', 'hello\n');

  test('are copied by provisioners', () => {
    expect(extract([copying('null_resource.copy', text, '/etc/motd')]).files).toEqual([
      {
        path: '/etc/motd',
        owner: 'null_resource.copy',
        target: 'machine',
        file: 'motd',
        text: 'hello\n',
        map: text.map,
        isSecret: false,
      },
    ]);
  });

  test('are written for the operator', () => {
    const base64 = Buffer.from(text.text).toString('base64');
    const { files } = extract([
      resource('local_file.a', {
        values: { content: text.text, filename: 'out/motd' },
        texts: [textMap(['content'], text)],
      }),
      resource('local_sensitive_file.b', {
        values: { content: null, content_base64: base64, filename: 'out/b' },
        texts: [textMap(['content_base64'], text, { encoding: 'base64' })],
      }),
      // Read, not written.
      resource('data.local_file.c', { values: { content: 'read', filename: 'c' } }),
    ]);
    expect(files.map(({ path, target, text: said }) => [path, target, said])).toEqual([
      ['out/motd', 'operator', 'hello\n'],
      ['out/b', 'operator', 'hello\n'],
    ]);
  });

  test('commands of remote-exec are a script', () => {
    const second = new RenderedBuilder().value('main.tf', 'x = var.command', 'var.command', 'reboot now');
    const run = provisioner('remote-exec', {
      values: { inline: ['sudo true', 'reboot now'] },
      texts: [textMap(['inline', 1], second)],
    });
    const [script] = extract([resource('null_resource.run', { provisioners: [run] })]).files;
    expect(script).toMatchObject({
      path: 'remote-exec 1.sh',
      text: 'sudo true\nreboot now\n',
      target: 'machine',
    });
    const locate = locateInMap(script?.map ?? { files: [], runs: [] }, script?.text ?? '');
    expect(locate(1, 1)).toMatchObject({ file: 'main.tf', line: 20 });
    expect(locate(2, 3)).toEqual({ file: 'main.tf', line: 1, column: 5, endLine: 1, endColumn: 16 });
  });

  test('what is not known is a gap', () => {
    const unknown = provisioner('file', { values: { destination: '/a' }, unknown: [['content']] });
    const read = provisioner('file', { values: { destination: '/b', source: 'b.bin' } });
    const { files, gaps } = extract([resource('null_resource.copy', { provisioners: [unknown, read] })]);
    expect(files).toEqual([]);
    expect(gaps.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      '/a of null_resource.copy: the value of content is not known, because something that it needs could not be evaluated',
      '/b by null_resource.copy: it is copied from b.bin of the operator, which is not read',
    ]);
  });
});

describe('manifests', () => {
  test('of resources stand at the resource, or in their template', () => {
    const body = new RenderedBuilder().template('a.yaml', configMap, { name: 'x' });
    const { manifests } = extract([
      resource('kubectl_manifest.a', {
        values: { yaml_body: body.text },
        texts: [textMap(['yaml_body'], body)],
      }),
      resource('kubernetes_manifest.b', {
        values: { manifest: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'b' } } },
      }),
    ]);
    expect(manifests).toEqual([
      { place: 'kubectl_manifest.a', file: 'a.yaml', text: body.text, map: body.map },
      {
        place: 'kubernetes_manifest.b',
        file: 'main.tf',
        text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: b\n',
        map: { files: ['main.tf'], runs: [51, 0, 7, 1, 7, 30, 0] },
      },
    ]);
  });

  test('charts are gaps', () => {
    expect(extract([resource('helm_release.cilium')]).gaps).toMatchObject([
      { kind: 'missing', what: 'helm_release.cilium', why: 'Helm charts are not rendered' },
    ]);
  });
});

describe('secrets', () => {
  const template = `token: \${token}\nserver: \${server}\n`;
  const at = (name: string) => `\${${name}}`;

  test('are what providers make, and values that texts flag; longest first', () => {
    const kubeconfig = new RenderedBuilder()
      .literal('kubeconfig', template, 0, 7)
      .value('kubeconfig', template, at('token'), 'abcdef.0123456789', 1)
      .literal('kubeconfig', template, 15, 24)
      .value('kubeconfig', template, at('server'), 'https://a.example.com');
    const { secrets } = extract([
      resource('random_password.a', { values: { result: 'seven77' } }),
      resource('random_password.short', { values: { result: 'five5' } }),
      resource('tls_private_key.a', {
        values: { private_key_pem: '-----BEGIN KEY-----\nx\n', public_key_pem: 'y' },
      }),
      resource('local_file.a', {
        values: { content: kubeconfig.text, filename: 'a' },
        texts: [textMap(['content'], kubeconfig)],
      }),
    ]);
    expect(secrets).toEqual(['-----BEGIN KEY-----\nx', 'abcdef.0123456789', 'seven77']);
  });

  test('a secret of which nobody knows the place is one, and stands at its resource', () => {
    const key = new RenderedBuilder().unknown('the-key-itself\n');
    const runs = key.map.runs.with(6, 1);
    const { secrets, files } = extract([
      resource('local_file.key', {
        values: { content: key.text, filename: 'a.key' },
        texts: [{ ...textMap(['content'], key), runs }],
      }),
    ]);
    expect(secrets).toEqual(['the-key-itself']);
    expect(files).toMatchObject([
      { isSecret: true, file: 'main.tf', map: { files: ['main.tf'], runs: [15, 0, 7, 1, 7, 30, 1] } },
    ]);
  });

  test('a machine config that holds one is none', () => {
    const rendered = '{"ignition":{"version":"3.4.0"},"passwd":{}}';
    const base64 = Buffer.from(rendered).toString('base64');
    const used = (text: string) =>
      new RenderedBuilder().value('main.tf', 'data.ct_config.a', 'data.ct_config.a', text, 1);
    const { secrets } = extract([
      resource('data.ct_config.a', { values: { content: 'variant: fcos\n', rendered } }),
      resource('aws_instance.a', {
        values: { user_data: rendered, user_data_base64: base64 },
        texts: [textMap(['user_data'], used(rendered)), textMap(['user_data_base64'], used(base64))],
      }),
    ]);
    expect(secrets).toEqual([]);
  });

  test('a text that is secret as a whole does not make secrets of its values', () => {
    const whole = new RenderedBuilder()
      .literal('kubeconfig', template, 0, 7)
      .value('kubeconfig', template, at('token'), 'default-value', 1);
    const runs = whole.map.runs.with(6, 1);
    const { secrets } = extract([
      resource('local_file.a', {
        values: { content: whole.text, filename: 'a' },
        texts: [{ ...textMap(['content'], whole), runs }],
      }),
    ]);
    expect(secrets).toEqual([]);
  });
});

test('placeholders are one gap for each attribute', () => {
  const text = new RenderedBuilder()
    .literal('node.yaml', 'ip: ')
    .value('ips.tf', 'x.private_ip', 'x.private_ip', '10.0.0.1', 2);
  const placeholders = ['aws_instance.a[0].private_ip', 'aws_instance.a[1].private_ip'];
  const node = (address: string) =>
    resource(address, {
      values: { content: text.text },
      texts: [textMap(['content'], text, { placeholders })],
    });
  const { gaps } = extract([
    resource('aws_instance.a[0]'),
    node('data.ct_config.x'),
    node('data.ct_config.y'),
    // What goes to no machine is of no interest.
    node('aws_route53_record.z'),
  ]);
  expect(gaps).toEqual([
    {
      kind: 'placeholder',
      what: 'aws_instance.a[0].private_ip',
      why: 'its value is known after apply only: a placeholder stands in ips.tf',
      origin: { file: 'main.tf', line: 7, column: 1, endLine: 7, endColumn: 30 },
    },
    {
      kind: 'placeholder',
      what: 'aws_instance.a[1].private_ip',
      why: 'its value is known after apply only: a placeholder stands in ips.tf',
    },
  ]);
});

test('a long text that is nearly base64 is read in no time', () => {
  const { machines } = extract([
    resource('hcloud_server.a', { values: { user_data: `QUJD${' '.repeat(2_000_000)}!` } }),
  ]);
  expect(machines).toEqual([]);
});

test('names of objects that mean something to JavaScript are names', () => {
  const values: unknown = JSON.parse('{"__proto__": {"constructor": "a"}, "metadata": {"__proto__": "b"}}');
  const { machines, gaps } = extract([
    resource('google_compute_instance.a', { values: { values, metadata: JSON.parse('{"__proto__":"c"}') } }),
  ]);
  expect({ machines, gaps }).toEqual({ machines: [], gaps: [] });
});

test('a folder of templates that a resource renders is named as missing', () => {
  const { gaps } = extract([
    resource('module.bootkube.template_dir.manifests', {
      values: { source_dir: './manifests', destination_dir: 'assets' },
    }),
  ]);
  expect(gaps).toEqual([
    {
      kind: 'missing',
      what: 'what module.bootkube.template_dir.manifests makes of ./manifests',
      why: 'template_dir is not rendered: templatefile would be, for each file',
      origin: expect.objectContaining({ file: 'main.tf', line: 7 }),
    },
  ]);
});

test('the state of another root module is named as missing, unless it has defaults', () => {
  const { gaps } = extract([
    resource('data.terraform_remote_state.network', { unknown: [['outputs']] }),
    resource('data.terraform_remote_state.dns', { values: { outputs: { zone: 'example.com' } } }),
  ]);
  expect(gaps).toEqual([
    {
      kind: 'missing',
      what: 'data.terraform_remote_state.network',
      why: 'the state of another root module is not read: give the outputs that it has as `defaults`',
      origin: expect.objectContaining({ file: 'main.tf', line: 7 }),
    },
  ]);
});
