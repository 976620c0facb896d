// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what this is about
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Config, defaultConfig, type MachineSettings } from '../../src/config/config.ts';
import { nothingElse } from '../../src/model/rendered-cluster.ts';
import { filesSource } from '../../src/sources/files/source.ts';
import { butane, leftOutLines, open, tempFolder } from './temp-workspace.ts';

const ignition = '{"ignition": {"version": "3.4.0"}}';
const clc = 'systemd:\n  units:\n    - name: a.service\n';

async function discover(folder: string, named: readonly string[] = [], config: Partial<Config> = {}) {
  const discovery = await filesSource.discover(open(folder, ...named), { ...defaultConfig, ...config });
  return {
    discovery,
    entries: discovery.entries.map(({ entry }) => entry.name),
    leftOut: leftOutLines(discovery.leftOut),
  };
}

function machine(name: string, config: string, rest: Partial<MachineSettings> = {}): MachineSettings {
  return {
    name,
    config,
    snippets: [],
    role: undefined,
    pool: undefined,
    target: {},
    delivery: 'user-data',
    filesDir: undefined,
    origin: { file: 'windtunnel.yaml', line: 1, column: 1 },
    ...rest,
  };
}

test('each config is an entry with one machine, read in its dialect', async () => {
  const folder = tempFolder({
    'b/worker.yaml': butane,
    'a.bu': 'storage: {}\n',
    'old.yml': clc,
    'x.json': ignition,
    'y.ign': ignition,
    'z.fcc': butane,
    'q.clc': 'update:\n  group: beta\n',
    'readme.md': butane,
    'values.yaml': 'storage:\n  size: 1\n',
  });
  const { discovery, entries, leftOut } = await discover(folder, [], {
    target: { platform: 'aws', os: 'flatcar' },
  });
  expect(entries).toEqual(['a.bu', 'b/worker.yaml', 'old.yml', 'q.clc', 'x.json', 'y.ign', 'z.fcc']);
  expect(leftOut).toEqual([]);
  const rendered = await Promise.all(entries.map((name) => discovery.render(name)));
  const dialects = rendered.map(
    (each) => each.kind === 'cluster' && each.cluster.machines[0]?.config.dialect,
  );
  expect(dialects).toEqual([
    'butane',
    'butane',
    'container-linux-config',
    'container-linux-config',
    'ignition',
    'ignition',
    'butane',
  ]);
  expect(rendered[1]).toEqual({
    kind: 'cluster',
    cluster: {
      entry: { name: 'b/worker.yaml', source: 'files', platform: 'aws', os: 'flatcar' },
      machines: [
        {
          name: 'b/worker.yaml',
          config: { file: 'b/worker.yaml', text: butane, dialect: 'butane' },
          snippets: [],
          delivery: 'user-data',
          filesDir: 'b',
        },
      ],
      manifests: [],
      ...nothingElse,
    },
  });
});

test('what cannot be checked is named with its reason', async () => {
  const outside = tempFolder({ 'secret.bu': butane });
  const folder = tempFolder({
    'binary.bu': Buffer.from('variant: fcos\0'),
    'binary.json': Buffer.from([1, 0, 2]),
    'utf16.yaml': Buffer.from(`\ufeff${butane}`, 'utf16le'),
    'latin.yaml': Buffer.from(`${butane}# caf\xe9\n`, 'latin1'),
    'latin-other.yaml': Buffer.from('name: caf\xe9\n', 'latin1'),
    'cut.bu': Buffer.from([0x61, 0xe2, 0x82]),
    'huge.yaml': Buffer.concat([Buffer.from(butane), Buffer.alloc(50_000_000, '# x\n')]),
    'huge-other.json': Buffer.concat([Buffer.from('{"a": "'), Buffer.alloc(17_000_000, 'x')]),
    'manifests/a.yaml': 'apiVersion: v1\nkind: Service\n',
    'manifests/b.yaml': 'apiVersion: v1\nkind: Secret\n',
    'manifests/chart.yaml': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Values.name }}\n',
    'manifests/variable.yaml': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: ${NAME}-web\n',
    'template.yaml': `${butane}storage:\n  files:\n    - path: /\${name}\n`,
    'go.yaml': `${butane}storage:\n  files:\n    - path: /{{ .name }}\n`,
    'good.yaml': butane,
  });
  execFileSync('mkfifo', [path.join(folder, 'pipe.bu')]);
  symlinkSync(path.join(outside, 'secret.bu'), path.join(folder, 'link.bu'));
  const { entries, leftOut } = await discover(folder);
  expect(entries).toEqual(['good.yaml', 'manifests/a.yaml', 'manifests/b.yaml']);
  expect(leftOut).toEqual([
    'failed binary.bu: a binary file: it holds NUL bytes',
    'failed cut.bu: not UTF-8 at byte offset 1',
    'failed huge.yaml: file is larger than 16 MiB',
    'failed latin.yaml: not UTF-8 at byte offset 34',
    'failed pipe.bu: a FIFO, not a file',
    'skipped go.yaml: Go or Jinja template; check what it renders to',
    'skipped huge-other.json: file is larger than 16 MiB',
    'skipped link.bu: a symlink that leads out of the workspace',
    'skipped manifests/chart.yaml: Go or Jinja template; check what it renders to',
    'skipped manifests/variable.yaml: template of environment variables; check what it renders to',
    'skipped template.yaml: template; the terraform source renders it',
  ]);
});

