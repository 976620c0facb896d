import { showInvisible } from './invisible.ts';

/**
 * Untrusted text for a SARIF plain text message, on one line. Nothing in it is a link, `[a](b)` (SARIF 2.1.0
 * section 3.11.6), or stands for an argument, `{0}` (section 3.11.5). Other brackets and braces stay as they
 * are: most viewers show the escapes.
 */
export function escapeSarifMessage(text: string): string {
  const shown = showInvisible(text);
  const inert = /\{\d+\}/.test(shown) ? shown.replace(/[{}]/g, '$&$&') : shown;
  return inert.includes('](') ? inert.replace(/[\\[\]]/g, '\\$&') : inert;
}

/** A workspace path as a relative URI reference (RFC 3986): every byte that is not unreserved is encoded. */
export function escapeSarifUri(file: string): string {
  // A lone surrogate has no bytes; encodeURIComponent throws on it.
  const wellFormed = file.replace(/\p{Cs}/gu, '\ufffd');
  return wellFormed.split('/').map(encodeURIComponent).join('/');
}
