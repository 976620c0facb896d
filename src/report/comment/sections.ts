import type { ComparedFindings } from '../../model/compare-findings.ts';
import type { Finding } from '../../model/finding.ts';
import type { RenderedChange } from '../../model/rendered-difference.ts';
import type { Report } from '../../model/report.ts';
import { bytesOf, type Fitted, joinFitted, writeShare, writeWhatFits } from '../byte-budget.ts';
import { goneTitle } from '../findings-wording.ts';
import { changeSection, changesByReach, differenceHead } from '../markdown-difference.ts';
import { entryNames } from '../name-entries.ts';
import { plural } from '../wording.ts';
import type { CommentContext } from './context.ts';
import { findingLine, findingSection, goneLine } from './finding.ts';

/** Bytes that differences get before warnings and notes do; errors come first. */
const differenceShare = 16_384;
/** Bytes of one diff. */
const largestDiff = 4_096;

interface Written {
  readonly added: Fitted;
  readonly old: Fitted;
  readonly gone: Fitted;
  readonly changes: Fitted;
}

/**
 * Findings and differences, as far as they fit: new errors, then some differences, then other new findings, old and
 * gone ones, then more differences.
 *
 * @param room bytes
 */
export function commentSections(
  report: Report,
  compared: ComparedFindings,
  context: CommentContext,
  room: number,
): string[] {
  const { difference } = report;
  const head = difference ? differenceHead(difference) : [];
  const changes = difference ? changesByReach(difference) : [];
  const headRoom = head.reduce((sum, text) => sum + bytesOf(text) + 2, 0);
  const written = writeAll(report, compared, changes, context, room - headRoom);
  return [
    ...titled(report.base ? 'New findings' : 'Findings', compared.added.length, [
      ...written.added.texts,
      ...leftOutLine(written.added.leftOut, 'finding', context),
    ]),
    ...folded(`${plural(compared.old.length, 'finding')} that the base has as well`, written.old, context),
    ...folded(goneTitle(compared), written.gone, context),
    ...titled('Rendered difference', head.length, [
      ...head,
      ...written.changes.texts,
      ...leftOutLine(written.changes.leftOut, 'change', context),
    ]),
  ];
}

function writeAll(
  report: Report,
  { added, old, gone, unknown }: ComparedFindings,
  changes: readonly RenderedChange[],
  context: CommentContext,
  room: number,
): Written {
  const lost = new Set(unknown);
  const ofReport = entryNames(report);
  const ofDifference = entryNames(report.difference ?? report);
  const section = (finding: Finding): string => findingSection(finding, context, ofReport);
  const change = (one: RenderedChange): string => changeSection(one, ofDifference, largestDiff);
  const errors = writeWhatFits(
    added.filter(({ severity }) => severity === 'error'),
    section,
    room,
    2,
  );
  const some = writeShare(changes, change, { share: differenceShare, room: errors.room, gap: 2 });
  // Where an error has no room, no lesser finding takes it.
  const others = added.filter(({ severity }) => severity !== 'error');
  const rest = writeWhatFits(others, section, errors.leftOut > 0 ? 0 : some.room, 2);
  const left = errors.leftOut > 0 ? some.room : rest.room;
  const oldLines = writeWhatFits(old, (finding) => findingLine(finding, context), left, 1);
  const goneLines = writeWhatFits(
    [...gone, ...unknown],
    (finding) => goneLine(finding, context, lost.has(finding)),
    oldLines.room,
    1,
  );
  const more = writeWhatFits(changes.slice(some.texts.length), change, goneLines.room, 2);
  return {
    added: joinFitted(errors, rest),
    old: oldLines,
    gone: goneLines,
    changes: joinFitted({ ...some, leftOut: 0 }, more),
  };
}

function titled(title: string, count: number, texts: readonly string[]): string[] {
  return count === 0 ? [] : [`#### ${title}`, ...texts];
}

function folded(title: string, { texts, leftOut }: Fitted, context: CommentContext): string[] {
  if (texts.length + leftOut === 0) return [];
  return [
    `<details><summary>${title}</summary>`,
    ...(texts.length > 0 ? [texts.join('\n')] : []),
    ...leftOutLine(leftOut, 'finding', context),
    '</details>',
  ];
}

function leftOutLine(count: number, noun: string, { reportUrl }: CommentContext): string[] {
  if (count === 0) return [];
  const where = reportUrl === undefined ? 'The report of the run has all.' : 'The full report has all.';
  return [`${plural(count, `more ${noun}`)} not shown: a comment has room for 65,536 characters. ${where}`];
}
