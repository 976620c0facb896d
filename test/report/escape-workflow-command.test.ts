import { describe, expect, it, test } from 'vitest';
import { escapeCommandData, escapeCommandProperty } from '../../src/report/escape-workflow-command.ts';
import { github } from '../../src/report/github.ts';
import { showInvisible } from '../../src/report/invisible.ts';
import { hostileOptions, hostileReport } from './hostile-report.ts';
import { controls, hostileTexts } from './hostile-texts.ts';
import { readRunnerCommand } from './runner-command.ts';

describe('untrusted text in a workflow command', () => {
  test.each(hostileTexts.filter((text) => text !== '').map((text) => [text]))(
    '%j is data and property',
    (text) => {
      const line = `::error title=x,file=${escapeCommandProperty(text)},col=1::${escapeCommandData(text)}`;
      expect(line).not.toMatch(controls);
      expect(line).not.toContain('\n');
      const command = readRunnerCommand(line);
      expect(command?.name).toBe('error');
      expect(command?.properties).toEqual({ title: 'x', file: showInvisible(text), col: '1' });
      expect(command?.data).toBe(text.split('\n').map(showInvisible).join('\n'));
    },
  );

  it('escapes as @actions/core does', () => {
    expect(escapeCommandData('50%, a:b\nc')).toBe('50%25, a:b%0Ac');
    expect(escapeCommandProperty('50%, a:b')).toBe('50%25%2C a%3Ab');
  });
});

it('prints nothing but our own commands for a hostile report', () => {
  const lines = github.render(hostileReport(), hostileOptions).trimEnd().split('\n');
  const commands = lines.slice(0, -1).map((line) => readRunnerCommand(line)?.name);
  expect(new Set(commands)).toEqual(new Set(['error', 'notice']));
  expect(readRunnerCommand(lines.at(-1) ?? '')).toBeUndefined();
});
