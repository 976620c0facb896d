import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildGoProgram } from '../../scripts/build-go-program.ts';
import { workspaceWith } from '../support/workspace.ts';
import { root } from './action-metadata.ts';

/** A line of `act --json`, as far as the tests look at it. */
export interface ActEvent {
  readonly msg: string;
  readonly command?: string;
  readonly content?: string;
  readonly jobID?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  readonly jobResult?: string;
}

/** What a workflow did. */
export interface ActRun {
  readonly status: number | null;
  readonly events: readonly ActEvent[];
  readonly log: string;
  /** `success`, `failure` or `skipped` of each job, in the order in which they ended; a matrix has several. */
  readonly jobs: readonly string[];
}

export interface ActOptions {
  readonly event: string;
  readonly payload?: object;
  /** File of the workflow, relative to the repository. */
  readonly workflow: string;
  readonly token?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Builds act, which runs workflows on this machine (https://github.com/nektos/act). */
export function buildAct(): string {
  return buildGoProgram({ module: 'github.com/nektos/act', version: 'v0.2.89' });
}

/** What a release has of ours. */
const released = ['action.yml', 'package.json', 'dist', 'schemas', '.github/workflows/windtunnel.yml'];
const standIns = path.join(import.meta.dirname, 'stand-ins');

/**
 * Runs a workflow without a container and without a network: `windtunnel/windtunnel@v0` is this repository, the actions that
 * move artifacts are those of `stand-ins/`, and what checks out is done by act itself.
 *
 * @param repository a git repository with its workflows
 */
export async function runAct(act: string, repository: string, options: ActOptions): Promise<ActRun> {
  const home = workspaceWith({ 'event.json': JSON.stringify(options.payload ?? {}) });
  const args = [
    ...[options.event, '--json', '-P', 'ubuntu-latest=-self-hosted', '--no-cache-server'],
    ...['--action-offline-mode', '--concurrent-jobs', '1', '-W', options.workflow],
    ...['-e', path.join(home, 'event.json'), '-s', `GITHUB_TOKEN=${options.token ?? 'none'}`],
    ...Object.entries(options.env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...localRepositories(home).flatMap((each) => ['--local-repository', each]),
  ];
  const { status, output } = await start(act, args, repository, {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_CACHE_HOME: path.join(home, 'cache'),
  });
  const events = readEvents(output);
  return {
    status,
    events,
    log: events.map(({ msg }) => msg).join('\n'),
    jobs: events.flatMap(({ jobID, jobResult }) => (jobResult ? [`${jobID} ${jobResult}`] : [])),
  };
}

/** Makes a repository of files; gives its folder. Each further commit is made with {@link commitFiles}. */
export function repositoryWith(files: Readonly<Record<string, string>>): string {
  const repository = workspaceWith(files);
  git(repository, 'init', '--quiet', '--initial-branch=main');
  commitAll(repository);
  return repository;
}

/** Writes files and commits; gives the commit. */
export function commitFiles(repository: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(repository, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(repository, file), text);
  }
  return commitAll(repository);
}

export function headOf(repository: string): string {
  return git(repository, 'rev-parse', 'HEAD').trim();
}

function commitAll(repository: string): string {
  git(repository, 'add', '--all');
  git(repository, 'commit', '--quiet', '--message=test');
  return headOf(repository);
}

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8' });
}

/** For each action its folder on this machine, at every commit that a workflow pins it to. */
function localRepositories(home: string): string[] {
  const release = path.join(home, 'release');
  for (const name of released) cpSync(path.join(root, name), path.join(release, name), { recursive: true });
  // The jobs of a matrix one after the other: act's own table of actions is not made for several at once.
  const called = path.join(release, '.github/workflows/windtunnel.yml');
  const text = readFileSync(called, 'utf8');
  writeFileSync(called, text.replace('fail-fast: false', 'fail-fast: false\n      max-parallel: 1'));
  const texts = ['.github/workflows', 'src/commands'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => readFileSync(path.join(root, folder, name), 'utf8')),
  );
  const pinned = [...texts.join('\n').matchAll(/uses: actions\/([\w-]+)\S*@([0-9a-f]{40})/g)];
  const replaced = pinned.flatMap(([, action = '', commit = '']) => {
    const folder = path.join(standIns, action);
    return existsSync(folder) ? [`actions/${action}@${commit}=${folder}`] : [];
  });
  return [`windtunnel/windtunnel@v0=${release}`, ...new Set(replaced)];
}

/** Not `spawnSync`: the test answers as GitHub meanwhile. */
function start(
  act: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly status: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(act, args, { cwd, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}

function readEvents(output: string): ActEvent[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}
