import type { Finding, RelatedOrigin } from '../../model/finding.ts';
import { formatOrigin, type Origin } from '../../model/origin.ts';
import { clip } from '../wording.ts';
import type { EntryWriter } from './entries.ts';
import { excerptFold } from './excerpt.ts';
import { factList } from './facts.ts';
import { html, type Markup } from './markup.ts';

/** In code units. Longer texts are clipped: one hostile message must not take the room of all others. */
const longestText = 1000;
const mostRelated = 20;

/** What the page knows of a finding beyond itself. */
export interface FindingTraits {
  /** Against the base; undefined without one. */
  readonly age: 'new' | 'old' | undefined;
  /** Values that the filter has for the platforms it shows on. */
  readonly platforms: readonly string[];
}

/** A finding without what all of its check have in common; `folds` is what {@link findingFolds} gave, or empty. */
export function findingArticle(
  finding: Finding,
  traits: FindingTraits,
  entryNames: EntryWriter,
  folds: string | Markup,
): Markup {
  const { check, message, origin, fix, rendered, related = [], fingerprint } = finding;
  return html`
    <article class="finding" id="finding-${fingerprint}" data-platforms="${traits.platforms.join(' ')}" data-age="${traits.age ?? ''}">
    <h4>${message.trim() === '' ? check : clip(message, longestText)}</h4>
    <p>${ageWord(traits.age)}${place(origin)}</p>
    ${factList([
      ['On the machine', rendered && clip(rendered, longestText)],
      ['Entries', isItsOwnEntry(finding) ? undefined : entryNames.words(finding.entries)],
      ['Fix', fix && clip(fix, longestText)],
      ...related.slice(0, mostRelated).map((one) => ['See also', relatedPlace(one)] as const),
    ])}
    ${folds}
    </article>
  `;
}

/** What a reader may want to look up: the source, and the names of all entries. */
export function findingFolds({ excerpt, origin, entries }: Finding, entryNames: EntryWriter): Markup {
  return html`${excerpt ? excerptFold(excerpt, origin) : []}${entryNames.hasFold(entries) ? entryNames.fold(entries) : []}`;
}

/** A place in a file, as editors open it. */
export function place(origin: Origin): Markup {
  return html`<code>${clip(formatOrigin(origin), longestText)}</code>`;
}

function ageWord(age: FindingTraits['age']): Markup | readonly [] {
  return age === undefined ? [] : html`<span class="age ${age}">${age}</span> `;
}

function relatedPlace({ origin, message }: RelatedOrigin): Markup {
  return html`${place(origin)}: ${clip(message, longestText)}`;
}

function isItsOwnEntry({ entries, origin }: Finding): boolean {
  return entries.length === 1 && entries[0] === origin.file;
}
