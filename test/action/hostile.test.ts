import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.ts';
import { metadata } from './action-metadata.ts';
import { runAction, tokens } from './run-action.ts';

const commands = [
  '::set-output name=result::clean',
  '::add-mask::e',
  '::stop-commands::x',
  '##[add-mask]e',
  '::error file=innocent.bu,line=1::not ours',
];

test('file names and texts of a pull request give no command, no output and no variable', async () => {
  const keys = commands.map(
    (command) => `${JSON.stringify(`${'long words before it '.repeat(5)}${command}`)}: 1\n`,
  );
  const text = `variant: fcos\nversion: 1.5.0\n${keys.join('')}${commands.map((each) => `${JSON.stringify(each)}: 1\n`).join('')}`;
  const workspace = workspaceWith({
    'a\n::set-output name=result::clean\nresult=clean.bu': text,
    '##[add-mask]e.bu': text,
    'a%0A::add-mask::e,line=1::.bu': text,
    '<img src=x onerror=alert(1)>.bu': text,
    'result<<EOF.bu': text,
  });
  const step = await runAction({ workspace });
  expect(step.code).toBe(1);
  // Ten are what the runner takes; each names one of our checks and one of the files.
  expect(step.commands).toHaveLength(10);
  for (const { name, properties } of step.commands) {
    expect(name).toBe('error');
    expect(properties['title']).toBe('translate/unused-key');
    expect(properties['file']).toMatch(/\.bu$/);
    expect(properties['file']).not.toBe('innocent.bu');
  }
  expect(Object.keys(metadata.outputs)).toEqual(expect.arrayContaining(Object.keys(step.outputs)));
  expect(step.outputs['result']).toBe('findings');
  expect(step.otherFiles).toBe('');
  expect(step.summary).not.toContain('<img');
});

test('a path that a workflow passes on from a pull request gives no command either', async () => {
  const workspace = workspaceWith({ '##[add-mask]e.bu': 'variant: fcos\nversion: 1.5.0\n' });
  const step = await runAction({ workspace, inputs: { paths: '##[add-mask]e.bu' } });
  expect(step.code).toBe(0);
  expect(step.log).toContain('##[add-mask]e.bu');
  expect(step.commands).toEqual([]);
});

test('the name of a report cannot end the outputs file', async () => {
  const workspace = workspaceWith({ 'right.bu': 'variant: fcos\nversion: 1.5.0\n' });
  const step = await runAction({
    workspace,
    inputs: { formats: 'json=a%0Aresult=b.json\nsarif=ghadelimiter_1' },
  });
  expect(step.outputs).toMatchObject({ result: 'clean', reports: 'a%0Aresult=b.json\nghadelimiter_1' });
});

test('the token that brings commands back is another one in each run', async () => {
  const workspace = workspaceWith({ 'right.bu': 'variant: fcos\nversion: 1.5.0\n' });
  const found = [await runAction({ workspace }), await runAction({ workspace })].map(
    ({ log }) => /^::stop-commands::(.{20,})$/m.exec(log)?.[1],
  );
  expect(found[0]).toBeDefined();
  expect(found[0]).not.toBe(found[1]);
});

test.skipIf(process.platform !== 'linux')(
  'the process that reads untrusted files has no token in its environment (seen in /proc)',
  async () => {
    const workspace = workspaceWith({ 'right.bu': 'variant: fcos\nversion: 1.5.0\n' });
    let environment: Promise<string> | undefined;
    const step = await runAction({
      workspace,
      onStart: (pid) => {
        environment = environmentOfChild(pid);
      },
    });
    expect(step.code).toBe(0);
    const seen = (await environment)?.split('\0').filter(Boolean) ?? [];
    expect(seen.map((variable) => variable.split('=')[0])).toContain('PATH');
    expect(seen.filter((variable) => /^(GITHUB|ACTIONS|INPUT|RUNNER)_|^CI=/.test(variable))).toEqual([]);
    for (const token of Object.values(tokens)) expect(seen.join('\n')).not.toContain(token);
  },
);

/** Looks until the Action has started the command line, and gives the environment that this has. */
async function environmentOfChild(parent: number): Promise<string> {
  while (readdirSync('/proc').includes(String(parent))) {
    for (const child of childrenOf(parent)) {
      try {
        // Between fork and exec a process still has its parent's command line and environment.
        if (!readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('cli.js')) continue;
        return readFileSync(`/proc/${child}/environ`, 'utf8');
      } catch {
        // It ended between two looks.
      }
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('the Action ended, and no command line was seen');
}

function childrenOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}