test('a file that is named is taken, whatever its name and whatever git ignores', async () => {
  const folder = tempFolder({
    '.gitignore': 'x.yaml\n',
    'x.yaml': butane,
    noname: butane,
    'typo.yaml': 'varient: fcos\n',
    'ready.bu.tmpl': butane,
    'open.bu.tmpl': `${butane}systemd: \${units}\n`,
    'image.png': Buffer.from([137, 80, 0]),
    'other.yaml': 'name: x\n',
    'empty.bu': '',
    'service.yaml': 'apiVersion: v1\nkind: Service\n',
  });
  const named = ['x.yaml', 'noname', 'typo.yaml', 'ready.bu.tmpl', 'open.bu.tmpl', 'image.png', 'other.yaml'];
  const { entries, leftOut } = await discover(folder, [...named, 'empty.bu', 'service.yaml']);
  expect(entries).toEqual(['empty.bu', 'noname', 'ready.bu.tmpl', 'service.yaml', 'typo.yaml', 'x.yaml']);
  expect(leftOut).toEqual([
    'failed image.png: a binary file: it holds NUL bytes',
    'skipped open.bu.tmpl: template; the terraform source renders it',
    'skipped other.yaml: neither Butane, Container Linux Config nor Ignition',
  ]);
  expect((await discover(folder)).leftOut).toContain(
    'skipped ready.bu.tmpl: template; check what it renders to',
  );
});

describe('files that Terraform reads', () => {
  const withVariable = `${butane}storage:\n  files:\n    - path: /a\n      contents:\n        inline: |\n          echo \${name}\n`;
  const reasons = ['skipped m/c.yaml: template; the terraform source renders it'];

  test.each([
    ['templatefile', 'a = templatefile("${path.module}/c.yaml", {})', reasons],
    ['templatefile over two lines', 'a = templatefile(\n    "${path.module}/c.yaml", {})', reasons],
    ['templatefile, relative', 'a = templatefile("./c.yaml", {})', reasons],
    ['a path with an interpolation', 'a = templatefile("${path.module}/${var.name}.yaml", {})', reasons],
    ['template_file', 'data "template_file" "a" {\n  template = file("${path.module}/c.yaml")\n}', reasons],
    ['template_file of Terraform 0.11', 'template = "${file("${path.module}/c.yaml")}"', reasons],
    ['a set of files', 'a = [for f in fileset(path.module, "*.yaml") : templatefile(f, {})]', reasons],
    ['file', 'content = file("${path.module}/c.yaml")', []],
    ['templatefile of another', 'a = templatefile("${path.module}/d.yaml", {})', []],
    [
      'a set of files that are read as they are',
      'a = [for f in fileset(path.module, "*.yaml") : file(f)]',
      [],
    ],
    ['an output', 'resource "local_file" "a" {\n  filename = "${path.module}/c.yaml"\n}', []],
  ])('%s', async (_, terraform, expected) => {
    const folder = tempFolder({ 'm/main.tf': `${terraform}\n`, 'm/c.yaml': withVariable });
    expect((await discover(folder)).leftOut).toEqual(expected);
  });

  test('a file in which Terraform would change nothing is ready', async () => {
    const folder = tempFolder({ 'main.tf': 'a = templatefile("./c.yaml", {})\n', 'c.yaml': butane });
    expect((await discover(folder)).entries).toEqual(['c.yaml']);
  });

  test('the extension decides when nothing else does', async () => {
    const folder = tempFolder({ 'a.yaml.tftpl': butane, 'b.yaml.tmpl': butane, 'c.txt.tmpl': butane });
    expect((await discover(folder)).leftOut).toEqual([
      'skipped a.yaml.tftpl: template; the terraform source renders it',
      'skipped b.yaml.tmpl: template; check what it renders to',
    ]);
  });
});

