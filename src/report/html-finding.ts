import type { Finding, RelatedOrigin } from '../model/finding.ts';
import { formatOrigin, type Origin } from '../model/origin.ts';
import { excerptFold } from './html-excerpt.ts';
import { factList } from './html-facts.ts';
import { html, type Markup } from './html-markup.ts';
import { clip, someOf } from './wording.ts';

/** In code units. Longer texts are clipped: one hostile message must not take the room of all others. */
const longestText = 1000;
const longestName = 200;
const mostRelated = 20;
/** So many entries are named beside the finding; the others in a fold. */
const namedEntries = 3;

/** What the page knows of a finding beyond itself. */
export interface FindingTraits {
  /** How many entries the report has. */
  readonly entries: number;
  /** Values that the filter has for the platforms it shows on. */
  readonly platforms: readonly string[];
}

/** A finding without what all of its check have in common; `folds` is what {@link findingFolds} gave. */
export function findingArticle(finding: Finding, traits: FindingTraits, folds: Markup): Markup {
  const { check, message, origin, fix, rendered, related = [], fingerprint } = finding;
  return html`
    <article class="finding" id="finding-${fingerprint}" data-platforms="${traits.platforms.join(' ')}">
    <h4>${message.trim() === '' ? check : clip(message, longestText)}</h4>
    <p>${place(origin)}</p>
    ${factList([
      ['On the machine', rendered && clip(rendered, longestText)],
      ['Entries', entriesWords(finding, traits.entries)],
      ['Fix', fix && clip(fix, longestText)],
      ...related.slice(0, mostRelated).map((one) => ['See also', relatedPlace(one)] as const),
    ])}
    ${folds}
    </article>
  `;
}

/** What a reader may want to look up: the source, and the names of all entries. */
export function findingFolds({ excerpt, origin, entries }: Finding, all: number): Markup {
  const isNamed = entries.length <= namedEntries + 1 || entries.length === all;
  return html`${excerpt ? excerptFold(excerpt, origin) : []}${isNamed ? [] : entriesFold(entries)}`;
}

/** A place in a file, as editors open it. */
export function place(origin: Origin): Markup {
  return html`<code>${clip(formatOrigin(origin), longestText)}</code>`;
}

function relatedPlace({ origin, message }: RelatedOrigin): Markup {
  return html`${place(origin)}: ${clip(message, longestText)}`;
}

function entriesWords({ entries, origin }: Finding, all: number): string {
  const [first] = entries;
  if (entries.length === 1 && first === origin.file) return '';
  if (entries.length > 1 && entries.length === all) return `all ${all}`;
  const names = someOf(
    entries.map((name) => clip(name, longestName)),
    namedEntries,
  );
  return entries.length > 1 ? `${entries.length} of ${all}: ${names}` : names;
}

function entriesFold(entries: readonly string[]): Markup {
  return html`
    <details><summary>All ${entries.length} entries</summary>
    <ul>
    ${entries.map((name) => html`<li>${clip(name, longestName)}</li>`)}
    </ul>
    </details>
  `;
}
