import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildGoProgram, hasGo } from '../scripts/build-go-program.ts';
import { actionReference } from '../src/commands/init-workflows.ts';
import { root } from './action/action-metadata.ts';
import { calledWorkflow, givenWorkflows, ownWorkflows } from './support/workflows.ts';
import { workspaceWith } from './support/workspace.ts';

const module = 'github.com/rhysd/actionlint';
let actionlint = '';

beforeAll(() => {
  if (hasGo) actionlint = buildGoProgram({ module, version: 'v1.7.12', package: `${module}/cmd/actionlint` });
});

test.skipIf(!hasGo)(
  'actionlint has nothing to say of any workflow, ours or of the pages (skipped without Go)',
  () => {
    const repository = repositoryWithWorkflows();
    expect(lint(repository)).toMatchObject({ stdout: '', stderr: '', status: 0 });
  },
);

test.skipIf(!hasGo)('and it does read what the Action takes and gives (skipped without Go)', () => {
  const repository = repositoryWithWorkflows();
  const called = path.join(repository, '.github/workflows/windtunnel.yml');
  const text = readFileSync(called, 'utf8');
  writeFileSync(
    called,
    text.replace('rendered:', 'renderd:').replaceAll('outputs.report ', 'outputs.reprot '),
  );
  const { stdout } = lint(repository);
  expect(stdout).toContain('input "renderd" is not defined in action "windtunnel"');
  expect(stdout).toContain('property "reprot" is not defined');
});

function lint(cwd: string) {
  // Without what it would call if this machine has it.
  return spawnSync(actionlint, ['-shellcheck=', '-pyflakes='], { cwd, encoding: 'utf8' });
}

/** All workflows in one repository, with the Action in it: actionlint reads only what is in the same repository. */
function repositoryWithWorkflows(): string {
  const repository = workspaceWith({ 'dist/action.js': '' });
  cpSync(path.join(root, 'action.yml'), path.join(repository, 'action.yml'));
  const folder = path.join(repository, '.github/workflows');
  mkdirSync(folder, { recursive: true });
  const files = [
    ...ownWorkflows.map(({ name, text }) => ({ file: path.basename(name), text })),
    ...givenWorkflows.map(({ name, text }, index) => ({ file: `${index}.yml`, text: `# ${name}\n${text}` })),
  ];
  for (const { file, text } of files) {
    const local = text
      .replaceAll(calledWorkflow, './.github/workflows/windtunnel.yml')
      .replaceAll(actionReference, './');
    writeFileSync(path.join(folder, file), local);
  }
  execFileSync('git', ['init', '--quiet'], { cwd: repository });
  return repository;
}
