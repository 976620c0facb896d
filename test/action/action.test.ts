import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.ts';
import { root } from './action-metadata.ts';
import { runAction, type StepResult } from './run-action.ts';

const stackTrace = /\n\s+at .*[:(]\d+/;

/** What a step shows on the lines of a pull request. */
function annotations({ commands }: StepResult): string[] {
  return commands.map(
    ({ name, properties: { title = '', file = '', line = '' } }) => `${name} ${title} ${file}:${line}`,
  );
}

const note = {
  'windtunnel.yaml': 'machines: [{ name: worker, config: worker.bu, snippets: [snippet.bu] }]\n',
  'worker.bu': 'variant: fcos\nversion: 1.5.0\nstorage: { files: [{ path: /a, contents: { inline: a } }] }\n',
  'snippet.bu':
    'variant: fcos\nversion: 1.5.0\nstorage: { files: [{ path: /a, contents: { inline: b } }] }\n',
};
const wrong = 'variant: fcos\nversion: 1.5.0\nstroage: {}\n';
const right = 'variant: fcos\nversion: 1.5.0\n';

test('a clean folder: exit code 0, no annotation, a summary', async () => {
  const step = await runAction({ workspace: root, inputs: { paths: 'examples/clean' } });
  expect(step.code).toBe(0);
  expect(step.commands).toEqual([]);
  expect(step.outputs).toMatchObject({
    result: 'clean',
    'exit-code': '0',
    errors: '0',
    warnings: '0',
    notes: '0',
    reports: '',
  });
  expect(step.summary).toContain('no findings in 4 files with 2 Kubernetes objects');
  expect(step.log).toContain('no findings in 4 files with 2 Kubernetes objects');
  expect(step.otherFiles).toBe('');
});

test('findings: exit code 1, an annotation for each, counts, the report as JSON', async () => {
  const step = await runAction({ workspace: root, inputs: { paths: 'examples/quickstart' } });
  expect(step.code).toBe(1);
  expect(annotations(step)).toEqual([
    'error translate/unused-key examples/quickstart/controller.yaml:27',
    'error contents/shell-syntax examples/quickstart/controller.yaml:54',
    'error manifest/not-found examples/quickstart/manifests/web.yaml:23',
    'error schema/unknown-field examples/quickstart/manifests/web.yaml:40',
    'warning unit/unknown-directive examples/quickstart/controller.yaml:22',
    'notice machine/replaced-by-snippet examples/quickstart/snippets/motd.yaml:5',
  ]);
  expect(step.outputs).toMatchObject({
    result: 'findings',
    'exit-code': '1',
    errors: '4',
    warnings: '1',
    notes: '1',
  });
  expect(JSON.parse(readFileSync(step.outputs['report'] ?? '', 'utf8'))).toMatchObject({
    schema: 1,
    result: 'findings',
    counts: { error: 4, warning: 1, note: 1 },
  });
  expect(step.summary).toContain('unknown key enable');
  expect(step.log).toContain('\u001b[1;31merror[translate/unused-key]\u001b[0m');
});

test('an input that cannot be read: exit code 3, and the rest is checked', async () => {
  const workspace = workspaceWith({ 'wrong.bu': wrong });
  symlinkSync('loop.bu', path.join(workspace, 'loop.bu'));
  const step = await runAction({ workspace });
  expect(step.code).toBe(3);
  expect(step.outputs).toMatchObject({ result: 'failed', 'exit-code': '3', errors: '1' });
  expect(annotations(step)).toEqual([
    'error 1 could not be checked :',
    'error translate/unused-key wrong.bu:3',
  ]);
});

test('several paths, one a line', async () => {
  const workspace = workspaceWith({
    'a/wrong.bu': wrong,
    'b/wrong.bu': wrong,
    '-c/wrong.bu': wrong,
    'd/wrong.bu': wrong,
  });
  const step = await runAction({ workspace, inputs: { paths: 'a\n  b\n\n-c/wrong.bu\n' } });
  expect(annotations(step)).toEqual([
    'error translate/unused-key -c/wrong.bu:3',
    'error translate/unused-key a/wrong.bu:3',
    'error translate/unused-key b/wrong.bu:3',
  ]);
});

test.each([
  ['note', 1, 'findings'],
  ['warning', 0, 'clean'],
  ['never', 0, 'clean'],
])('fail-on: %s decides on the exit code for a note', async (failOn, code, result) => {
  const step = await runAction({ workspace: workspaceWith(note), inputs: { 'fail-on': failOn } });
  expect(step.code).toBe(code);
  expect(step.outputs).toMatchObject({ result, 'exit-code': String(code), notes: '1' });
});

test('config: another windtunnel.yaml, which may decide on fail-on as well', async () => {
  const workspace = workspaceWith({ 'wrong.bu': wrong, 'ci/lenient.yaml': 'fail-on: never\n' });
  expect((await runAction({ workspace })).code).toBe(1);
  expect((await runAction({ workspace, inputs: { config: 'ci/lenient.yaml' } })).code).toBe(0);
});

test('formats: files relative to the workspace, wherever the process was started', async () => {
  const workspace = workspaceWith({ 'wrong.bu': wrong });
  const formats = 'sarif=out/windtunnel.sarif\njunit=junit.xml';
  const step = await runAction({ workspace, cwd: tmpdir(), inputs: { formats } });
  expect(step.code).toBe(1);
  expect(step.outputs['reports']).toBe('out/windtunnel.sarif\njunit.xml');
  expect(JSON.parse(readFileSync(path.join(workspace, 'out/windtunnel.sarif'), 'utf8'))).toMatchObject({
    version: '2.1.0',
  });
  expect(readFileSync(path.join(workspace, 'junit.xml'), 'utf8')).toContain('wrong.bu');
  expect(annotations(step)).toEqual(['error translate/unused-key wrong.bu:3']);
});

test('annotations: false and summary: false leave both out', async () => {
  const workspace = workspaceWith({ 'wrong.bu': wrong });
  const step = await runAction({ workspace, inputs: { annotations: 'false', summary: 'false' } });
  expect(step.code).toBe(1);
  expect(step.commands).toEqual([]);
  expect(step.summary).toBe('');
  expect(step.outputs).toMatchObject({ errors: '1' });
});

test.each([
  ['annotations', { annotations: 'yes' }, 'annotations: yes is neither true nor false'],
  [
    'fail-on',
    { 'fail-on': 'eror' },
    '--fail-on: eror is none of error, warning, note, never; did you mean error?',
  ],
  ['formats without a file', { formats: 'sarif' }, 'formats: sarif names no file; write sarif=FILE'],
  ['an unknown format', { formats: 'sariff=a' }, 'did you mean sarif?'],
  ['a report that cannot be written', { formats: 'sarif=right.bu/a' }, 'cannot write right.bu/a'],
  ['a path that does not exist', { paths: 'nowhere' }, 'nowhere does not exist'],
  ['a folder with nothing to check', { paths: 'empty' }, 'found nothing to check below empty'],
  ['a config that does not exist', { config: 'nowhere.yaml' }, 'nowhere.yaml'],
])('used wrongly (%s): exit code 2 and an error that says so', async (_, inputs, message) => {
  const workspace = workspaceWith({ 'right.bu': right, 'empty/README': '' });
  const step = await runAction({ workspace, inputs });
  expect(step.code).toBe(2);
  expect(step.outputs).toMatchObject({ result: 'usage', 'exit-code': '2' });
  expect(step.commands).toMatchObject([{ name: 'error', data: expect.stringContaining(message) }]);
  expect(step.log).not.toMatch(stackTrace);
});

test('a job that has checked nothing out is told so', async () => {
  const step = await runAction({ workspace: workspaceWith({}) });
  expect(step.code).toBe(2);
  expect(step.commands).toMatchObject([{ name: 'error', data: expect.stringContaining('actions/checkout') }]);
});

test.each([
  ['check', {}],
  ['matrix', { mode: 'matrix' }],
  ['report', { mode: 'report', reports: 'right.bu' }],
])('a program that ends without a result has failed, whatever its exit code: mode %s', async (_, inputs) => {
  const action = workspaceWith({ 'package.json': '{ "type": "module" }' });
  cpSync(path.join(root, 'dist/action.js'), path.join(action, 'action.js'));
  expect(existsSync(path.join(action, 'cli.js'))).toBe(false);
  const step = await runAction({
    workspace: workspaceWith({ 'right.bu': right }),
    action: path.join(action, 'action.js'),
    inputs,
  });
  expect(step.code).toBe(3);
  expect(step.outputs).toMatchObject({ result: 'failed', 'exit-code': '3' });
});
