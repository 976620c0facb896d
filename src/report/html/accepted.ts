import type { SuppressedFinding } from '../../model/report.ts';
import { writeWhatFits } from '../byte-budget.ts';
import { clip, plural } from '../wording.ts';
import { place } from './finding.ts';
import { finished, html, type Markup } from './markup.ts';

/** Bytes. */
const mostRows = 1_048_576;
const longestText = 1000;

const acceptedBy: Readonly<Record<SuppressedFinding['by'], string>> = {
  config: 'windtunnel.yaml',
  comment: 'a comment',
  baseline: 'the baseline',
};

/** Findings that somebody accepted, with the reason; nothing when there are none. */
export function acceptedSection(accepted: readonly SuppressedFinding[]): Markup | readonly [] {
  if (accepted.length === 0) return [];
  const { texts, leftOut } = writeWhatFits(accepted, (one) => acceptedRow(one).text, mostRows, 1);
  return html`
    <section aria-labelledby="accepted">
    <h2 id="accepted">Accepted</h2>
    <details><summary>${plural(accepted.length, 'finding')} suppressed</summary>
    <div class="scroll" role="region" aria-label="Accepted findings" tabindex="0">
    <table>
    <thead><tr><th scope="col">Finding</th><th scope="col">Place</th><th scope="col">By</th><th scope="col">Reason</th></tr></thead>
    <tbody>
    ${finished(texts)}
    </tbody>
    </table>
    </div>
    ${leftOut > 0 ? html`<p>${plural(leftOut, 'more finding')} not shown. The json report has all.</p>` : []}
    </details>
    </section>
  `;
}

function acceptedRow({ finding, by, reason }: SuppressedFinding): Markup {
  const { severity, check, message, origin } = finding;
  return html`<tr><td>${severity}: ${clip(message, longestText)} <code>${check}</code></td><td>${place(origin)}</td><td>${acceptedBy[by]}</td><td>${clip(reason, longestText)}</td></tr>`;
}
