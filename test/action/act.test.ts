import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildGoProgram, hasGo } from '../../scripts/build-go-program.ts';
import { workspaceWith } from '../support/workspace.ts';
import { root } from './action-metadata.ts';

/** A line of `act --json`, as far as the test looks at it. */
interface ActEvent {
  readonly msg: string;
  readonly command?: string;
  readonly content?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  readonly jobResult?: string;
}

let act = '';

beforeAll(() => {
  if (hasGo) act = buildGoProgram({ module: 'github.com/nektos/act', version: 'v0.2.89' });
});

test.skipIf(!hasGo)(
  'a workflow runs the Action through act, on this machine and without a network (skipped without Go)',
  () => {
    const folder = workspaceWith({});
    const repository = repositoryIn(folder);
    const run = spawnSync(
      act,
      ['push', '--json', '-P', 'ubuntu-latest=-self-hosted', '--no-cache-server', '--action-offline-mode'],
      {
        cwd: repository,
        env: { PATH: process.env['PATH'] ?? '', HOME: folder, XDG_CACHE_HOME: path.join(folder, 'cache') },
        encoding: 'utf8',
      },
    );
    const events = readEvents(run.stdout + run.stderr);
    const log = events.map(({ msg }) => msg).join('\n');
    expect(log).toContain('seen: clean failure findings 1 4 1 1');
    const results = events.filter((event) => event.stepResult && event.stepID?.[0] !== '--setup-job');
    expect(results.map(({ stepID, stepResult }) => `${stepID?.[0]} ${stepResult}`)).toEqual(
      expect.arrayContaining(['clean success', 'quickstart failure']),
    );
    const summaries = events.filter(({ command }) => command === 'summary');
    expect(summaries.map(({ content = '' }) => content.split('\n')[0])).toEqual([
      expect.stringContaining('clean'),
      expect.stringContaining('findings'),
    ]);
    expect(events.findLast(({ jobResult }) => jobResult !== undefined)?.jobResult).toBe('success');
    expect(run.status).toBe(0);
  },
);

/** A repository that has of ours what a release has. */
function repositoryIn(folder: string): string {
  const repository = path.join(folder, 'repository');
  for (const name of ['action.yml', 'package.json', 'dist', 'schemas', 'examples']) {
    cpSync(path.join(root, name), path.join(repository, name), { recursive: true });
  }
  mkdirSync(path.join(repository, '.github/workflows'), { recursive: true });
  cpSync(
    path.join(import.meta.dirname, 'act-workflow.yml'),
    path.join(repository, '.github/workflows/test.yml'),
  );
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], {
      cwd: repository,
    });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=test');
  return repository;
}

function readEvents(output: string): ActEvent[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as ActEvent);
}
