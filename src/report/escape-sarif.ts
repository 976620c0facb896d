import { showInvisible } from './invisible.ts';

/**
 * Untrusted text for a SARIF plain text message, on one line: brackets would make a link of `[a](b)`
 * (SARIF 2.1.0 section 3.11.6), and `{0}` stands for an argument (section 3.11.5). Other braces stay single,
 * against the letter of that section, since viewers show messages without arguments as they are.
 */
export function escapeSarifMessage(text: string): string {
  return showInvisible(text)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/\{(\d+)\}/g, '{{$1}}');
}

/** A workspace path as a relative URI reference (RFC 3986): every byte that is not unreserved is encoded. */
export function escapeSarifUri(file: string): string {
  // A lone surrogate has no bytes; encodeURIComponent throws on it.
  const wellFormed = file.replace(/\p{Cs}/gu, '\ufffd');
  return wellFormed.split('/').map(encodeURIComponent).join('/');
}
