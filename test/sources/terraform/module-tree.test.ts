import { describe, expect, test } from 'vitest';
import { leftOutLines, tempFolder } from '../temp-workspace.ts';
import { discover, machine, moduleLines, names, problemLines } from './discover-folder.ts';
import { gitEnvironment, hasGit, makeRepository } from './git-fixture.ts';

function call(name: string, source: string): string {
  return `module "${name}" {\n  source = "${source}"\n}\n`;
}

describe('calls of folders', () => {
  test('nested, with what path.module says', async () => {
    const found = await discover({
      'clusters/one/main.tf': `terraform {\n  backend "local" {}\n}\n${call('net', '../../modules/net')}${call('pool', './pool/')}`,
      'clusters/one/pool/main.tf': machine + call('disk', '../disk'),
      'clusters/one/disk/main.tf': '',
      'modules/net/main.tf': call('inner', './inner'),
      'modules/net/inner/main.tf': '',
    });
    expect(names(found)).toEqual(['clusters/one']);
    expect(moduleLines(found.entries[0])).toEqual([
      '- /workspace/clusters/one .',
      'net /workspace/modules/net ../../modules/net',
      'pool /workspace/clusters/one/pool pool',
      'net.inner /workspace/modules/net/inner ../../modules/net/inner',
      'pool.disk /workspace/clusters/one/disk disk',
    ]);
    expect(found.problems).toEqual([]);
  });

  test('a folder with nothing but files of OpenTofu is missing, and no mistake', async () => {
    const found = await discover({ 'main.tf': machine + call('a', './disks'), 'disks/main.tofu': '' });
    expect(problemLines(found)).toEqual([]);
    expect(found.entries[0]?.gaps).toEqual([
      expect.objectContaining({
        kind: 'missing',
        what: 'module.a',
        why: 'module "a" has the source ./disks, where only OpenTofu files are (.tofu)',
      }),
    ]);
    expect(found.entries[0]?.params.missing).toEqual(['a']);
  });

  test('a folder that is not there, is empty, or lies outside', async () => {
    const found = await discover({
      'main.tf':
        machine + call('a', './nothing') + call('b', './empty') + call('c', '../../etc') + call('d', '/etc'),
      'empty/readme.md': '',
    });
    expect(problemLines(found)).toEqual([
      'terraform/module-source main.tf:5:12 module "a" has the source ./nothing, where no Terraform files are',
      'terraform/module-source main.tf:8:12 module "b" has the source ./empty, where no Terraform files are',
      'terraform/module-source main.tf:11:12 module "c" has the source ../../etc, outside of the folder that is checked',
      'terraform/module-source main.tf:14:12 module "d" has a source that is a path of this machine: write it relative, with ./ or ../',
    ]);
    expect(found.entries[0]?.params.missing).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a link that leads out of the workspace', async () => {
    const outside = tempFolder({ 'main.tf': machine });
    const found = await discover({ 'main.tf': machine + call('a', './link'), link: `-> ${outside}` });
    expect(found.entries[0]?.params.missing).toEqual(['a']);
    expect(moduleLines(found.entries[0])).toEqual(['- /workspace .']);
  });

  test('a module that calls itself, over another and directly', async () => {
    const found = await discover({
      'main.tf': machine + call('a', './a'),
      'a/main.tf': call('b', '../b') + call('self', '.'),
      'b/main.tf': call('a', '../a'),
    });
    expect(problemLines(found)).toEqual([
      'terraform/cycle a/main.tf:5:12 module "self" leads back to a module that calls it',
      'terraform/cycle b/main.tf:2:12 module "a" leads back to a module that calls it',
    ]);
    expect(found.entries[0]?.params.missing).toEqual(['a.self', 'a.b.a']);
  });

  test('calls that double at every level end at a limit', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [
        `m${at}/main.tf`,
        call('a', `../m${at + 1}`) + call('b', `../m${at + 1}`),
      ]),
    );
    const found = await discover({ 'main.tf': machine + call('top', './m0'), ...files, 'm20/main.tf': '' });
    expect(found.entries[0]?.params.modules).toHaveLength(2000);
    expect(problemLines(found)[0]).toMatch(
      /^terraform\/limit m\d+\/main\.tf:2:12 module "a" is one of more than 2000 modules$/,
    );
  });

  test('a chain that is too long ends at a limit', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`m${at}/main.tf`, call('a', `../m${at + 1}`)]),
    );
    const found = await discover({ 'main.tf': machine + call('top', './m0'), ...files, 'm40/main.tf': '' });
    expect(problemLines(found)).toEqual([
      'terraform/limit m29/main.tf:2:12 module "a" is more than 30 modules below the root module',
    ]);
  });
});

describe('hostile sources', () => {
  test.each([
    ['git::ext::sh -c id', 'asks git for the transport `ext::`, which may run a program'],
    ['git::--upload-pack=id', 'begins with `-`, which git would take for an option'],
    [
      'git::https://example.com/r?ref=--upload-pack%3Did',
      'has a `ref` that is no name of a branch, a tag or a commit',
    ],
    ['git::file:///etc', 'uses `file:`: modules are fetched over https and ssh, or lie in the workspace'],
  ])('%s', async (source, reason) => {
    // Without a PATH there is no git: nothing of it may be asked.
    const found = await discover(
      { 'main.tf': machine + call('a', source) },
      { env: { ...gitEnvironment(), PATH: '' } },
    );
    expect(problemLines(found)).toEqual([
      `terraform/module-source main.tf:5:12 module "a" has a source that ${reason}`,
    ]);
    expect(found.leftOut).toEqual([]);
  });
});

