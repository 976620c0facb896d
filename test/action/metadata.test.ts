import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as core from '@actions/core';
import { expect, test } from 'vitest';
import { readInputs } from '../../src/commands/action-inputs.ts';
import { workspaceWith } from '../support/workspace.ts';
import { metadata, root } from './action-metadata.ts';
import { runAction } from './run-action.ts';

const wrong = 'variant: fcos\nversion: 1.5.0\nstroage: {}\n';

test('action.yml has the inputs that the code reads, and no other', () => {
  const read = new Set<string>();
  const getInput = (name: string): string => {
    read.add(name);
    return '';
  };
  readInputs({ ...core, getInput, getMultilineInput: (name) => [getInput(name)] });
  expect(Object.keys(metadata.inputs).sort()).toEqual([...read].sort());
});

test('action.yml has the outputs that a run sets, and no other', async () => {
  const workspace = workspaceWith({ 'wrong.bu': wrong });
  const { outputs } = await runAction({ workspace, inputs: { formats: 'sarif=a.sarif' } });
  expect(Object.keys(metadata.outputs).sort()).toEqual(Object.keys(outputs).sort());
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

test('the runner finds the bundle, and docs/github.md names every input and output', () => {
  expect(metadata.runs.using).toBe('node24');
  expect(existsSync(path.join(root, metadata.runs.main))).toBe(true);
  const page = readFileSync(path.join(root, 'docs/github.md'), 'utf8');
  for (const name of [...Object.keys(metadata.inputs), ...Object.keys(metadata.outputs)]) {
    expect(page).toContain(`| \`${name}\` |`);
  }
});
