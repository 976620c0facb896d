import type { Finding } from '../../model/finding.ts';
import { writeWhatFits } from '../byte-budget.ts';
import { basePhrase, goneTitle } from '../findings-wording.ts';
import { clip, plural } from '../wording.ts';
import { place } from './finding.ts';
import { mark } from './marks.ts';
import { finished, html, type Markup } from './markup.ts';
import type { PageFacts } from './page.ts';

/** Bytes. */
const mostRows = 1_048_576;
const longestText = 1000;

/** How many findings are new, old and gone; nothing without a base. */
export function baseLine({ report: { base }, compared }: PageFacts): Markup | readonly [] {
  return base && compared ? html`<p>${basePhrase(base, compared)}</p>` : [];
}

/** The findings of the base that are no more, and those that nobody looked for again; nothing without either. */
export function goneFolds({ compared }: PageFacts): Markup[] {
  if (compared === undefined) return [];
  const { gone, unknown } = compared;
  return [
    ...(gone.length > 0 ? [baseFold(gone, goneTitle({ gone, unknown: [] }))] : []),
    ...(unknown.length > 0 ? [baseFold(unknown, goneTitle({ gone: [], unknown }))] : []),
  ];
}

function baseFold(findings: readonly Finding[], title: string): Markup {
  const { texts, leftOut } = writeWhatFits(findings, (finding) => row(finding).text, mostRows, 1);
  return html`
    <details class="gone"><summary>${title}</summary>
    <div class="scroll" role="region" aria-label="${title}" tabindex="0">
    <table>
    <thead><tr><th scope="col">Severity</th><th scope="col">Finding</th><th scope="col">Place in the base</th><th scope="col">Entries</th></tr></thead>
    <tbody>
    ${finished(texts)}
    </tbody>
    </table>
    </div>
    ${leftOut > 0 ? html`<p>${plural(leftOut, 'more finding')} not shown. The json report has all.</p>` : []}
    </details>
  `;
}

function row({ severity, check, message, origin, entries }: Finding): Markup {
  return html`<tr><td>${mark(severity, severity)}</td><td>${clip(message, longestText)} <code>${check}</code></td><td>${place(origin)}</td><td class="number">${entries.length}</td></tr>`;
}
