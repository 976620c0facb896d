import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { readWorkflow } from '../support/workflows.ts';
import { workspaceWith } from '../support/workspace.ts';
import { clean, withWarning } from './configs.ts';

const config = 'windtunnel.yaml';
const workflow = '.github/workflows/windtunnel.yaml';
const forks = '.github/workflows/windtunnel-forks.yaml';
const next = `
Next: try it here with \`windtunnel check\`, then commit the files. From then on pull requests are checked, and get a comment.
`;

function init(cwd: string, ...args: string[]) {
  return runCli(['init', ...args], { cwd });
}

test('writes a config and a workflow, and says what comes next', async () => {
  const folder = workspaceWith({});
  expect(await init(folder)).toEqual({
    code: 0,
    stdout: `wrote ${config}\nwrote ${workflow}\n${next}Those from forks get one with the workflow that \`windtunnel init --forks\` adds.\n`,
    stderr: '',
  });
  expect(readFileSync(path.join(folder, config), 'utf8')).toMatch(/^# platform: aws/m);
  expect(readFileSync(path.join(folder, workflow), 'utf8')).toMatch(/^ {8}uses: windtunnel\/windtunnel@/m);
  expect(existsSync(path.join(folder, forks))).toBe(false);
});

test('--forks writes the workflow for pull requests from forks, also later', async () => {
  const folder = workspaceWith({});
  await init(folder);
  const { code, stdout } = await init(folder, '--forks');
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `${config} exists and is left as it is\n${workflow} exists and is left as it is\nwrote ${forks}\n${next}Those from forks get theirs once ${forks} is on the default branch.\n`,
  });
  const named = (file: string) => readWorkflow(readFileSync(path.join(folder, file), 'utf8'));
  // The second one waits for the first one by its name.
  expect(named(forks).on).toMatchObject({ workflow_run: { workflows: [named(workflow).name] } });
});

test('what it writes changes nothing that check says', async () => {
  const folder = workspaceWith({ 'a.bu': clean, 'b.bu': withWarning });
  const check = () => runCli(['check', '--quiet', '--format', 'json'], { cwd: folder });
  const before = await check();
  await init(folder);
  expect(before.code).toBe(0);
  expect(await check()).toEqual(before);
});

test('every setting that it shows is accepted when its # is taken away', async () => {
  const folder = workspaceWith({ 'machines/worker.yaml': clean, 'snippets/storage.yaml': withWarning });
  await init(folder);
  const text = readFileSync(path.join(folder, config), 'utf8');
  const settings = text
    .split('\n')
    .filter((line) => /^# (?: |-|[a-z-]+:(?: |$))/.test(line) && !/^# [A-Z]/.test(line));
  const uncommented = settings.map((line) => `${line.slice(2)}\n`).join('');
  expect(uncommented).toContain('fail-on: error\n');
  const next = workspaceWith({
    [config]: uncommented,
    'machines/worker.yaml': clean,
    'snippets/storage.yaml': withWarning,
  });
  const { code, stderr } = await runCli(['check', '--quiet'], { cwd: next });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('leaves a file that exists as it is, and writes the other', async () => {
  const folder = workspaceWith({ [config]: 'platform: azure\n' });
  const { code, stdout } = await init(folder);
  expect(code).toBe(0);
  expect(stdout).toContain(`${config} exists and is left as it is\nwrote ${workflow}\n`);
  expect(readFileSync(path.join(folder, config), 'utf8')).toBe('platform: azure\n');
});

test('writes nothing the second time', async () => {
  const folder = workspaceWith({});
  await init(folder);
  expect((await init(folder)).stdout).not.toContain('wrote');
});

test('does not write through a link that leads nowhere yet', async () => {
  const folder = workspaceWith({});
  const elsewhere = path.join(workspaceWith({}), 'taken.yaml');
  symlinkSync(elsewhere, path.join(folder, config));
  const { code, stdout } = await init(folder);
  expect(code).toBe(0);
  expect(stdout).toContain(`${config} exists and is left as it is\n`);
  expect(existsSync(elsewhere)).toBe(false);
});

test('does not write into a folder that a link puts elsewhere', async () => {
  const folder = workspaceWith({});
  const elsewhere = workspaceWith({});
  symlinkSync(elsewhere, path.join(folder, '.github'));
  const { code, stderr } = await init(folder);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `windtunnel: cannot write ${workflow}: a link leads out of this folder\n`,
  });
  expect(existsSync(path.join(elsewhere, 'workflows'))).toBe(false);
});

test('a file where a folder is needed is told with the path', async () => {
  const { code, stderr } = await init(workspaceWith({ '.github': '' }));
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^windtunnel: cannot write \.github\/workflows\/windtunnel\.yaml: E[A-Z]+: [a-z ]+\n$/,
  );
});

test('an option that it does not have is told with the nearest one', async () => {
  const { code, stderr } = await init(workspaceWith({}), '--fork');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'windtunnel: unknown option --fork; did you mean --forks?\n',
  });
});

test('takes no arguments', async () => {
  const folder = workspaceWith({});
  expect(await init(folder, 'there')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'windtunnel: there is no use for the argument there\n',
  });
  expect(existsSync(path.join(folder, config))).toBe(false);
});
