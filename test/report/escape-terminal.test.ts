import { describe, expect, it, test } from 'vitest';
import { escapeTerminal, inertLine } from '../../src/report/escape-terminal.ts';
import { terminal } from '../../src/report/terminal.ts';
import { hostileOptions, hostileReport } from './hostile-report.ts';
import { controls, hostileTexts } from './hostile-texts.ts';

/** What the runner would take for a command: `::name` at the start of a trimmed line, or `##[name` anywhere. */
const command = /^\s*::|##\[/;

describe('untrusted text on a terminal', () => {
  test.each(hostileTexts.map((text) => [text]))('%j is one line without controls', (text) => {
    const escaped = escapeTerminal(text);
    expect(escaped).not.toMatch(controls);
    expect(escaped).not.toContain('\n');
    expect(escaped).not.toMatch(/\p{Cs}/u);
    expect(inertLine(escaped)).not.toMatch(command);
  });

  it('shows what it hides', () => {
    expect(escapeTerminal('a\u202eb\u001b[1m\nc')).toBe('a\\u{202e}b\\u{1b}[1m\\u{a}c');
  });

  it('keeps text of all scripts, and emoji of several code points', () => {
    const text = 'naïve 日本語 עברית e\u0301 👩\u200d👩\u200d👧 👍🏽 🇨🇭 ❤\ufe0f';
    expect(escapeTerminal(text)).toBe(text);
  });

  it('shows a joiner that joins no emoji', () => {
    expect(escapeTerminal('pay\u200dpal')).toBe('pay\\u{200d}pal');
  });
});

describe.each([40, 80, 200])('a hostile report at %i columns', (width) => {
  const plain = terminal.render(hostileReport(), { ...hostileOptions, width });

  it('holds no control, no command and no colour', () => {
    expect(plain).not.toMatch(controls);
    for (const line of plain.split('\n')) expect(line).not.toMatch(command);
  });

  it('is the same text in colour, with nothing but SGR added', () => {
    const colored = terminal.render(hostileReport(), { ...hostileOptions, width, color: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours.
    const stripped = colored.replace(/\u001b\[(?:\d+;)*\d+m/g, '');
    expect(stripped).not.toBe(colored);
    expect(stripped).toBe(plain);
  });
});
