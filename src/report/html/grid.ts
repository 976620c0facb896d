import { compareText } from '../../model/origin.ts';
import type { MatrixEntry } from '../../model/rendered-cluster.ts';
import type { Report } from '../../model/report.ts';
import { gridEntries } from '../grid-entries.ts';
import { clip } from '../wording.ts';
import { type EntryState, entryStates, tallyStates } from './entry-state.ts';
import { mark } from './marks.ts';
import { html, type Markup } from './markup.ts';

/** Rows and columns; a report may be a stranger's, with as many names as entries. */
const mostLines = 256;
const longestName = 200;

/** How each entry did: those with a platform as a grid, the others counted. */
export function gridSection(report: Report): Markup {
  const states = entryStates(report);
  const stateOf = ({ name }: MatrixEntry): EntryState =>
    states.get(name) ?? { kind: 'skipped', words: 'not checked' };
  const { clusters, others } = gridEntries(report);
  return html`
    <section aria-labelledby="entries">
    <h2 id="entries">Entries</h2>
    ${clusters.length > 0 ? gridTable(clusters, stateOf) : []}
    ${others.length > 0 ? otherEntries(others.map(stateOf)) : []}
    ${report.entries.length === 0 ? html`<p>There are none.</p>` : []}
    </section>
  `;
}

function otherEntries(states: readonly EntryState[]): Markup {
  return html`
    <p>Entries without a platform:</p>
    <ul class="row">
    ${tallyStates(states).map(({ kind, words }) => html`<li>${mark(kind, words)}</li>`)}
    </ul>
  `;
}

function gridTable(entries: readonly MatrixEntry[], stateOf: (entry: MatrixEntry) => EntryState): Markup {
  const rows = linesOf(entries, rowName);
  const columns = linesOf(entries, columnName);
  const shown = columns.slice(0, mostLines);
  return html`
    <div class="scroll" role="region" aria-label="Entries by platform and networking" tabindex="0">
    <table class="grid">
    <caption>A line for each entry</caption>
    <thead><tr><th scope="col">Platform</th>${shown.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>
    ${rows.slice(0, mostLines).map((row) => {
      const own = entries.filter((entry) => rowName(entry) === row);
      return html`
        <tr><th scope="row">${row}</th>
        ${shown.map((column) =>
          gridCell(
            own.filter((entry) => columnName(entry) === column),
            stateOf,
          ),
        )}
        </tr>
      `;
    })}
    </tbody>
    </table>
    </div>
    ${leftOutLine(rows.length + columns.length - Math.min(rows.length, mostLines) - shown.length)}
  `;
}

function gridCell(entries: readonly MatrixEntry[], stateOf: (entry: MatrixEntry) => EntryState): Markup {
  const labels = ownWords(entries.map(({ name }) => name));
  const lines = entries.map((entry, index) => {
    const { kind, words } = stateOf(entry);
    return html`<li>${mark(kind, words)}${entries.length > 1 ? html` <span class="long">${labels[index] ?? ''}</span>` : []}</li>`;
  });
  return lines.length === 0
    ? html`<td class="dim">no entry</td>`
    : html`
        <td><ul>
        ${lines}
        </ul></td>
      `;
}

/** Of each name the words that not all have: `controllers=3` of `aws networking=calico controllers=3`. */
function ownWords(names: readonly string[]): string[] {
  const words = names.map((name) => clip(name, longestName).split(' '));
  const [first = []] = words;
  const shared = new Set(first.filter((word) => words.every((others) => others.includes(word))));
  return words.map((own) => own.filter((word) => !shared.has(word)).join(' ') || own.join(' '));
}

function leftOutLine(count: number): Markup | [] {
  return count === 0
    ? []
    : html`<p>${count} more rows or columns are not shown. The json report has all.</p>`;
}

function rowName({ platform, os }: MatrixEntry): string {
  return clip([platform, os].filter((part) => part !== undefined).join(', '), longestName);
}

function columnName({ networking }: MatrixEntry): string {
  return clip(networking ?? 'no networking', longestName);
}

function linesOf(entries: readonly MatrixEntry[], nameOf: (entry: MatrixEntry) => string): string[] {
  return [...new Set(entries.map(nameOf))].sort(compareText);
}
