import { createHash } from 'node:crypto';
import { html, type Markup, rawElement } from './markup.ts';
import { filterScript } from './script.ts';
import { pageStyle } from './style.ts';

/** A whole page. It may load nothing, send nothing, and run nothing but the one script that it holds. */
export function htmlDocument(title: string, body: Markup): string {
  return `${
    html`
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="${policy}">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>${title}</title>
      ${rawElement('style', pageStyle)}
      </head>
      <body>
      ${body}
      ${rawElement('script', filterScript)}
      </body>
      </html>
    `.text
  }\n`;
}

// https://www.w3.org/TR/CSP3/#grammardef-hash-source
const policy = [
  "default-src 'none'",
  `style-src '${hashOf(pageStyle)}'`,
  `script-src '${hashOf(filterScript)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
