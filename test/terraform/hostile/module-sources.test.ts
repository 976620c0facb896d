// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what this is about

import { existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reporters } from '../../../src/report/index.ts';
import { gitEnvironment, hasGit, makeRepository } from '../../sources/terraform/git-fixture.ts';
import { workspaceWith } from '../../support/workspace.ts';
import { runGuarded } from '../traps/check-modules.ts';
import { readTree } from '../traps/run-traps.ts';
import { checkHostile, neighbour } from './workspace.ts';

/** Sources that are never used, and what is said of each; MARK is a file that a command would make. */
const refused: Readonly<Record<string, string>> = {
  '../../outside': 'outside of the folder that is checked',
  './linked': 'where no Terraform files are',
  '/etc': 'is a path of this machine',
  'file:///etc': 'is a path of this machine',
  'git::file:///etc': 'uses `file:`',
  'git::ext::sh -c touch% MARK': 'the transport `ext::`, which may run a program',
  'ext::sh -c touch% MARK': 'begins with `ext::`',
  'git::fd::17': 'the transport `fd::`',
  'git::--upload-pack=touch MARK': 'begins with `-`',
  'git::ssh://git@example.com/--upload-pack=touch': 'begins with `-`',
  'git::ssh://-oProxyCommand=touch/x/y.git': 'begins with `-`',
  'git::ssh://-oProxyCommand=touch@host/y.git': 'begins with `-`',
  'git@-oProxyCommand=touch:x/y.git': 'begins with `-`',
  'git::https://git.example.com/a.git?ref=--upload-pack=touch': 'no name of a branch',
  'git::https://git.example.com/a.git?ref=-c%20core.sshCommand=touch': 'no name of a branch',
  'git::https://git.example.com/a.git?ref=main:../../b': 'no name of a branch',
  'git::https://git.example.com/a.git?depth=-1': '`depth` that is no number',
  'git::https://git.example.com/a.git//../../etc': 'folder outside of its repository',
  'git::https://git.example.com/../../a.git': '`.` or `..`',
  'git::http://git.example.com/a.git': 'uses `http:`',
  'git::git://git.example.com/a.git': 'uses `git:`',
};

const calls = Object.keys(refused).map(
  (source, index) => `module "m${index}" {\n  source = "${source}"\n}\n`,
);

test('sources that would read or run something are refused, each at its place', async () => {
  const home = workspaceWith({
    'outside/main.tf': 'output "a" {\n  value = "hunter2"\n}\n',
    'in/calls/main.tf': calls.join('').replaceAll('MARK', 'was-run'),
    ...Object.fromEntries(Object.entries(neighbour).map(([file, text]) => [`in/${file}`, text])),
    'in/windtunnel.yaml': 'terraform:\n  modules: [calls, neighbour]\n',
  });
  const inside = path.join(home, 'in');
  symlinkSync('../../outside', path.join(inside, 'calls/linked'));
  const { code, findings, isNeighbourChecked, output } = await checkHostile(inside, [], gitEnvironment());
  expect({ code, isNeighbourChecked }).toEqual({ code: 1, isNeighbourChecked: true });
  expect(findings).toEqual(
    Object.values(refused).map((reason, index) =>
      expect.stringMatching(
        new RegExp(
          `^terraform/module-source calls/main.tf:${3 * index + 2}:12-.*"m${index}" .*${escaped(reason)}`,
        ),
      ),
    ),
  );
  expect(output).not.toContain('hunter2');
  expect(Object.keys(readTree(home)).filter((file) => file.includes('was-run'))).toEqual([]);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

test('modules that call themselves, and each other', async () => {
  const folder = workspaceWith({
    ...neighbour,
    'self/main.tf': 'module "again" {\n  source = "./"\n}\nmodule "up" {\n  source = "../self"\n}\n',
    'mutual/main.tf': 'module "a" {\n  source = "./a"\n}\n',
    'mutual/a/main.tf': 'module "b" {\n  source = "../b"\n}\n',
    'mutual/b/main.tf': 'module "a" {\n  source = "../a"\n}\n',
    'windtunnel.yaml': 'terraform:\n  modules: [self, mutual, neighbour]\n  ignore: ["/*/*/"]\n',
  });
  const { code, findings, isNeighbourChecked } = await checkHostile(folder);
  expect({ code, isNeighbourChecked }).toEqual({ code: 1, isNeighbourChecked: true });
  expect(findings).toEqual([
    'terraform/cycle mutual/b/main.tf:2:12-2:18 module "a" leads back to a module that calls it',
    'terraform/cycle self/main.tf:2:12-2:16 module "again" leads back to a module that calls it',
    'terraform/cycle self/main.tf:5:12-5:21 module "up" leads back to a module that calls it',
  ]);
});

const gitTest = test.skipIf(!hasGit);

gitTest('credentials in a source stand in no output of any format (needs git)', async () => {
  const gone = 'https://alice:hunter2@git.example.com/gone.git';
  const folder = workspaceWith({
    ...neighbour,
    'calls/main.tf': `module "gone" {
  source = "git::${gone}?ref=v1&access_token=hunter3"
}
module "key" {
  source = "git::ssh://git@git.example.com/a.git?sshkey=hunter4"
}
module "refused" {
  source = "git::https://hunter5@git.example.com/a.git?ref=-x"
}
module "archive" {
  source = "https://alice:hunter6@example.com/a.zip?token=hunter7"
}
module "bucket" {
  source = "s3::https://s3.amazonaws.com/bucket/a.zip?aws_access_key_secret=hunter8"
}
module "odd" {
  source = "https://hunter9@"
}
`,
    'windtunnel.yaml': 'terraform:\n  modules: [calls, neighbour]\n',
  });
  const out = path.join(folder, 'out');
  const formats = reporters.flatMap(({ format }) => ['--format', `${format}=${path.join(out, format)}`]);
  const env = gitEnvironment({ [gone]: { ...makeRepository(), folder: '/nonexistent/repository' } });
  const checked = await runGuarded(['check', '--quiet', ...formats, '--format', 'terminal'], folder, env);
  const rendered = await runGuarded(['render', '--quiet', '--out', path.join(out, 'rendered')], folder, env);
  expect(checked.code).toBe(3);
  const outputs = {
    ...readTree(out),
    checked: checked.stdout + checked.stderr,
    rendered: rendered.stdout + rendered.stderr,
  };
  expect(Object.keys(outputs)).toEqual(expect.arrayContaining(reporters.map(({ format }) => format)));
  for (const [name, text] of Object.entries(outputs)) {
    expect(text, name).not.toMatch(/hunter\d/);
  }
  expect(outputs.checked).toContain('module "key" has a source that carries a key');
  expect(existsSync(path.join(folder, 'was-run'))).toBe(false);
});
