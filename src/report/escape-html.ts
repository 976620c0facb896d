import { replaceInvisible, showInvisible } from './invisible.ts';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const special = /[&<>"']/g;
const anySpecial = /[&<>"']/;
const unusual = /[^\t\n\x20-\x7e]/;

/**
 * Untrusted text for the content of HTML elements and for quoted attribute values, on one line. These five characters
 * are all that leads out of either (https://html.spec.whatwg.org/multipage/parsing.html#data-state); what no reader
 * sees, NUL and lone surrogates among it, is shown as `\u{1b}`.
 */
export function escapeHtml(text: string): string {
  return escapeSpecial(showInvisible(text));
}

/** The same of several lines, for the content of elements that keep white space: tabs and line ends stay. */
export function escapeHtmlBlock(text: string): string {
  const shown = unusual.test(text) ? replaceInvisible(text, showUnlessLayout) : text;
  return escapeSpecial(shown);
}

function showUnlessLayout(character: string): string {
  return character === '\n' || character === '\t' ? character : showInvisible(character);
}

function escapeSpecial(text: string): string {
  return anySpecial.test(text) ? text.replace(special, (character) => references[character] ?? '') : text;
}
