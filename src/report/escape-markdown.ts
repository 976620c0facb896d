import { showInvisible } from './invisible.ts';

// Between the mark and the name of a mention and the like: GitHub looks for those in the rendered text, where
// character references are decoded, so only a character in between makes them inert.
const gap = '\u200b';
// Mentions, issue references, autolinks, and emoji names: `a.yaml:100:5` would hold one.
const linked = /@|#(?=\d)|\bgh-(?=\d)|:(?=\/\/|(?:100|1234|\d*[a-z_+-][\w+-]*):)|www(?=\.)/gi;

/**
 * Untrusted text for GitHub Flavored Markdown, inline, on one line. Numeric references are used and no
 * backslashes, because they also hold inside HTML blocks and cannot start any structure
 * (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references).
 */
export function escapeMarkdown(text: string): string {
  return showInvisible(text)
    .replace(linked, (mark) => mark + gap)
    .replace(/[\\`*_[\]<>&|~$"'!]|^[ #+=-]|(?<=^\d+)[.)]|\u200b/g, reference);
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** A code block of untrusted lines, fenced by more backticks than stand in a row anywhere inside. */
export function codeBlock(lines: readonly string[], language: 'text' | 'diff' = 'text'): string {
  const shown = lines.map(showInvisible);
  let longest = 2;
  for (const [run] of shown.join('\n').matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...shown, fence].join('\n');
}
