import type { RenderedChange } from '../../model/rendered-difference.ts';
import { bytesOf } from '../byte-budget.ts';
import { plural } from '../wording.ts';
import { diffBlock, missingLines } from './diff.ts';
import { nameFolds } from './entries.ts';
import { factList } from './facts.ts';
import { machineNames, pathName } from './file-names.ts';
import { html, type Markup } from './markup.ts';
import type { PageFacts } from './page.ts';
import { type ShownLines, shareLines } from './shared-lines.ts';

/** Bytes of UTF-8 for the lines, for the names of all entries, and for the rest: 8 MiB. */
const mostLines = 4_194_304;
const mostNames = 1_048_576;
const mostHeads = 3_145_728;

const signs: Readonly<Record<RenderedChange['status'], Markup>> = {
  changed: html`&#xb1;`,
  added: html`+`,
  removed: html`&#x2212;`,
};

/** As many differences as a page has room for. */
export interface WrittenChanges {
  readonly texts: readonly string[];
  /** Differences that are not on the page. */
  readonly leftOut: number;
  /** Differences that are there without their lines. */
  readonly withoutLines: number;
  /** Differences that are there without the names of all entries. */
  readonly withoutNames: number;
}

/** Writes each difference once, folded, in their order. */
export function writeChanges(changes: readonly RenderedChange[], facts: PageFacts): WrittenChanges {
  const shares = shareLines(
    changes.map(({ lines }) => lines),
    mostLines,
  );
  const names = nameFolds(facts.entryNames, mostNames);
  const texts: string[] = [];
  let heads = mostHeads;
  for (const [index, change] of changes.entries()) {
    const head = changeHead(change, facts);
    heads -= bytesOf(head.text);
    if (heads < 0) break;
    const fold = html`
      ${head}
      ${names.fold(change.entries)}
      ${diffPart(change.leftOut, shares[index])}
      </details>
    `;
    texts.push(fold.text);
  }
  return {
    texts,
    leftOut: changes.length - texts.length,
    withoutLines: shares.slice(0, texts.length).filter((shown) => shown === undefined).length,
    withoutNames: names.leftOut(),
  };
}

function changeHead(change: RenderedChange, { entryNames, platforms }: PageFacts): Markup {
  const { path, status, machines, entries, added, removed } = change;
  return html`
    <details class="change" data-platforms="${platforms.valuesOf(entries).join(' ')}"><summary><span class="mark ${status}"><span aria-hidden="true">${signs[status]}</span> ${status}</span> <code>${pathName(path)}</code> <span class="dim">${countsOf(added, removed)}</span></summary>
    ${factList([
      ['Machines', machineNames(machines)],
      ['Entries', entryNames.words(entries)],
    ])}
  `;
}

/** The whole diff, or what the page has room for. */
function diffPart(leftOut: number, shown: ShownLines | undefined): Markup {
  if (!shown) return html`<p>Its lines are not on this page.</p>`;
  return html`
    ${shown.lines.length > 0 ? diffBlock(shown.lines) : []}
    ${missingLines(shown.leftOut)}
    ${leftOut > 0 ? html`<p>${plural(leftOut, 'line')} of it not kept: it is too long.</p>` : []}
  `;
}

/** `3 lines added, 1 removed`: words, since not everybody sees or hears signs. */
function countsOf(added: number, removed: number): string {
  return `${plural(added, 'line')} added, ${removed} removed`;
}
