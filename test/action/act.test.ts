import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { hasGo } from '../../scripts/build-go-program.ts';
import { root } from './action-metadata.ts';
import { buildAct, commitFiles, repositoryWith, runAct } from './run-act.ts';

let act = '';

beforeAll(() => {
  if (hasGo) act = buildAct();
});

test.skipIf(!hasGo)(
  'a workflow runs the Action through act, on this machine and without a network (skipped without Go)',
  async () => {
    const run = await runAct(act, releasedRepository(), {
      event: 'push',
      workflow: '.github/workflows/test.yml',
    });
    expect(run.log).toContain('seen: clean failure findings 1 4 1 1');
    const results = run.events.filter((event) => event.stepResult && event.stepID?.[0] !== '--setup-job');
    expect(results.map(({ stepID, stepResult }) => `${stepID?.[0]} ${stepResult}`)).toEqual(
      expect.arrayContaining(['clean success', 'quickstart failure']),
    );
    const summaries = run.events.filter(({ command }) => command === 'summary');
    expect(summaries.map(({ content = '' }) => content.split('\n')[0])).toEqual([
      expect.stringContaining('clean'),
      expect.stringContaining('findings'),
    ]);
    expect(run.jobs).toEqual(['check success']);
    expect(run.status).toBe(0);
  },
);

/** A repository that has of ours what a release has, and a workflow that uses it by `./`. */
function releasedRepository(): string {
  const repository = repositoryWith({ 'README.md': '' });
  for (const name of ['action.yml', 'package.json', 'dist', 'schemas', 'examples'])
    cpSync(path.join(root, name), path.join(repository, name), { recursive: true });
  const workflow = readFileSync(path.join(import.meta.dirname, 'act-workflow.yml'), 'utf8');
  commitFiles(repository, { '.github/workflows/test.yml': workflow });
  return repository;
}
