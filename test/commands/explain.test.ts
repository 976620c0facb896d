import { expect, test } from 'vitest';
import { checks } from '../../checks/index.generated.ts';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';

function explain(...args: string[]) {
  return runCli(['explain', ...args], { cwd: workspaceWith({}) });
}

test('without a check it lists all, each on a line with its severity and title', async () => {
  const { code, stdout, stderr } = await explain();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => line.split(/ +/)[0])).toEqual(checks.map(({ id }) => id));
  expect(stdout).toMatch(/^translate\/unused-key +error +\S/m);
});

test('of a check it says what, why, what to do, and shows both examples', async () => {
  const { code, stdout, stderr } = await explain('unit/no-exec-start');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const check = checks.find(({ id }) => id === 'unit/no-exec-start');
  expect(stdout.startsWith(`unit/no-exec-start (error, since 0.1.0)\n${check?.title}\n\nWhy\n`)).toBe(true);
  const headings = stdout.match(/^[A-Z].*$/gm)?.slice(-5);
  expect(headings).toEqual([
    'Why',
    'What to do',
    'An example that it finds',
    'And one that is as it should be',
    'More',
  ]);
  for (const file of Object.keys({ ...check?.failing })) expect(stdout).toContain(`\n  # ${file}\n`);
});

test.each([
  [['unit/no-exec-strat'], 'there is no check unit/no-exec-strat; did you mean unit/no-exec-start?'],
  [['gravity'], 'there is no check gravity; run `windtunnel explain` for the list'],
  [['unit/syntax', 'unit/unit-name'], 'there is no use for the argument unit/unit-name'],
  [['--all'], 'unknown option --all'],
])('%j is wrong use', async (args, message) => {
  expect(await explain(...args)).toEqual({ code: 2, stdout: '', stderr: `windtunnel: ${message}\n` });
});
