import { describe, expect, test } from 'vitest';
import { parseModuleAddress } from '../../../src/sources/terraform/module-address.ts';

/** What is fetched, `url ref folder`; otherwise the kind, and what it says. */
function read(source: string): string {
  const address = parseModuleAddress(source);
  switch (address.kind) {
    case 'git':
      return `git ${address.url} ${address.ref ?? 'HEAD'} ${address.folder || '.'}`;
    case 'local':
      return `local ${address.path}`;
    case 'needs-init':
      return `needs-init ${address.what} = ${address.canonical}`;
    case 'refused':
      return `refused: ${address.reason}`;
  }
}

describe('addresses that Terraform takes', () => {
  test.each([
    ['./workers', 'local ./workers'],
    ['..', 'local ..'],
    ['../../modules/a', 'local ../../modules/a'],
    ['git::https://git.example.com/o/r.git', 'git https://git.example.com/o/r.git HEAD .'],
    ['git::https://git.example.com/o/r.git?ref=v1.2.0', 'git https://git.example.com/o/r.git v1.2.0 .'],
    [
      'git::https://git.example.com/o/r.git//a/b?ref=main&depth=1',
      'git https://git.example.com/o/r.git main a/b',
    ],
    ['git::https://git.example.com:8443/r?ref=feature/x', 'git https://git.example.com:8443/r feature/x .'],
    ['git::ssh://git@git.example.com:2222/o/r.git//a', 'git ssh://git@git.example.com:2222/o/r.git HEAD a'],
    ['git::git@git.example.com:o/r.git?ref=v1', 'git ssh://git@git.example.com/o/r.git v1 .'],
    ['git@github.com:o/r.git//a?ref=v1', 'git ssh://git@github.com/o/r.git v1 a'],
    ['github.com/o/r', 'git https://github.com/o/r.git HEAD .'],
    ['github.com/o/r.git?ref=v1', 'git https://github.com/o/r.git v1 .'],
    ['github.com/o/r//a/b?ref=v1', 'git https://github.com/o/r.git v1 a/b'],
    ['github.com/o/r/a', 'git https://github.com/o/r.git HEAD a'],
    ['bitbucket.org/o/r', 'git https://bitbucket.org/o/r.git HEAD .'],
    [
      'terraform-aws-modules/vpc/aws//modules/x',
      'needs-init a module of the registry, terraform-aws-modules/vpc/aws = registry.terraform.io/terraform-aws-modules/vpc/aws//modules/x',
    ],
    [
      'app.example.com/o/vpc/aws',
      'needs-init a module of the registry, app.example.com/o/vpc/aws = app.example.com/o/vpc/aws',
    ],
    ['https://example.com/a.zip', 'needs-init an archive over HTTP = https://example.com/a.zip'],
    ['hg::https://example.com/a', 'needs-init a Mercurial repository = hg::https://example.com/a'],
    [
      's3::https://s3.amazonaws.com/b/a.zip',
      'needs-init an archive in an S3 bucket = s3::https://s3.amazonaws.com/b/a.zip',
    ],
    [
      'gcs::https://www.googleapis.com/storage/v1/b/a.zip',
      'needs-init an archive in a GCS bucket = gcs::https://www.googleapis.com/storage/v1/b/a.zip',
    ],
  ])('%s', (source, expected) => {
    expect(read(source)).toBe(expected);
  });

  test('what modules.json calls them', () => {
    const written = [
      'github.com/o/r//a?ref=v1',
      'git@github.com:o/r.git',
      'git::https://h.example.com/r.git//a',
    ];
    expect(
      written
        .map((source) => parseModuleAddress(source))
        .map((address) => 'canonical' in address && address.canonical),
    ).toEqual([
      'git::https://github.com/o/r.git//a?ref=v1',
      'git::ssh://git@github.com/o/r.git',
      'git::https://h.example.com/r.git//a',
    ]);
  });
});

