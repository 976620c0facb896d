import type { Finding } from '../../model/finding.ts';
import { formatOrigin } from '../../model/origin.ts';
import { bytesOf } from '../byte-budget.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { showInvisible } from '../invisible.ts';
import { excerptBlock, symbols } from '../markdown-finding.ts';
import { type NameEntries, ofBase } from '../name-entries.ts';
import { clip, entriesPhrase } from '../wording.ts';
import type { CommentContext } from './context.ts';
import { placeLink } from './place.ts';

/** Code units, so that the worst finding always has room, however hostile its texts are. */
const longestMessage = 500;
const longestText = 300;
const mostRelated = 3;
/** Bytes. */
const largestExcerpt = 6_000;

/** A finding in full: title, place, entries, why, fix, and its source folded away. */
export function findingSection(finding: Finding, context: CommentContext, nameEntries: NameEntries): string {
  const { check, origin, message, related = [], rendered, entries, fix } = finding;
  const description = context.describe(check);
  const facts = [
    ['Where', placeLink(origin, context)],
    ...related
      .slice(0, mostRelated)
      .map((one) => ['Also', `${placeLink(one.origin, context)}: ${inline(one.message)}`]),
    ['On the machine', inline(rendered ?? '')],
    ['Holds', inline(entriesPhrase(entries, origin.file, nameEntries))],
    ['Why', inline(description.why)],
    ['Fix', inline(fix ?? description.fix)],
  ].filter(([, text]) => text !== '');
  return [
    titleLine(finding, context),
    inline(message, longestMessage),
    facts.map(([label, text]) => `- **${label}:** ${text}`).join('\n'),
    ...source(finding),
  ].join('\n\n');
}

/** A finding in one line, for those that the base has as well. */
export function findingLine(finding: Finding, context: CommentContext): string {
  return `- ${titleLine(finding, context)} ${placeLink(finding.origin, context)}: ${inline(finding.message)}`;
}

/** One of the base that is no more, in one line: what, where it stood, and what had it. */
export function goneLine(
  finding: Finding,
  context: Pick<CommentContext, 'describe'>,
  isUnknown: boolean,
): string {
  const { origin, entries } = finding;
  const holds = entriesPhrase(entries, origin.file, ofBase);
  const doubt = isUnknown ? ' (could not be looked for again)' : '';
  return `- ${titleLine(finding, context)} ${inline(formatOrigin(origin))}${holds && `, ${inline(holds)}`}${doubt}`;
}

function titleLine({ check, severity }: Finding, { describe }: Pick<CommentContext, 'describe'>): string {
  const { title, url } = describe(check);
  return `${symbols[severity]} **${severity}: ${inline(title)}** ([${inline(check)}](${encodeURI(url)}))`;
}

function source(finding: Finding): string[] {
  const block = excerptBlock(finding);
  if (block.length === 0 || bytesOf(block.join()) > largestExcerpt) return [];
  return ['<details><summary>Source</summary>', ...block, '</details>'];
}

function inline(text: string, most = longestText): string {
  // Shown first, because an invisible character takes the room of ten.
  return escapeMarkdown(clip(showInvisible(text), most));
}
