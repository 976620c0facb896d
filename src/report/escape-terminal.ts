import { showInvisible } from './invisible.ts';
import { clip } from './wording.ts';

/** In code units, before anything is escaped. */
const longestText = 2000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: our own SGR may stand before the text.
const commandStart = /^((?:\s|\u001b\[[\d;]*m)*):(?=:)/;

/**
 * Untrusted text for a terminal, on one line: no escape sequence and no bidi control survives. `##[` is broken
 * up, because the GitHub runner takes `##[add-mask]x` as a command wherever in a line it stands
 * (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs).
 */
export function escapeTerminal(text: string): string {
  return showInvisible(text).replaceAll('##[', '##\\u{5b}');
}

/** The same, of a text as long as a person reads: a message may quote a file of megabytes. */
export function shortTerminalText(text: string): string {
  return escapeTerminal(clip(text, longestText));
}

/**
 * Breaks up a `::` at the start of a finished line, coloured or not: the runner trims a line before it looks
 * for commands.
 */
export function inertLine(line: string): string {
  return line.includes('::') ? line.replace(commandStart, '$1\\u{3a}') : line;
}
