import type { RenderedListing } from '../../model/rendered-difference.ts';
import { bytesOf } from '../byte-budget.ts';
import { plural } from '../wording.ts';
import { missingLines, textBlock } from './diff.ts';
import { nameFolds } from './entries.ts';
import { factList } from './facts.ts';
import { pathName } from './file-names.ts';
import { html, type Markup } from './markup.ts';
import type { PageFacts } from './page.ts';
import { type ShownLines, shareLines } from './shared-lines.ts';

/** Bytes of UTF-8 for the texts, for the names of all entries, and for the rest: 6 MiB. */
const mostText = 4_194_304;
const mostNames = 1_048_576;
const mostHeads = 1_048_576;

/** As many rendered files as a page has room for. */
export interface WrittenListings {
  readonly texts: readonly string[];
  /** Files that are not on the page. */
  readonly leftOut: number;
  /** Files that are there without their text. */
  readonly withoutText: number;
  /** Files that are there without the names of all entries. */
  readonly withoutNames: number;
}

/** Writes each file once, folded, in their order. */
export function writeListings(listings: readonly RenderedListing[], facts: PageFacts): WrittenListings {
  const shares = shareLines(
    listings.map(({ text }) => text.split('\n')),
    mostText,
  );
  const names = nameFolds(facts.entryNames, mostNames);
  const texts: string[] = [];
  let heads = mostHeads;
  for (const [index, listing] of listings.entries()) {
    const head = listingHead(listing, facts);
    heads -= bytesOf(head.text);
    if (heads < 0) break;
    const fold = html`
      ${head}
      ${names.fold(listing.entries)}
      ${textPart(listing, shares[index])}
      </details>
    `;
    texts.push(fold.text);
  }
  return {
    texts,
    leftOut: listings.length - texts.length,
    withoutText: shares.slice(0, texts.length).filter((shown) => shown === undefined).length,
    withoutNames: names.leftOut(),
  };
}

function listingHead({ path, entries }: RenderedListing, { platforms, entryNames }: PageFacts): Markup {
  return html`
    <details class="listing" data-platforms="${platforms.valuesOf(entries).join(' ')}"><summary><code>${pathName(path)}</code></summary>
    ${factList([['Entries', entryNames.words(entries)]])}
  `;
}

/** The whole text, or what the page has room for. */
function textPart({ leftOut = 0 }: RenderedListing, shown: ShownLines | undefined): Markup {
  if (!shown) return html`<p>Its text is not on this page.</p>`;
  return html`
    ${textBlock(shown.lines)}
    ${missingLines(shown.leftOut)}
    ${leftOut > 0 ? html`<p>${plural(leftOut, 'character')} of it not kept: it is too long.</p>` : []}
  `;
}
