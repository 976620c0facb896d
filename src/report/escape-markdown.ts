import { showInvisible } from './invisible.ts';

// A zero-width space: GitHub looks for mentions and the like in rendered text, where entities are decoded.
const gap = '&#8203;';

/**
 * Untrusted text for GitHub Flavored Markdown, inline, on one line. Numeric references are used and no
 * backslashes, because they also hold inside HTML blocks and cannot start any structure
 * (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references).
 */
export function escapeMarkdown(text: string): string {
  return showInvisible(text)
    .replace(/[\\`*_[\]<>&|~$"'!]/g, reference)
    .replace(/^[ #+=-]/, reference)
    .replace(/^(\d+)([.)])/, (_, digits: string, mark: string) => digits + reference(mark))
    .replace(/@|#(?=\d)|\bgh-(?=\d)|:(?=\/\/|[\w+-]+:)/gi, (mark) => (mark === '#' ? '#' : mark) + gap)
    .replace(/www(?=\.)/gi, (mark) => mark + gap);
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** A code block of untrusted lines, fenced by more backticks than stand in a row anywhere inside. */
export function codeBlock(lines: readonly string[]): string {
  const shown = lines.map(showInvisible);
  const longest = Math.max(2, ...shown.map(longestBacktickRun));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...shown, fence].join('\n');
}

function longestBacktickRun(line: string): number {
  return Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
}