describe('what only terraform init can get', () => {
  const registry =
    machine + call('vpc', 'terraform-aws-modules/vpc/aws') + call('web', 'hg::https://example.com/r');

  test('is a gap that says what to run', async () => {
    const found = await discover({ 'aws/main.tf': registry });
    expect(found.entries[0]?.gaps.map(({ kind, what, why }) => `${kind} ${what}: ${why}`)).toEqual([
      'missing module.vpc: module "vpc" is a module of the registry, terraform-aws-modules/vpc/aws: run `terraform init` in aws',
      'missing module.web: module "web" is a Mercurial repository: run `terraform init` in aws',
    ]);
    expect(found.entries[0]?.params.missing).toEqual(['vpc', 'web']);
    expect(found.problems).toEqual([]);
  });

  test('is taken as it was left', async () => {
    const manifest = {
      Modules: [
        { Key: '', Source: '', Dir: '.' },
        {
          Key: 'vpc',
          Source: 'registry.terraform.io/terraform-aws-modules/vpc/aws',
          Version: '5.0.0',
          Dir: '.terraform/modules/vpc',
        },
        { Key: 'web', Source: 'hg::https://example.com/other', Dir: '.terraform/modules/web' },
      ],
    };
    const found = await discover({
      'aws/main.tf': registry,
      'aws/.terraform/modules/modules.json': JSON.stringify(manifest),
      'aws/.terraform/modules/vpc/main.tf': call('sub', './modules/sub'),
      'aws/.terraform/modules/vpc/modules/sub/main.tf': '',
      'aws/.terraform/modules/web/main.tf': '',
    });
    expect(moduleLines(found.entries[0])).toEqual([
      '- /workspace/aws .',
      'vpc /workspace/aws/.terraform/modules/vpc .terraform/modules/vpc',
      'vpc.sub /workspace/aws/.terraform/modules/vpc/modules/sub .terraform/modules/vpc/modules/sub',
    ]);
    // The source has changed since: what is there is another module.
    expect(found.entries[0]?.params.missing).toEqual(['web']);
  });

  test.each([
    ['no JSON', '{'],
    ['of another form', '{"Modules": {"vpc": 1}}'],
    [
      'a folder outside',
      '{"Modules":[{"Key":"vpc","Source":"registry.terraform.io/terraform-aws-modules/vpc/aws","Dir":"../../../../etc"}]}',
    ],
    [
      'an absolute folder',
      '{"Modules":[{"Key":"vpc","Source":"registry.terraform.io/terraform-aws-modules/vpc/aws","Dir":"/etc"}]}',
    ],
  ])('a modules.json that is %s is not used', async (_, text) => {
    const found = await discover({ 'main.tf': registry, '.terraform/modules/modules.json': text });
    expect(found.entries[0]?.params.missing).toEqual(['vpc', 'web']);
  });
});

describe.skipIf(!hasGit)('calls of repositories (needs git)', () => {
  const url = 'https://git.example.com/o/net.git';

  test('a folder in one, and what it calls beside it', async () => {
    const repository = makeRepository();
    const commit = repository.commit({
      'sub/main.tf': call('in', '../other') + call('out', '../../x'),
      'other/main.tf': '',
    });
    const env = gitEnvironment({ [url]: repository });
    const found = await discover(
      { 'main.tf': machine + call('net', `git::${url}//sub?ref=${commit}`) },
      { env },
    );
    const [key = ''] = Object.keys(found.fetched.labels);
    expect(found.fetched.labels[key]).toBe(`git.example.com/o/net@${commit.slice(0, 12)}`);
    expect(moduleLines(found.entries[0])).toEqual([
      '- /workspace .',
      `net ${key}/sub .terraform/modules/net/sub`,
      `net.in ${key}/other .terraform/modules/net/other`,
    ]);
    expect(problemLines(found)).toEqual([
      `terraform/module-source git.example.com/o/net@${commit.slice(0, 12)}/sub/main.tf:5:12 module "out" has the source ../../x, outside of its repository`,
    ]);
  });

  test('a ref that is not there is the call at fault; a repository that cannot be asked is not', async () => {
    const repository = makeRepository();
    repository.commit({ 'main.tf': '' });
    const env = gitEnvironment({ [url]: repository });
    const found = await discover(
      {
        'main.tf':
          machine +
          call('a', `git::${url}?ref=v9`) +
          call('b', 'git::https://127.0.0.1:1/b.git') +
          call('c', `git::${url}//no`),
      },
      { env },
    );
    expect(problemLines(found)).toEqual([
      'terraform/module-source main.tf:5:12 module "a" cannot be fetched from git.example.com/o/net: it has no branch, tag or commit v9',
      expect.stringMatching(
        /^terraform\/module-source main\.tf:11:12 module "c" has no Terraform files in git\.example\.com\/o\/net@[0-9a-f]{12}\/no$/,
      ),
    ]);
    expect(leftOutLines(found.leftOut)).toEqual([
      expect.stringMatching(
        /^failed main\.tf: module "b" cannot be fetched from 127\.0\.0\.1:1\/b: unable to access 'https:\/\/127\.0\.0\.1:1\/b\.git\/': .*; or run `terraform init` in this folder$/,
      ),
    ]);
  });
});
