import { groupBy } from '../../model/group-by.ts';
import { compareText } from '../../model/origin.ts';
import { plural } from '../wording.ts';
import { machineNames } from './file-names.ts';
import { writeListings } from './listing.ts';
import { finished, html, type Markup } from './markup.ts';
import type { PageFacts } from './page.ts';

/** What was rendered, by machine and path; nothing where nobody asked for it. */
export function renderedSection(facts: PageFacts): Markup | readonly [] {
  const { rendered } = facts.report;
  if (rendered === undefined) return [];
  const groups = [...groupBy(rendered, ({ machines }) => machineNames(machines))].sort(([a], [b]) =>
    compareText(a, b),
  );
  const ordered = groups.flatMap(([, listings]) => listings);
  const { texts, leftOut, withoutText, withoutNames } = writeListings(ordered, facts);
  let at = 0;
  const folds = groups.map(([machines, { length }]) => {
    at += length;
    return machineFold(machines, texts.slice(at - length, at));
  });
  return html`
    <section aria-labelledby="rendered">
    <h2 id="rendered">Rendered files</h2>
    <p>${plural(rendered.length, 'file')}, each once, however many machines and entries have it.</p>
    ${folds}
    ${missing(leftOut, 'not shown: a page has room for 6 MiB of them')}
    ${missing(withoutText, 'shown without text: a page has room for 4 MiB of it')}
    ${missing(withoutNames, 'shown without the names of all entries: a page has room for 1 MiB of them')}
    </section>
  `;
}

function machineFold(machines: string, texts: readonly string[]): Markup | readonly [] {
  if (texts.length === 0) return [];
  return html`
    <details class="machine"><summary>${machines.trim() === '' ? 'On no machine' : machines}: ${plural(texts.length, 'file')}</summary>
    ${finished(texts)}
    </details>
  `;
}

function missing(count: number, what: string): Markup | readonly [] {
  return count === 0 ? [] : html`<p>${plural(count, 'file')} ${what}. The json report has all.</p>`;
}
