import { stageTitles } from '../../model/stage.ts';
import type { NotChecked, StageTally } from '../../model/summary.ts';
import { writeWhatFits } from '../byte-budget.ts';
import { clip, plural, someOf, uncheckedPhrase } from '../wording.ts';
import { mark } from './marks.ts';
import { finished, html, type Markup } from './markup.ts';

/** Bytes. */
const mostReasons = 1_048_576;
const longestText = 1000;
const mostNames = 20;

const columns = [
  ['passed', 'Passed'],
  ['findings', 'Findings'],
  ['skipped', 'Skipped'],
  ['not-applicable', 'Not applicable'],
  ['failed', 'Failed'],
] as const;

/** How often each stage ended in each way. */
export function stagesSection(tallies: readonly StageTally[]): Markup {
  return html`
    <section aria-labelledby="stages">
    <h2 id="stages">Stages</h2>
    <div class="scroll" role="region" aria-label="How each stage ended" tabindex="0">
    <table>
    <caption>Number of machines, files or objects by how their stage ended</caption>
    <thead><tr><th scope="col">Stage</th>${columns.map(([, title]) => html`<th scope="col">${title}</th>`)}</tr></thead>
    <tbody>
    ${tallies.map(
      ({ stage, results }) =>
        html`<tr><th scope="row">${stageTitles[stage]}</th>${columns.map(([status]) => html`<td class="number">${results[status]}</td>`)}</tr>`,
    )}
    </tbody>
    </table>
    </div>
    </section>
  `;
}

/** What nobody looked at, and why. */
export function notCheckedSection(groups: readonly NotChecked[]): Markup {
  const { texts, leftOut } = writeWhatFits(groups, (group) => reasonItem(group).text, mostReasons, 1);
  return html`
    <section aria-labelledby="not-checked">
    <h2 id="not-checked">Not checked</h2>
    ${
      groups.length === 0
        ? html`<p>Nothing: all that applies was checked.</p>`
        : html`
            <ul>
            ${finished(texts)}
            </ul>
          `
    }
    ${leftOut > 0 ? html`<p>${plural(leftOut, 'more reason')} not shown. The json report has all.</p>` : []}
    </section>
  `;
}

function reasonItem(group: NotChecked): Markup {
  const { status, names, holdsForAll } = group;
  const some = holdsForAll ? 'every machine' : clip(someOf(names, mostNames), longestText);
  return html`<li>${mark(status, status)}: ${clip(uncheckedPhrase(group), longestText)} <span class="dim">(${some})</span></li>`;
}
