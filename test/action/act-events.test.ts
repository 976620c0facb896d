import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hasGo } from '../../scripts/build-go-program.ts';
import { eventsOf, givenWorkflows, readWorkflow } from '../support/workflows.ts';
import { type ActGitHub, mayRead, startActGitHub } from './act-github.ts';
import { dispatch, mergeGroup, push, schedule } from './events.ts';
import { buildAct, commitFiles, repositoryWith } from './run-act.ts';

const workflow = '.github/workflows/windtunnel.yaml';
const right = 'variant: fcos\nversion: 1.5.0\n';
const wrong = `${right}stroage: {}\n`;

let act = '';
let github: ActGitHub;

beforeAll(() => {
  if (hasGo) act = buildAct();
});

beforeEach(async () => {
  github = await startActGitHub();
});

afterEach(async () => {
  await github.server.close();
});

/** Page docs/github/events.md has one workflow for each. */
const events = [push(), mergeGroup(), dispatch, schedule];

describe.skipIf(!hasGo)('docs/github/events.md, through act (skipped without Go)', () => {
  test.each(events.map((event) => [event.name, event] as const))(
    'the workflow for %s checks, and asks nothing of GitHub',
    async (name, { payload }) => {
      const text = givenWorkflows
        .filter((each) => each.name.startsWith('docs/github/events.md'))
        .find((each) => eventsOf(readWorkflow(each.text)).includes(name))?.text;
      const repository = repositoryWith({ 'a.bu': right, [workflow]: text ?? '' });
      const options = { event: name, payload, workflow, token: mayRead };
      const clean = await github.run(act, repository, options);
      expect({ status: clean.status, log: clean.log }).toMatchObject({ status: 0 });
      expect(clean.log).toContain('no findings');
      expect(clean.jobs.filter((job) => !job.endsWith('success'))).toEqual([]);
      commitFiles(repository, { 'a.bu': wrong });
      const found = await github.run(act, repository, { ...options, env: { GITHUB_RUN_ID: '6002' } });
      expect(found.log).toContain('unknown key stroage');
      expect(found.status).toBe(1);
      expect(github.server.asked).toEqual([]);
    },
  );
});
