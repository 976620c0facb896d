import { showInvisible } from './invisible.ts';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Untrusted text for the content of HTML elements and for quoted attribute values, on one line. These five characters
 * are all that leads out of either (https://html.spec.whatwg.org/multipage/parsing.html#data-state); what no reader
 * sees, NUL and lone surrogates among it, is shown as `\u{1b}`.
 */
export function escapeHtml(text: string): string {
  return showInvisible(text).replace(/[&<>"']/g, (character) => references[character] ?? '');
}
