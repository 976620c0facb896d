import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** HTML of GitHub Flavored Markdown, with the HTML that stands in it. */
export function renderMarkdown(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** The names of all elements of an HTML text, sorted. */
export function elementNames(html: string): string[] {
  return [...new Set(Array.from(html.matchAll(/<([a-z][a-z0-9]*)/gi), ([, name = '']) => name))].sort();
}

/** What GitHub would make of the text of a page: mentions, issues and emoji are looked for in rendered text. */
export const mention = /(?:^|[^\w`])@[\w-]|(?:^|[^\w])(?:#|gh-)\d|:(?:tada|100|\+1):/i;

/** The text a reader sees, without what stands in code. */
export function proseOf(html: string): string {
  return decodeEntities(html.replace(/<(code|pre)\b.*?<\/\1>/gs, '').replace(/<[^>]*>/g, ''));
}

/** Decodes the references that micromark writes, and those that it leaves as they are in HTML. */
export function decodeEntities(html: string): string {
  return html
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
