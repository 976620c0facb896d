import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../src/sources/workspace.ts';
import { leftOutLines, open, tempFolder } from './temp-workspace.ts';

const all = (): boolean => true;
const yaml = (name: string): boolean => name.endsWith('.yaml');

test('files are listed in code unit order, folders of programs left out', () => {
  const folder = tempFolder({
    'b.yaml': '',
    'Z.yaml': '',
    'a/c.yaml': '',
    'a-b.yaml': '',
    'é.yaml': '',
    'node_modules/x/y.yaml': '',
    '.terraform/modules/m/x.yaml': '',
    '.git/x.yaml': '',
    'a/.hidden/d.yaml': '',
    'a/readme.md': '',
  });
  const { files } = open(folder).list(yaml);
  expect(files).toEqual(['Z.yaml', 'a-b.yaml', 'a/.hidden/d.yaml', 'a/c.yaml', 'b.yaml', 'é.yaml']);
});

test('arguments name files and folders, each file is listed once', () => {
  const folder = tempFolder({ 'x/a.yaml': '', 'x/b.yaml': '', 'y/c.yaml': '', 'd.txt': '' });
  expect(open(folder, 'x', 'x/a.yaml', 'd.txt', './x/').list(yaml).files).toEqual([
    'd.txt',
    'x/a.yaml',
    'x/b.yaml',
  ]);
  expect(open(folder, path.join(folder, 'y')).list(yaml).files).toEqual(['y/c.yaml']);
});

test('a path outside the current folder moves the workspace to what holds all of them', () => {
  const folder = tempFolder({ 'one/a.yaml': '', 'two/b.yaml': '', 'two/c/d.yaml': '' });
  const here = path.join(folder, 'one');
  const up = open(here, '../two');
  expect([path.basename(up.root), up.list(yaml).files]).toEqual(['two', ['b.yaml', 'c/d.yaml']]);
  const both = open(here, '../two/b.yaml', 'a.yaml');
  expect(both.list(yaml).files).toEqual(['one/a.yaml', 'two/b.yaml']);
});

test('a path that does not exist cannot be used, and is named', () => {
  const folder = tempFolder({ 'a.yaml': '' });
  expect(openWorkspace(folder, ['a.yaml', 'nope/b.yaml'])).toEqual({
    unusable: 'nope/b.yaml does not exist',
  });
  expect(openWorkspace(folder, ['a.yaml/b'])).toEqual({ unusable: 'a.yaml/b: no such file' });
});

test('links are followed to files inside the workspace only', () => {
  const outside = tempFolder({ 'secret.yaml': 'secret: 1', 'folder/deep.yaml': '' });
  const folder = tempFolder({ 'real.yaml': 'here: 1', 'sub/x.yaml': '', '.gitignore': 'ignored.yaml\n' });
  const link = (target: string, name: string): void => symlinkSync(target, path.join(folder, name));
  link('real.yaml', 'inside.yaml');
  link(path.join(outside, 'secret.yaml'), 'out.yaml');
  link(path.join(outside, 'secret.yaml'), 'ignored.yaml');
  link(path.join(outside, 'folder'), 'out-folder');
  link('nothing.yaml', 'dangling.yaml');
  link('b.yaml', 'a.yaml');
  link('a.yaml', 'b.yaml');
  link('.', 'sub/loop');
  link('sub', 'again');
  const workspace = open(folder);
  const { files, leftOut } = workspace.list(yaml);
  expect(files).toEqual(['inside.yaml', 'real.yaml', 'sub/x.yaml']);
  expect(leftOutLines(leftOut)).toEqual([
    'failed a.yaml: a symlink that leads back to itself',
    'failed b.yaml: a symlink that leads back to itself',
    'skipped dangling.yaml: a symlink to nothing',
    'skipped out-folder: a symlink that leads out of the workspace',
    'skipped out.yaml: a symlink that leads out of the workspace',
  ]);
  expect(textOf(workspace, 'inside.yaml')).toBe('here: 1');
  expect(textOf(workspace, 'sub/loop/loop/x.yaml')).toBe('');
  const refused = { kind: 'refused', reason: 'a symlink that leads out of the workspace' };
  expect(workspace.read('out.yaml')).toEqual(refused);
  expect(workspace.read('out-folder/deep.yaml')).toEqual(refused);
  expect(workspace.read('../x')).toEqual({ kind: 'refused', reason: 'outside the workspace' });
  expect(workspace.read(path.join(outside, 'secret.yaml')).kind).toBe('refused');
  expect([workspace.has('out.yaml'), workspace.has('..'), workspace.has('real.yaml')]).toEqual([
    false,
    false,
    true,
  ]);
});

test('a link that leaves the workspace cannot be named either', () => {
  const outside = tempFolder({ 'secret.yaml': '' });
  const folder = tempFolder();
  symlinkSync(outside, path.join(folder, 'configs'));
  expect(openWorkspace(folder, ['configs'])).toEqual({
    unusable: 'configs: a symlink that leads out of the workspace',
  });
});

