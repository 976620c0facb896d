import type { Severity } from '../model/finding.ts';
import { html, type Markup } from './html-markup.ts';

/** What a mark can say; each has a word beside its sign, since not everybody sees signs or colours. */
export type MarkKind = Severity | 'failed' | 'skipped' | 'passed';

const signs: Readonly<Record<MarkKind, string>> = {
  failed: '!',
  error: '✕',
  warning: '▲',
  note: '●',
  skipped: '–',
  passed: '✓',
};

/** A sign and its word: `✕ 2 errors`. */
export function mark(kind: MarkKind, words: string): Markup {
  return html`<span class="mark ${kind}"><span aria-hidden="true">${signs[kind]}</span> ${words}</span>`;
}