describe('the configuration', () => {
  test('machines are entries, and their files are none of their own', async () => {
    const folder = tempFolder({
      'w.yaml': butane,
      's/one.yaml': butane,
      's/two.yaml': clc,
      'other.bu': butane,
    });
    const worker = machine('worker', 'w.yaml', {
      snippets: ['s/two.yaml', 's/one.yaml'],
      role: 'worker',
      pool: 'blue',
      target: { platform: 'azure' },
      delivery: 'file',
    });
    const { discovery, entries } = await discover(folder, [], { machines: [worker] });
    expect(entries).toEqual(['other.bu', 'worker']);
    const rendered = await discovery.render('worker');
    expect(rendered.kind === 'cluster' && rendered.cluster).toEqual({
      entry: { name: 'worker', source: 'files', platform: 'azure' },
      machines: [
        {
          name: 'worker',
          role: 'worker',
          pool: 'blue',
          config: { file: 'w.yaml', text: butane, dialect: 'butane' },
          snippets: [
            { file: 's/two.yaml', text: clc, dialect: 'container-linux-config' },
            { file: 's/one.yaml', text: butane, dialect: 'butane' },
          ],
          delivery: 'file',
          filesDir: '',
        },
      ],
      manifests: [],
      ...nothingElse,
    });
  });

  test('a machine one of whose files is a template is left out', async () => {
    const folder = tempFolder({ 'w.yaml': butane, 's.yaml': `${butane}passwd: \${users}\n` });
    const { entries, leftOut } = await discover(folder, [], {
      machines: [machine('worker', 'w.yaml', { snippets: ['s.yaml'] })],
    });
    expect([entries, leftOut]).toEqual([[], ['skipped s.yaml: template; the terraform source renders it']]);
  });

  test('a machine is checked when one of its files is below a target', async () => {
    const folder = tempFolder({ 'w/a.yaml': butane, 's/one.yaml': butane, 'c.yaml': butane });
    const config = { machines: [machine('worker', 'w/a.yaml', { snippets: ['s/one.yaml'] })] };
    expect((await discover(folder, ['s'], config)).entries).toEqual(['worker']);
    expect((await discover(folder, ['w/a.yaml'], config)).entries).toEqual(['worker']);
    expect((await discover(folder, ['c.yaml'], config)).entries).toEqual(['c.yaml']);
  });

  test('a name that is taken by a machine stays unique', async () => {
    const folder = tempFolder({ 'a.yaml': butane, 'b.yaml': butane });
    const config = { machines: [machine('a.yaml', 'b.yaml')] };
    expect((await discover(folder, [], config)).entries).toEqual(['./a.yaml', 'a.yaml']);
  });

  test('patterns replace discovery by content, below the folder of the configuration', async () => {
    const folder = tempFolder({
      'in/a.conf': butane,
      'in/b.yaml': 'name: said to be one\n',
      'in/c.yaml': butane,
      'in/deep/d.conf': ignition,
      'a.conf': butane,
      'e.bu': butane,
    });
    const config = { folder: 'in', files: ['*.conf', '/b.yaml'] };
    expect((await discover(folder, [], config)).entries).toEqual([
      'in/a.conf',
      'in/b.yaml',
      'in/deep/d.conf',
    ]);
  });

  test('ignored files are left out without a word, unless they are named', async () => {
    const folder = tempFolder({ 'old/a.yaml': butane, 'b.yaml': butane, 'old/c.bu': Buffer.from([0]) });
    const config = { ignore: ['old/'] };
    const found = await discover(folder, [], config);
    expect([found.entries, found.leftOut]).toEqual([['b.yaml'], []]);
    expect((await discover(folder, ['old/a.yaml'], config)).entries).toEqual(['old/a.yaml']);
  });

  test("the folder for local files is the machine's, else the common one", async () => {
    const folder = tempFolder({ 'a.yaml': butane, 'b.yaml': butane });
    const config = { filesDir: 'common', machines: [machine('own', 'a.yaml', { filesDir: 'own' })] };
    const { discovery } = await discover(folder, [], config);
    const folders = await Promise.all(
      ['own', 'b.yaml'].map(async (name) => {
        const rendered = await discovery.render(name);
        return rendered.kind === 'cluster' && rendered.cluster.machines[0]?.filesDir;
      }),
    );
    expect(folders).toEqual(['own', 'common']);
  });
});

test('a file that is gone when it is rendered is left out after all', async () => {
  const folder = tempFolder({ 'a.yaml': butane });
  const { discovery } = await discover(folder);
  execFileSync('rm', [path.join(folder, 'a.yaml')]);
  expect(await discovery.render('a.yaml')).toEqual({
    kind: 'left-out',
    leftOut: { file: 'a.yaml', status: 'failed', reason: 'no such file' },
  });
});
