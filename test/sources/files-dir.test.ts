import { expect, test } from 'vitest';
import { filesDirFor, localReferences } from '../../src/sources/files/files-dir.ts';
import { open, tempFolder } from './temp-workspace.ts';

test('the nearest folder above a config that has all the files it names', () => {
  const workspace = open(
    tempFolder({
      'a/b/c.bu': '',
      'a/files/x': '',
      'a/b/own': '',
      'files/x': '',
      'files/y': '',
      'tree/z': '',
    }),
  );
  const find = (...names: string[]): string => filesDirFor(workspace, 'a/b/c.bu', names);
  expect(find('own')).toBe('a/b');
  expect(find('files/x')).toBe('a');
  expect(find('files/x', 'files/y')).toBe('');
  expect(find('tree')).toBe('');
  expect(find('files/x', 'nowhere')).toBe('a/b');
  expect(find('../../../../etc/passwd')).toBe('a/b');
  expect(find()).toBe('a/b');
  expect(filesDirFor(workspace, 'top.bu', ['files/y'])).toBe('');
});

test('local references are read from all keys that have them', () => {
  const text = [
    'passwd:',
    '  users:',
    '    - name: core',
    '      ssh_authorized_keys_local:',
    '        - keys/one.pub',
    '        - "keys/two.pub"',
    '      name: x',
    'storage:',
    '  files:',
    '    - path: /a',
    '      contents:',
    '        local: files/a # the first',
    '    - path: /b',
    '      append:',
    "        - local: 'files/b c'",
    '  trees:',
    '    - local: tree',
    'systemd:',
    '  units:',
    '    - name: local',
    '      contents_local: units/a.service',
    '',
  ].join('\n');
  expect(localReferences(text)).toEqual([
    'keys/one.pub',
    'keys/two.pub',
    'files/a',
    'files/b c',
    'tree',
    'units/a.service',
  ]);
});
