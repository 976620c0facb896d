import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as core from '@actions/core';
import { expect, test } from 'vitest';
import { readInputs } from '../../src/commands/action/inputs.ts';
import { workspaceWith } from '../support/workspace.ts';
import { metadata, root } from './action-metadata.ts';
import { eventVariables, ourRepository, schedule } from './events.ts';
import { runAction } from './run-action.ts';

const wrong = 'variant: fcos\nversion: 1.5.0\nstroage: {}\n';

test('action.yml has the inputs that the code reads, and no other', () => {
  const read = new Set<string>();
  const getInput = (name: string): string => {
    read.add(name);
    return '';
  };
  readInputs({ ...core, getInput });
  expect(Object.keys(metadata.inputs).sort()).toEqual([...read].sort());
});

test('action.yml has the outputs that a run sets, and no other', async () => {
  const workspace = workspaceWith({ 'wrong.bu': wrong });
  const check = await runAction({ workspace, inputs: { formats: 'sarif=a.sarif' } });
  const matrix = await runAction({ workspace, inputs: { mode: 'matrix' } });
  const report = await runAction({
    workspace,
    inputs: { mode: 'report', reports: check.outputs['report'] ?? '', comment: 'false' },
    env: eventVariables({ url: 'http://127.0.0.1:9', state: { repository: ourRepository } }, schedule),
  });
  const set = new Set([check, matrix, report].flatMap(({ outputs }) => Object.keys(outputs)));
  expect(Object.keys(metadata.outputs).sort()).toEqual([...set].sort());
});

test('the defaults of action.yml are what the code does without them', async () => {
  const workspace = workspaceWith({ 'machines/wrong.bu': wrong });
  const given = await runAction({ workspace });
  const absent = await runAction({ workspace, withDefaults: false });
  const empty = await runAction({
    workspace,
    inputs: Object.fromEntries(Object.keys(metadata.inputs).map((name) => [name, ''])),
  });
  expect(given.commands).toHaveLength(1);
  for (const other of [absent, empty]) {
    expect(other.commands).toEqual(given.commands);
    expect(other.summary).toBe(given.summary);
    expect({ ...other.outputs, report: '' }).toEqual({ ...given.outputs, report: '' });
  }
});

test.each(['cli', 'main', 'worker', 'action'])(
  'dist/%s.js has nothing of the client of GitHub in it',
  (name) => {
    const mark = 'octokit-core.js';
    expect(readFileSync(path.join(root, 'dist/post.js'), 'utf8')).toContain(mark);
    expect(readFileSync(path.join(root, `dist/${name}.js`), 'utf8')).not.toContain(mark);
  },
);

test('the runner finds the bundle, and docs/github.md names every input and output', () => {
  expect(metadata.runs.using).toBe('node24');
  expect(existsSync(path.join(root, metadata.runs.main))).toBe(true);
  const page = readFileSync(path.join(root, 'docs/github.md'), 'utf8');
  for (const name of [...Object.keys(metadata.inputs), ...Object.keys(metadata.outputs)]) {
    expect(page).toContain(`| \`${name}\` |`);
  }
});
