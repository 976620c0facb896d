import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { open, tempFolder } from './temp-workspace.ts';

type Tree = Readonly<Record<string, string>>;

const isYaml = (name: string): boolean => name.endsWith('.yaml');

/** Trees, and which of their YAML files are left. */
const cases: Readonly<Record<string, readonly [tree: Tree, left: readonly string[]]>> = {
  'a name at any depth': [
    { '.gitignore': 'x.yaml\n', 'x.yaml': '', 'a/x.yaml': '', 'a/y.yaml': '' },
    ['a/y.yaml'],
  ],
  'a name at the top only': [{ '.gitignore': '/x.yaml\n', 'x.yaml': '', 'a/x.yaml': '' }, ['a/x.yaml']],
  'a folder, and not a file of that name': [
    { '.gitignore': 'out.yaml/\n', 'a/out.yaml/x.yaml': '', 'out.yaml': '' },
    ['out.yaml'],
  ],
  'an exception': [
    { '.gitignore': '*.yaml\n!keep.yaml\n', 'a.yaml': '', 'keep.yaml': '', 'b/keep.yaml': '' },
    ['b/keep.yaml', 'keep.yaml'],
  ],
  'no exception inside an ignored folder': [
    { '.gitignore': 'out/\n!out/keep.yaml\n', 'out/keep.yaml': '', 'a.yaml': '' },
    ['a.yaml'],
  ],
  'an exception by way of the folder': [
    { '.gitignore': 'out/*\n!out/keep/\n', 'out/keep/a.yaml': '', 'out/b.yaml': '' },
    ['out/keep/a.yaml'],
  ],
  'a nested file': [
    {
      'a/.gitignore': 'x.yaml\n/sub/y.yaml\n',
      'a/x.yaml': '',
      'a/b/x.yaml': '',
      'x.yaml': '',
      'a/sub/y.yaml': '',
      'sub/y.yaml': '',
    },
    ['sub/y.yaml', 'x.yaml'],
  ],
  'a nested exception': [
    { '.gitignore': '*.yaml\n', 'a/.gitignore': '!x.yaml\n', 'a/x.yaml': '', 'x.yaml': '', 'a/b/x.yaml': '' },
    ['a/b/x.yaml', 'a/x.yaml'],
  ],
  'a nested exception of a folder': [
    { '.gitignore': 'build/\n', 'a/.gitignore': '!build/\n', 'a/build/x.yaml': '', 'build/y.yaml': '' },
    ['a/build/x.yaml'],
  ],
  'any folders between': [
    {
      '.gitignore': 'a/**/z.yaml\n**/q/r.yaml\nw/**\n',
      'a/z.yaml': '',
      'a/b/c/z.yaml': '',
      'z.yaml': '',
      'p/q/r.yaml': '',
      'w/v/u.yaml': '',
    },
    ['z.yaml'],
  ],
  'a slash in the middle binds to the folder of the file': [
    { 'sub/.gitignore': 'a/b.yaml\n', 'sub/a/b.yaml': '', 'sub/c/a/b.yaml': '' },
    ['sub/c/a/b.yaml'],
  ],
  'letter case counts': [{ '.gitignore': 'X.yaml\n', 'x.yaml': '', 'X.yaml': '' }, ['x.yaml']],
  'comments, blanks, escapes, CRLF': [
    {
      '.gitignore': '# x.yaml\n\n\\#y.yaml\r\nz.yaml   \n\\!b.yaml\n',
      'x.yaml': '',
      '#y.yaml': '',
      'z.yaml': '',
      '!b.yaml': '',
    },
    ['x.yaml'],
  ],
  'sets of letters': [
    { '.gitignore': '[ab]?.yaml\n', 'a1.yaml': '', 'b.yaml': '', 'c1.yaml': '' },
    ['b.yaml', 'c1.yaml'],
  ],
  'a folder with letters of the pattern language in its name': [
    {
      '[a]*/.gitignore': 'x.yaml\n',
      '[a]*/x.yaml': '',
      'a1/x.yaml': '',
      ' b /.gitignore': 'y.yaml\n',
      ' b /y.yaml': '',
      'y.yaml': '',
    },
    ['a1/x.yaml', 'y.yaml'],
  ],
};

describe('.gitignore files hold at every level', () => {
  test.each(Object.entries(cases))('%s', (_, [tree, left]) => {
    const folder = tempFolder(tree);
    expect(open(folder).list(isYaml).files).toEqual(left);
  });
});

describe.skipIf(!hasGit())('git itself leaves the same files', () => {
  test.each(Object.entries(cases))('%s', (_, [tree]) => {
    const folder = tempFolder(tree);
    execFileSync('git', ['init', '-q'], { cwd: folder });
    const args = ['ls-files', '--others', '--exclude-standard', '-z', '--', '*.yaml'];
    const listed = execFileSync('git', args, { cwd: folder }).toString().split('\0').slice(0, -1);
    expect(open(folder).list(isYaml).files).toEqual(listed.sort());
  });
});

test('.git/info/exclude holds, and a .gitignore overrides it', () => {
  const folder = tempFolder({
    '.git/info/exclude': 'x.yaml\ny.yaml\n',
    '.gitignore': '!y.yaml\n',
    'x.yaml': '',
    'y.yaml': '',
  });
  expect(open(folder).list(isYaml).files).toEqual(['y.yaml']);
});

test('rules above the workspace hold up to the top of the working tree', () => {
  const folder = tempFolder({
    '.gitignore': 'top.yaml\n',
    'repo/.git/HEAD': '',
    'repo/.gitignore': '/sub/anchored.yaml\nany.yaml\n',
    'repo/sub/.gitignore': 'own.yaml\n',
    'repo/sub/deep/any.yaml': '',
    'repo/sub/anchored.yaml': '',
    'repo/sub/deep/anchored.yaml': '',
    'repo/sub/own.yaml': '',
    'repo/sub/top.yaml': '',
  });
  const left = ['deep/anchored.yaml', 'top.yaml'];
  expect(open(path.join(folder, 'repo/sub')).list(isYaml).files).toEqual(left);
  expect(open(path.join(folder, 'repo'), 'sub').list(isYaml).files).toEqual(
    left.map((file) => `sub/${file}`),
  );
});

test('what is named is taken although git ignores it', () => {
  const folder = tempFolder({
    '.gitignore': 'build/\nx.yaml\n',
    'build/a.yaml': '',
    'build/.gitignore': 'c.yaml\n',
    'build/c.yaml': '',
    'x.yaml': '',
  });
  expect(open(folder, 'x.yaml').list(isYaml).files).toEqual(['x.yaml']);
  expect(open(folder, 'build').list(isYaml).files).toEqual(['build/a.yaml']);
});

test('a pattern made to be slow is not slow', () => {
  const folder = tempFolder();
  const name = `${'a'.repeat(200)}.yaml`;
  writeFileSync(path.join(folder, '.gitignore'), `${'*a'.repeat(40)}*b\n${'**/'.repeat(60)}b\n`);
  mkdirSync(path.join(folder, 'd'));
  writeFileSync(path.join(folder, 'd', name), '');
  expect(open(folder).list(isYaml).files).toEqual([`d/${name}`]);
});

function hasGit(): boolean {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    return false;
  }
}
