import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runGit } from '../../../src/sources/git/run-git.ts';
import { type FetchedRepository, GitModules } from '../../../src/sources/terraform/git-modules.ts';
import { parseModuleAddress } from '../../../src/sources/terraform/module-address.ts';
import { ModuleCache, moduleCacheFolder } from '../../../src/sources/terraform/module-cache.ts';
import { tempFolder } from '../temp-workspace.ts';
import { gitEnvironment, hasGit, makeRepository, type Repository } from './git-fixture.ts';

const url = 'https://git.example.com/modules/net.git';

/** Gets a source as one run of the program does. */
function get(source: string, env: Readonly<Record<string, string>>): Promise<FetchedRepository> {
  const address = parseModuleAddress(source);
  if (address.kind !== 'git') throw new Error(`${source} is ${address.kind}`);
  return new GitModules(new ModuleCache(moduleCacheFolder(env)), env).get(address);
}

async function textOf(
  source: string,
  env: Readonly<Record<string, string>>,
  file = 'main.tf',
): Promise<string> {
  const got = await get(source, env);
  if (got.kind !== 'fetched') return `${got.kind}: ${got.reason}`;
  return readFileSync(path.join(moduleCacheFolder(env), got.key, file), 'utf8');
}

/** A repository with a branch, a lightweight and an annotated tag. */
function history(): { repository: Repository; first: string; env: Record<string, string> } {
  const repository = makeRepository();
  const first = repository.commit({ 'main.tf': '# one' });
  repository.git('tag', 'v1');
  repository.commit({ 'main.tf': '# two' });
  repository.git('tag', '--annotate', 'v2', '--message=two');
  repository.git('branch', 'feature/x');
  repository.commit({ 'main.tf': '# three' });
  return { repository, first, env: gitEnvironment({ [url]: repository }) };
}

describe.skipIf(!hasGit)('repositories (needs git)', () => {
  test('branch, tag, annotated tag, commit, abbreviated commit and HEAD', async () => {
    const { first, env } = history();
    expect(await textOf(`git::${url}`, env)).toBe('# three');
    expect(await textOf(`git::${url}?ref=main`, env)).toBe('# three');
    expect(await textOf(`git::${url}?ref=feature/x`, env)).toBe('# two');
    expect(await textOf(`git::${url}?ref=v1`, env)).toBe('# one');
    expect(await textOf(`git::${url}?ref=v2`, env)).toBe('# two');
    expect(await textOf(`git::${url}?ref=${first}`, env)).toBe('# one');
    expect(await textOf(`git::${url}?ref=${first.slice(0, 9)}`, env)).toBe('# one');
    expect(await textOf(`git::${url}?ref=refs/tags/v1`, env)).toBe('# one');
  });

  test('a tag wins over a branch of its name', async () => {
    const { repository, env } = history();
    repository.git('branch', 'v1', 'main');
    expect(await textOf(`git::${url}?ref=v1`, env)).toBe('# one');
  });

  test('a commit that is in the cache takes no network', async () => {
    const { first, repository, env } = history();
    expect(await textOf(`git::${url}?ref=${first}`, env)).toBe('# one');
    rmSync(repository.folder, { recursive: true });
    expect(await textOf(`git::${url}?ref=${first}`, env)).toBe('# one');
  });

  test('a branch follows its repository; without it, it is as it was, and that is said', async () => {
    const { repository, env } = history();
    await get(`git::${url}?ref=main`, env);
    const last = repository.commit({ 'main.tf': '# four' });
    expect(await textOf(`git::${url}?ref=main`, env)).toBe('# four');
    rmSync(repository.folder, { recursive: true });
    const got = await get(`git::${url}?ref=main`, env);
    expect(got).toMatchObject({ kind: 'fetched', label: `git.example.com/modules/net@${last.slice(0, 12)}` });
    expect(got.kind === 'fetched' && got.doubt).toMatch(
      `main is taken as it was the last time, ${last.slice(0, 12)}: `,
    );
  });

  test('a ref that does not exist is the source that is wrong', async () => {
    const { env } = history();
    expect(await get(`git::${url}?ref=v9`, env)).toEqual({
      kind: 'wrong',
      reason: 'it has no branch, tag or commit v9',
    });
    const commit = '0123456789abcdef0123456789abcdef01234567';
    expect(await get(`git::${url}?ref=${commit}`, env)).toEqual({
      kind: 'wrong',
      reason: `it has no commit ${commit}`,
    });
  });

  test('a repository that cannot be reached is not', async () => {
    const gone = makeRepository();
    rmSync(gone.folder, { recursive: true });
    const got = await get(`git::${url}`, gitEnvironment({ [url]: gone }));
    expect(got).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('does not appear to be a git repository'),
    });
  });

  test('a machine without git', async () => {
    const env = { ...gitEnvironment(), PATH: tempFolder() };
    expect(await get(`git::${url}`, env)).toEqual({
      kind: 'unavailable',
      reason: 'there is no git on this machine',
    });
  });

  test('nothing but whole modules stays in the cache, and git has no say in it', async () => {
    const { env } = history();
    const got = await get(`git::${url}?ref=v1`, env);
    await get(`git::${url}?ref=v9`, env);
    const left = readdirSync(moduleCacheFolder(env)).sort();
    expect(left).toEqual([got.kind === 'fetched' && got.key, 'refs']);
    expect(readdirSync(path.join(moduleCacheFolder(env), left[0] ?? ''))).toEqual(['main.tf']);
  });
});