describe('hostile and useless addresses', () => {
  const option = 'begins with `-`, which git would take for an option';
  test.each([
    ['git::ext::sh -c id', 'asks git for the transport `ext::`, which may run a program'],
    ['git::fd::17', 'asks git for the transport `fd::`, which may run a program'],
    ['git::--upload-pack=id', option],
    ['git::-u/bin/sh', option],
    ['git::https://-oProxyCommand=id/r', 'has a host or user that begins with `-`'],
    ['git::ssh://-oProxyCommand=id/r', 'has a host or user that begins with `-`'],
    ['git::ssh://-oProxyCommand=id@example.com/r', 'has a host or user that begins with `-`'],
    ['git::ssh://%2doProxyCommand=id@example.com/r', 'has a host or user that begins with `-`'],
    ['git::ssh://example.com/--upload-pack=id', 'has a part that begins with `-`'],
    ['git::file:///etc', 'uses `file:`: modules are fetched over https and ssh, or lie in the workspace'],
    ['git::/srv/repo.git', 'is no URL: write `git::https://` or `git::ssh://`'],
    ['git::../repo', 'is no URL: write `git::https://` or `git::ssh://`'],
    [
      'git::git://example.com/r',
      'uses `git:`: modules are fetched over https and ssh, or lie in the workspace',
    ],
    [
      'git::http://example.com/r',
      'uses `http:`: modules are fetched over https and ssh, or lie in the workspace',
    ],
    ['git::https://example.com/a/../../etc', 'has `.` or `..` in the path of its repository'],
    ['git::https://example.com/a/%2e%2e/b', 'has `.` or `..` in the path of its repository'],
    ['git::https://example.com/r.git//a/../../b', 'names a folder outside of its repository'],
    [
      'git::https://example.com/r.git?ref=--upload-pack%3Did',
      'has a `ref` that is no name of a branch, a tag or a commit',
    ],
    ['git::https://example.com/r.git?ref=a..b', 'has a `ref` that is no name of a branch, a tag or a commit'],
    [
      'git::https://example.com/r.git?ref=a%0Ab',
      'has a `ref` that is no name of a branch, a tag or a commit',
    ],
    ['git::https://example.com/r.git?depth=--all', 'has a `depth` that is no number'],
    [
      'git::https://example.com/r.git?sshkey=AAAA',
      'carries a key in `sshkey`: give it to ssh by its own configuration',
    ],
    ['git::https://example.com', 'names no repository'],
    ['git::https://example.com/a\nb', 'holds control characters'],
    ['git::https://example.com/\u0000', 'holds control characters'],
    ['file::/etc', 'is a path of this machine: write it relative, with ./ or ../'],
    ['file:///etc', 'is a path of this machine: write it relative, with ./ or ../'],
    ['/etc', 'is a path of this machine: write it relative, with ./ or ../'],
    ['C:\\modules', 'is a path of this machine: write it relative, with ./ or ../'],
    ['ssh://git@example.com/r.git', 'needs `git::` in front of `ssh://`'],
    ['sh::id', 'begins with `sh::`, which is no way to get a module'],
    ['__proto__::id', 'is no address of a module: a folder begins with ./ or ../'],
    ['constructor::id', 'begins with `constructor::`, which is no way to get a module'],
    ['github.com/o', 'needs an owner and a name behind github.com/'],
    ['gitlab.com/o/r', 'is no address of a module: a repository needs `git::https://` in front'],
    ['workers', 'is no address of a module: a folder begins with ./ or ../'],
    ['', 'is no address of a module: a folder begins with ./ or ../'],
  ])('%j', (source, reason) => {
    expect(read(source)).toBe(`refused: ${reason}`);
  });

  test('one that is longer than any', () => {
    expect(read(`./${'a'.repeat(3000)}`)).toBe('refused: is longer than any address');
  });

  test('a token is nowhere but in the URL that git is given', () => {
    const address = parseModuleAddress('git::https://user:hunter2@git.example.com/o/r.git?ref=v1');
    expect(address).toMatchObject({
      label: 'git.example.com/o/r',
      url: 'https://user:hunter2@git.example.com/o/r.git',
    });
  });
});
