import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { actionReference, forkWorkflow, pullRequestWorkflow } from '../src/commands/init-workflows.ts';
import { metadata, root } from './action/action-metadata.ts';
import { pageText } from './support/markdown-pages.ts';
import {
  calledWorkflow,
  eventsOf,
  givenWorkflows,
  type Job,
  ownWorkflows,
  readWorkflow,
  type Step,
  stepsOf,
  type WorkflowText,
} from './support/workflows.ts';

const all = [...ownWorkflows, ...givenWorkflows];
const asCases = (texts: readonly WorkflowText[]) =>
  texts.map(({ name, text }) => [name, text, readWorkflow(text)] as const);

describe.each(asCases(all))('%s', (_, text, workflow) => {
  const steps = stepsOf(workflow);
  const jobs = Object.values(workflow.jobs);

  test('no event that gives code of strangers a token that may write', () => {
    expect(eventsOf(workflow)).not.toContain('pull_request_target');
    if (eventsOf(workflow).includes('workflow_run')) expect(text).not.toContain('actions/checkout');
  });

  test('every action of others is pinned to a commit, with its version behind', () => {
    const used = [...text.matchAll(/^[ -]*uses: (\S+)( # v\d+\.\d+\.\d+)?$/gm)];
    expect(used).toHaveLength([...steps, ...jobs].filter(({ uses }) => uses !== undefined).length);
    for (const [line, uses = '', version] of used.filter(([, uses = '']) => !isOurs(uses))) {
      expect.soft(uses, line).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/);
      expect.soft(version, line).toBeDefined();
    }
  });

  test('no expression stands in a script', () => {
    for (const { run = '' } of steps) expect.soft(run).not.toContain('${{');
  });

  test('a checkout keeps no token, and a job has a limit of time', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const checkout of checkouts) expect.soft(checkout.with?.['persist-credentials']).toBe(false);
    for (const { uses, 'timeout-minutes': minutes = 360 } of jobs)
      if (uses === undefined) expect.soft(minutes).toBeLessThanOrEqual(30);
  });
});

test('one action has one commit and one version everywhere', () => {
  const pins = new Map<string, Set<string>>();
  for (const { text } of all) {
    // The parts of one repository have one version: actions/cache and actions/cache/restore.
    for (const [, repository = '', pin = ''] of text.matchAll(/uses: ([\w-]+\/[\w-]+)\S*?@(\w{40} # \S+)$/gm))
      pins.set(repository, (pins.get(repository) ?? new Set()).add(pin));
  }
  expect([...pins.keys()]).toEqual(expect.arrayContaining(['actions/checkout', 'actions/upload-artifact']));
  for (const [repository, found] of pins) expect.soft([...found], repository).toHaveLength(1);
});

test('the pages show what `windtunnel init` writes', () => {
  expect(pageText('docs/github.md')).toContain(`\n${pullRequestWorkflow}\`\`\`\n`);
  expect(pageText('docs/github/forks.md')).toContain(`\n${forkWorkflow}\`\`\`\n`);
});

test('every event has a workflow to copy', () => {
  const events = givenWorkflows.flatMap(({ text }) => eventsOf(readWorkflow(text)));
  expect([...new Set(events)].sort()).toEqual([
    'merge_group',
    'pull_request',
    'push',
    'schedule',
    'workflow_dispatch',
    'workflow_run',
  ]);
});

describe.each(asCases(givenWorkflows))('%s', (_, __, workflow) => {
  test('uses the Action, or the workflow that does, with inputs that it has', () => {
    const calls = Object.values(workflow.jobs).filter(({ uses }) => uses !== undefined);
    const ours = stepsOf(workflow).filter(({ uses }) => uses === actionReference);
    expect(calls.length + ours.length).toBeGreaterThan(0);
    for (const step of ours) expect(Object.keys(metadata.inputs)).toEqual(arrayContainingKeys(step.with));
    for (const call of calls) {
      expect(call.uses).toBe(calledWorkflow);
      expect(Object.keys(calledInputs())).toEqual(arrayContainingKeys(call.with));
    }
  });

  test('each job has the permissions that it needs, and no other', () => {
    expect(workflow.permissions).toBeDefined();
    for (const [name, job] of Object.entries(workflow.jobs)) {
      const given = job.permissions ?? workflow.permissions;
      expect.soft(given, name).toEqual(needed(job, eventsOf(workflow)));
    }
  });
});

test('the called workflow has the defaults of the Action', () => {
  const own = { html: false, cache: false, artifact: 'windtunnel-report' };
  const ofAction = Object.entries(calledInputs()).filter(([name]) => !(name in own));
  for (const [name, input] of ofAction) {
    expect.soft(String(input.default), name).toBe(metadata.inputs[name]?.default);
  }
  expect(calledInputs()).toMatchObject(
    Object.fromEntries(Object.entries(own).map(([name, value]) => [name, { default: value }])),
  );
});

test('docs/github/many-jobs.md names every input of the called workflow', () => {
  const rows = pageText('docs/github/many-jobs.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
  );
  expect(named.sort()).toEqual(Object.keys(calledInputs()).sort());
});

test('the called workflow asks for nothing but to read the code; its last job has what the caller gives', () => {
  const { jobs, ...workflow } = readWorkflow(calledText());
  expect(workflow.permissions).toBeUndefined();
  expect(Object.entries(jobs).map(([name, { permissions }]) => [name, permissions])).toEqual([
    ['matrix', { contents: 'read' }],
    ['check', { contents: 'read' }],
    ['report', undefined],
  ]);
  expect(JSON.stringify(jobs['report'])).not.toContain('checkout');
});

function isOurs(uses: string): boolean {
  return uses === './' || uses.startsWith('windtunnel/windtunnel');
}

function calledText(): string {
  return readFileSync(path.join(root, '.github/workflows/windtunnel.yml'), 'utf8');
}

function calledInputs(): Readonly<Record<string, { readonly default: unknown }>> {
  // Our own file; the test with actionlint holds its form against GitHub's.
  const { on } = load(calledText()) as {
    on: { workflow_call: { inputs: Readonly<Record<string, { default: unknown }>> } };
  };
  return on.workflow_call.inputs;
}

function arrayContainingKeys(inputs: Step['with']): unknown {
  return expect.arrayContaining(Object.keys(inputs ?? {}));
}

/** What the steps of a job ask of the job's token. */
function needed({ steps = [], uses, with: inputs = {} }: Job, events: readonly string[]): object {
  const posts = events.some((event) => ['pull_request', 'workflow_run'].includes(event));
  const has = (action: string) => steps.some((step) => step.uses?.startsWith(action));
  const reports = steps.filter((step) => step.with?.['mode'] === 'report').map((step) => step.with ?? {});
  const posting = uses === undefined ? reports : [inputs];
  return {
    ...((has('actions/checkout') || uses !== undefined) && { contents: 'read' }),
    ...(steps.some((step) => step.with?.['run-id'] !== undefined) && { actions: 'read' }),
    ...(has('github/codeql-action/upload-sarif') && { 'security-events': 'write' }),
    ...(posts && posting.some(({ comment }) => comment !== false) && { 'pull-requests': 'write' }),
    ...(posting.some(({ statuses }) => statuses === true) && { statuses: 'write' }),
  };
}