describe.skipIf(!hasGit)('hostile repositories (needs git)', () => {
  test('links that lead out are not there, others are', async () => {
    const repository = makeRepository();
    repository.commit({
      'main.tf': '',
      'a/real.tf': '# real',
      'inside.tf': '-> a/real.tf',
      'outside.tf': '-> /etc/passwd',
      'above.tf': '-> ../../refs',
      'twice.tf': '-> outside.tf',
      loop: '-> loop',
    });
    const env = gitEnvironment({ [url]: repository });
    const got = await get(`git::${url}`, env);
    const folder = path.join(moduleCacheFolder(env), got.kind === 'fetched' ? got.key : '');
    expect(readdirSync(folder).sort()).toEqual(['a', 'inside.tf', 'main.tf']);
    expect(readFileSync(path.join(folder, 'inside.tf'), 'utf8')).toBe('# real');
  });

  test('neither hooks, filters nor submodules of it are run', async () => {
    const repository = makeRepository();
    const proof = path.join(tempFolder(), 'proof');
    repository.commit({
      'main.tf': '# text',
      '.gitattributes': '* filter=evil\n',
      '.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = ext::sh -c "touch ${proof}"\n\tupdate = !touch ${proof}\n`,
      '.gitconfig': `[core]\n\tfsmonitor = touch ${proof}\n`,
    });
    repository.git('update-index', '--add', '--cacheinfo', `160000,${repository.git('rev-parse', 'HEAD')},x`);
    repository.git('commit', '--quiet', '--message=submodule');
    expect(await textOf(`git::${url}`, gitEnvironment({ [url]: repository }))).toBe('# text');
    expect(existsSync(proof)).toBe(false);
  });

  test('names that lead out of it', async () => {
    const repository = makeRepository();
    repository.commit({ 'main.tf': '# text' });
    const blob = repository.git('rev-parse', 'HEAD:main.tf');
    const above = repository.makeTree(`100644 blob ${blob}\tevil.tf`);
    const commit = repository.git('commit-tree', repository.makeTree(`040000 tree ${above}\t..`), '-m', 'up');
    repository.git('update-ref', 'refs/heads/up', commit);
    const env = gitEnvironment({ [url]: repository });
    expect(await get(`git::${url}?ref=up`, env)).toMatchObject({ kind: 'unavailable' });
    expect(readdirSync(moduleCacheFolder(env), { recursive: true }).join()).not.toContain('evil');
  });

  test('a transport that runs programs is refused even where the user rewrites to it', async () => {
    const env = gitEnvironment();
    const proof = path.join(tempFolder(), 'proof');
    const config = env['GIT_CONFIG_GLOBAL'] ?? '';
    writeFileSync(
      config,
      `[url "ext::touch ${proof} #"]\n\tinsteadOf = ${url}\n[protocol "ext"]\n\tallow = always\n`,
    );
    expect(await get(`git::${url}`, env)).toEqual({
      kind: 'unavailable',
      reason: "transport 'ext' not allowed",
    });
    expect(existsSync(proof)).toBe(false);
  });

  test('no token of an address or of the user is told', async () => {
    const env = gitEnvironment();
    writeFileSync(
      env['GIT_CONFIG_GLOBAL'] ?? '',
      '[url "https://bot:topsecret@127.0.0.1:1/"]\n\tinsteadOf = https://git.example.com/\n',
    );
    const seen = [
      await get(`git::${url}`, env),
      await get('git::https://me:hunter2@127.0.0.1:1/r.git?ref=v1', env),
    ];
    expect(seen.map(({ kind }) => kind)).toEqual(['unavailable', 'unavailable']);
    expect(JSON.stringify(seen)).not.toMatch(/topsecret|hunter2|bot:|me:/);
    expect(JSON.stringify(readdirSync(moduleCacheFolder(env), { recursive: true }))).not.toMatch(
      /hunter2|topsecret/,
    );
  });

  test('a token in the address is no part of the name in the cache', async () => {
    const repository = makeRepository();
    repository.commit({ 'main.tf': '# text' });
    const withToken = 'https://me:hunter2@git.example.com/modules/net.git';
    const env = gitEnvironment({ [withToken]: repository });
    const got = await get(`git::${withToken}?ref=main`, env);
    expect(JSON.stringify(got)).not.toContain('hunter2');
    expect(got).toMatchObject({
      kind: 'fetched',
      label: expect.stringMatching(/^git\.example\.com\/modules\/net@/),
    });
  });

  test('a repository of too many files', async () => {
    const repository = makeRepository();
    const blob = repository.commit({ 'main.tf': '' }) && repository.git('rev-parse', 'HEAD:main.tf');
    // Trees of trees: 40 names in each of three levels are 64,000 files of a few objects.
    const files = Array.from({ length: 40 }, (_, at) => `100644 blob ${blob}\tf${at}`).join('\n');
    let tree = repository.makeTree(files);
    for (let level = 0; level < 2; level += 1) {
      const below = tree;
      tree = repository.makeTree(
        Array.from({ length: 40 }, (_, at) => `040000 tree ${below}\td${at}`).join('\n'),
      );
    }
    const commit = repository.git('commit-tree', tree, '-m', 'bomb');
    repository.git('update-ref', 'refs/heads/bomb', commit);
    const got = await get(`git::${url}?ref=bomb`, gitEnvironment({ [url]: repository }));
    expect(got).toEqual({
      kind: 'unavailable',
      reason: 'the repository is larger than 50000 files or 512 MiB',
    });
  });
});

test.skipIf(!hasGit)('a server that never answers is given up (needs git)', async () => {
  const server = createServer(() => {});
  onTestFinished(() => {
    server.close();
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const options = { cwd: tempFolder(), timeout: 400, env: gitEnvironment() };
  const answer = await runGit(['ls-remote', '--end-of-options', `https://127.0.0.1:${port}/r.git`], options);
  expect(answer).toEqual({ ok: false, reason: 'git took longer than 0.4 s' });
});

test('where modules are kept', () => {
  expect(moduleCacheFolder({ WINDTUNNEL_CACHE: '/a/cache', XDG_CACHE_HOME: '/x' })).toBe('/a/cache/modules');
  expect(moduleCacheFolder({ XDG_CACHE_HOME: '/x' })).toBe('/x/windtunnel/modules');
  expect(moduleCacheFolder({ XDG_CACHE_HOME: 'relative' })).toMatch(/\.cache\/windtunnel\/modules$/);
});
