import type { ComparedEntry, RenderedDifference } from '../../model/rendered-difference.ts';
import { writeWhatFits } from '../byte-budget.ts';
import { differencePhrase } from '../difference-wording.ts';
import { clip, plural } from '../wording.ts';
import { type WrittenChanges, writeChanges } from './change.ts';
import { mark } from './marks.ts';
import { finished, html, type Markup } from './markup.ts';
import type { PageFacts } from './page.ts';

/** Bytes. */
const mostNames = 262_144;
const longestName = 200;
const longestReason = 1000;

type Status = ComparedEntry['status'];

/** With the words for those that have it; what is not known comes first. */
const statuses: readonly (readonly [Status, string])[] = [
  ['unknown', 'could not be compared'],
  ['changed', 'changed'],
  ['added', 'added'],
  ['removed', 'removed'],
  ['same', 'the same'],
];

/** What the change does to what machines and API servers receive; nothing where nothing was compared. */
export function differenceSection(facts: PageFacts): Markup | readonly [] {
  const { difference } = facts.report;
  if (difference === undefined) return [];
  const count = difference.changes.length;
  const written = writeChanges(difference.changes, facts);
  return html`
    <section aria-labelledby="difference">
    <h2 id="difference">Rendered difference</h2>
    <p>${differencePhrase(difference)}.${count === 0 ? '' : ` ${plural(count, 'difference')}, each shown once.`}</p>
    ${statuses.map(([status, words]) => entriesOf(difference, status, words))}
    ${finished(written.texts)}
    ${missingChanges(written)}
    </section>
  `;
}

function missingChanges({ leftOut, withoutLines, withoutNames }: WrittenChanges): Markup[] {
  return [
    [leftOut, 'not shown: a page has room for 8 MiB of them'] as const,
    [withoutLines, 'shown without lines: a page has room for 4 MiB of them'] as const,
    [withoutNames, 'shown without the names of all entries: a page has room for 1 MiB of them'] as const,
  ]
    .filter(([count]) => count > 0)
    .map(([count, what]) => html`<p>${plural(count, 'difference')} ${what}. The json report has all.</p>`);
}

function entriesOf({ entries }: RenderedDifference, status: Status, words: string): Markup | readonly [] {
  const own = entries.filter((entry) => entry.status === status);
  if (own.length === 0) return [];
  const { texts, leftOut } = writeWhatFits(own, (entry) => entryItem(entry).text, mostNames, 1);
  const list = html`
    <ul>
    ${finished(texts)}
    </ul>
    ${leftOut > 0 ? html`<p>${leftOut} more not shown. The json report has all.</p>` : []}
  `;
  const count = own.length === 1 ? '1 entry' : `${own.length} entries`;
  // Nobody should have to look for what could not be compared.
  if (status === 'unknown') return html`<p>${mark('failed', `${count} ${words}`)}:</p>${list}`;
  return html`
    <details><summary>${count} ${words}</summary>
    ${list}
    </details>
  `;
}

function entryItem(entry: ComparedEntry): Markup {
  const name = clip(entry.name, longestName);
  return entry.status === 'unknown'
    ? html`<li>${name}: ${clip(entry.reason, longestReason)}</li>`
    : html`<li>${name}</li>`;
}