test('the current folder may be a link itself', () => {
  const folder = tempFolder({ 'real/a.yaml': 'a: 1' });
  symlinkSync('real', path.join(folder, 'link'));
  const workspace = open(path.join(folder, 'link'), 'a.yaml');
  expect([path.basename(workspace.root), textOf(workspace, 'a.yaml')]).toEqual(['real', 'a: 1']);
});

test('a FIFO is never opened', () => {
  const folder = tempFolder({ 'a.yaml': '' });
  for (const name of ['pipe.yaml', 'pipe']) execFileSync('mkfifo', [path.join(folder, name)]);
  symlinkSync('pipe', path.join(folder, 'link.yaml'));
  const workspace = open(folder);
  expect(leftOutLines(workspace.list(yaml).leftOut)).toEqual([
    'failed link.yaml: a FIFO, not a file',
    'failed pipe.yaml: a FIFO, not a file',
  ]);
  expect(workspace.read('pipe.yaml')).toEqual({ kind: 'unreadable', reason: 'a FIFO, not a file' });
  expect(open(folder, 'pipe.yaml').list(yaml).files).toEqual(['pipe.yaml']);
});

test('devices and folders are not read', () => {
  expect(open('/dev', '/dev/null').read('null')).toEqual({
    kind: 'unreadable',
    reason: 'a device, not a file',
  });
  const workspace = open(tempFolder({ 'a/b': '' }));
  expect(workspace.read('a')).toEqual({ kind: 'unreadable', reason: 'a folder, not a file' });
  expect(workspace.read('nope')).toEqual({ kind: 'unreadable', reason: 'no such file' });
});

test('a file of 16 MiB is read, of a larger one the beginning', () => {
  const size = 16 * 1024 * 1024;
  const workspace = open(
    tempFolder({ 'fits.yaml': Buffer.alloc(size, 'a'), 'large.yaml': Buffer.alloc(50_000_000, 'b') }),
  );
  const fits = workspace.read('fits.yaml');
  expect(fits.kind === 'bytes' && fits.bytes.length).toBe(size);
  const large = workspace.read('large.yaml');
  expect(large.kind === 'too-large' && large.head.length).toBe(64 * 1024);
});

test.skipIf(process.getuid?.() === 0)('what may not be read is said to be so', () => {
  const folder = tempFolder({ 'locked/a.yaml': '', 'b.yaml': '' });
  chmodSync(path.join(folder, 'locked'), 0);
  chmodSync(path.join(folder, 'b.yaml'), 0);
  const workspace = open(folder);
  expect(leftOutLines(workspace.list(yaml).leftOut)).toEqual(['failed locked: permission denied']);
  expect(workspace.read('b.yaml')).toEqual({ kind: 'unreadable', reason: 'permission denied' });
  chmodSync(path.join(folder, 'locked'), 0o700);
});

test('folders may be nested deeper than a path can be long', () => {
  const folder = tempFolder();
  // One step at a time: the whole path is longer than the system takes.
  const script = 'for i in $(seq 60); do mkdir $1; cd $1; done; echo "a: 1" > end.yaml';
  const name = 'd'.repeat(100);
  execFileSync('bash', ['-c', script, 'bash', name], { cwd: folder });
  const { files, leftOut } = open(folder).list(yaml);
  expect(files).toEqual([]);
  expect(leftOut.map(({ reason }) => reason)).toEqual(['its path is too long']);
  execFileSync('rm', ['-rf', path.join(folder, name)]);
});

test('a wide and deep tree is listed whole', () => {
  const folder = tempFolder();
  const names: string[] = [];
  for (let index = 0; index < 5000; index += 1) {
    const sub = `d${index % 50}/e${index % 7}`;
    if (index < 350) mkdirSync(path.join(folder, sub), { recursive: true });
    names.push(`${sub}/f${index}.yaml`);
    writeFileSync(path.join(folder, sub, `f${index}.yaml`), '');
  }
  expect(open(folder).list(yaml).files).toEqual(names.sort());
});

test('names with blanks, brackets and line ends are names like others', () => {
  const names = [' a.yaml', '#b.yaml', '!c.yaml', '[d].yaml', 'e\nf.yaml', '\\g.yaml', 'h*.yaml'];
  const folder = tempFolder(Object.fromEntries(names.map((name) => [name, 'x'])));
  const workspace = open(folder);
  expect(workspace.list(all).files).toEqual([...names].sort());
  for (const name of names) expect(textOf(workspace, name)).toBe('x');
});

function textOf(workspace: ReturnType<typeof open>, file: string): string {
  const read = workspace.read(file);
  return read.kind === 'bytes' ? read.bytes.toString() : `${read.kind}`;
}
