import type { ReportGap } from '../../model/report.ts';
import { writeWhatFits } from '../byte-budget.ts';
import { clip, plural } from '../wording.ts';
import { place } from './finding.ts';
import { finished, html, type Markup } from './markup.ts';

/** Bytes. */
const mostRows = 1_048_576;
const longestText = 1000;

const kinds: Readonly<Record<ReportGap['kind'], string>> = {
  placeholder: 'placeholder',
  sample: 'sample value',
  missing: 'missing',
};

/** What rendering made up or could not give, for nobody to take it for real; nothing when all is real. */
export function madeUpSection(gaps: readonly ReportGap[]): Markup | readonly [] {
  if (gaps.length === 0) return [];
  const { texts, leftOut } = writeWhatFits(gaps, (gap) => gapRow(gap).text, mostRows, 1);
  return html`
    <section aria-labelledby="made-up">
    <h2 id="made-up">Made up or missing</h2>
    <p>What modules do not say, and only a provider or whoever calls them knows.</p>
    <details><summary>${plural(gaps.length, 'value')}</summary>
    <div class="scroll" role="region" aria-label="Made up or missing values" tabindex="0">
    <table>
    <thead><tr><th scope="col">Kind</th><th scope="col">What</th><th scope="col">Why</th><th scope="col">Entries</th></tr></thead>
    <tbody>
    ${finished(texts)}
    </tbody>
    </table>
    </div>
    ${leftOut > 0 ? html`<p>${plural(leftOut, 'more value')} not shown. The json report has all.</p>` : []}
    </details>
    </section>
  `;
}

function gapRow({ kind, what, why, origin, entries }: ReportGap): Markup {
  const where = origin ? html` ${place(origin)}` : [];
  return html`<tr><td>${kinds[kind]}</td><td><code>${clip(what, longestText)}</code></td><td>${clip(why, longestText)}${where}</td><td class="number">${entries.length}</td></tr>`;
}
