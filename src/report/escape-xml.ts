import { showInvisible } from './invisible.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Text for XML content and attribute values, on one line. XML 1.0 has no way to write most control characters
 * (https://www.w3.org/TR/xml/#charsets), so they are shown as `\u{1b}`.
 */
export function escapeXml(text: string): string {
  return showInvisible(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
