import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { reporters } from '../../src/report/index.ts';
import { pullRequest } from '../action/events.ts';
import { runReportStep } from '../action/report-step.ts';
import { runAction } from '../action/run-action.ts';
import { furnish } from '../github/posting.ts';
import { startGitHub } from '../github/server/start.ts';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';

const fixture = path.join(import.meta.dirname, 'fixture');

/** Every piece of a secret that must be in no output: 8 characters are enough to know it by. */
let pieces: ReadonlyMap<string, string>;

beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'windtunnel-secrets-'));
  const out = path.join(folder, 'keys');
  const args = ['render', '--out', out, '--with-placeholder-keys'];
  const rendered = await runCli(args, { cwd: fixture, env: { WINDTUNNEL_CACHE: folder } });
  const secrets = path.join(folder, 'keys/root/operator/secrets');
  pieces = new Map(
    readdirSync(secrets).flatMap((name) => piecesOf(readFileSync(path.join(secrets, name), 'utf8'), name)),
  );
  // Eight secrets, three of them keys of many lines, each in several encodings.
  expect(rendered.code).toBe(1);
  expect(pieces.size).toBeGreaterThan(100);
  rmSync(folder, { recursive: true });
});

test('the test finds a secret where there is one', async () => {
  const { folder, env } = workspace();
  await runCli(['render', '--out', 'keys', '--with-placeholder-keys'], { cwd: folder, env });
  expect(leaks(allTexts(path.join(folder, 'keys'))).length).toBeGreaterThan(10);
});

test('check shows no secret in any format', async () => {
  const { folder, env } = workspace();
  const { code, stderr, files } = await checkInAllFormats(folder, env);
  expect(code).toBe(1);
  expect(leaks([stderr, ...files])).toEqual([]);
});

test('check --base --rendered shows no secret in any format, nor does the comment', async () => {
  const { folder, env } = workspace();
  const base = commitAll(folder);
  changeNeighbours(folder);
  const { stderr, files, report } = await checkInAllFormats(folder, env, '--base', base, '--rendered');
  // The difference and the rendered files are in them.
  expect(files.filter((text) => text.includes('The kubelet')).length).toBeGreaterThanOrEqual(4);
  expect(leaks([stderr, ...files, ...allTexts(env.WINDTUNNEL_CACHE)])).toEqual([]);

  const server = await startGitHub();
  furnish(server);
  const step = await runReportStep(server, pullRequest(), { artifact: { 'report.json': report } });
  await server.close();
  const [comment] = server.state.comments;
  expect(comment?.body).toContain('The kubelet');
  expect(leaks([comment?.body ?? '', step.log, step.summary, Object.values(step.outputs).join()])).toEqual(
    [],
  );
});

test('the Action shows no secret, and a part of a run holds none', async () => {
  const { folder, env } = workspace();
  const step = await runAction({ workspace: folder, env });
  expect(step.code).toBe(1);
  const part = await runCli(['check', '--shard', '1/1', '--format', 'json'], { cwd: folder, env });
  expect(part.code).toBe(0);
  expect(leaks([step.log, step.summary, Object.values(step.outputs).join(), part.stdout])).toEqual([]);
});

test('render, matrix and the cache hold no secret', async () => {
  const { folder, env } = workspace();
  const rendered = await runCli(['render', '--out', 'out'], { cwd: folder, env });
  const matrix = await runCli(['matrix', '--json', '--shards', '2'], { cwd: folder, env });
  const files = allTexts(path.join(folder, 'out'));
  expect(files.length).toBeGreaterThan(20);
  expect(
    leaks([...files, ...allTexts(env.WINDTUNNEL_CACHE), rendered.stdout, rendered.stderr, matrix.stdout]),
  ).toEqual([]);
});

async function checkInAllFormats(folder: string, env: Readonly<Record<string, string>>, ...args: string[]) {
  const formats = reporters.flatMap(({ format }) => ['--format', `${format}=out/${format}`]);
  const run = await runCli(['check', ...args, ...formats], { cwd: folder, env });
  const texts = reporters.map(({ format }) => readFileSync(path.join(folder, 'out', format), 'utf8'));
  return { ...run, files: texts, report: readFileSync(path.join(folder, 'out/json'), 'utf8') };
}

/** Secrets move to other lines and get other lengths, and what stands beside them changes. */
function changeNeighbours(folder: string): void {
  edit(folder, 'controller.yaml', 'Token=$', 'Environment=OTHER=x$');
  edit(folder, 'controller.yaml', 'Description=Kubelet', 'Description=The kubelet');
  edit(folder, 'manifests/secret.yaml', 'token-id: abcdef', 'token-id: $' + '{bootstrap}');
  edit(folder, 'manifests/deployment.yaml', 'example/app:', 'example/other:');
  edit(folder, 'main.tf', 'length  = 24', 'length  = 32');
  edit(folder, 'main.tf', 'assets-$', 'more-assets-$');
}

/** The modules of the fixture in a folder of their own, with a cache of their own. */
function workspace() {
  const folder = workspaceWith({});
  cpSync(fixture, path.join(folder), { recursive: true });
  const cache = path.join(folder, '.cache');
  mkdirSync(cache);
  return { folder, env: { WINDTUNNEL_CACHE: cache, HOME: folder } };
}

function edit(folder: string, file: string, before: string, after: string): void {
  const target = path.join(folder, file);
  const text = readFileSync(target, 'utf8');
  expect(text).toContain(before);
  writeFileSync(target, text.replaceAll(before, after));
}

/** Name of a commit with all that is there. */
function commitAll(folder: string): string {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=base');
  return git('rev-parse', 'HEAD').trim();
}

/** Names of files too: a path may be made of a token. */
function allTexts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((item) => [
    item.name,
    ...(item.isFile() ? [readFileSync(path.join(item.parentPath, item.name), 'latin1')] : []),
  ]);
}

const pieceLength = 8;

/** The beginning, the middle and the end of each line of a secret, as it is and in base64. */
function piecesOf(secret: string, name: string): [string, string][] {
  const lines = secret.split('\n').filter((line) => line.length >= pieceLength && !line.startsWith('-----'));
  const encoded = [secret, ...lines].flatMap((text) => base64Pieces(text));
  const plain = lines.flatMap((line) => [
    line.slice(0, pieceLength - 1),
    line.slice(-pieceLength),
    line.slice(line.length / 2 - pieceLength / 2, line.length / 2 + pieceLength / 2),
  ]);
  // The head of each key of one kind is the same, and says nothing.
  return [...plain, ...encoded].filter((piece) => !publicHeads.test(piece)).map((piece) => [piece, name]);
}

const publicHeads = /^(MII|MHcC|MIGH|b3Blbn|LS0t|AAAA|QyNTUx|tZWQy|A{4})/;

/** Base64 of a text that may stand anywhere in another: each of the three alignments, without its ends. */
function base64Pieces(text: string): string[] {
  return [0, 1, 2]
    .map((skip) => {
      const encoded = Buffer.from(`${' '.repeat(skip)}${text}`).toString('base64');
      return encoded.slice(24, 24 + 2 * pieceLength);
    })
    .filter((piece) => piece.length === 2 * pieceLength);
}

function leaks(texts: readonly string[]): string[] {
  const all = texts.join('\n');
  return [...pieces]
    .filter(([piece]) => all.includes(piece))
    .map(([piece, name]) => `${name}: ${around(all, piece)}`);
}

function around(text: string, piece: string): string {
  const at = text.indexOf(piece);
  return text.slice(Math.max(0, at - 60), at + 60);
}
