import type { Severity } from '../../model/finding.ts';
import { html, type Markup } from './markup.ts';

/** What a mark can say; each has a word beside its sign, since not everybody sees signs or colours. */
export type MarkKind = Severity | 'failed' | 'skipped' | 'passed';

// As references: one character beyond Latin-1 would double the memory that the page takes.
const signs: Readonly<Record<MarkKind, Markup>> = {
  failed: html`!`,
  error: html`&#x2715;`,
  warning: html`&#x25b2;`,
  note: html`&#x25cf;`,
  skipped: html`&#x2013;`,
  passed: html`&#x2713;`,
};

/** A sign and its word: `✕ 2 errors`. */
export function mark(kind: MarkKind, words: string): Markup {
  return html`<span class="mark ${kind}"><span aria-hidden="true">${signs[kind]}</span> ${words}</span>`;
}
