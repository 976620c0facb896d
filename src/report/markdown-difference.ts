import { compareReach } from '../model/compare-changes.ts';
import type { RenderedChange, RenderedDifference } from '../model/rendered-difference.ts';
import { writeWhatFits } from './byte-budget.ts';
import {
  changedEntries,
  changePhrase,
  differencePhrase,
  differenceRemarks,
  linesNotShown,
} from './difference-wording.ts';
import { codeBlock, escapeMarkdown } from './escape-markdown.ts';
import { showInvisible } from './invisible.ts';
import type { NameEntries } from './name-entries.ts';
import { showSource } from './source-line.ts';
import { clip } from './wording.ts';

/** Code units, before anything is escaped. */
const longestText = 300;
const longestLine = 300;
/** Bytes: what could not be compared, and why. */
const mostRemarks = 2_048;

/** What the change does, in a line, and what could not be compared. */
export function differenceHead(difference: RenderedDifference): string[] {
  const remarks = differenceRemarks(difference);
  const { texts, leftOut } = writeWhatFits(remarks, (remark) => `- ${inline(remark)}`, mostRemarks, 1);
  const more = leftOut > 0 ? [`- and ${leftOut} more reasons`] : [];
  return [
    escapeMarkdown(`${differencePhrase(difference)}.`),
    ...(remarks.length > 0 ? [[...texts, ...more].join('\n')] : []),
  ];
}

/** Those that reach most entries first. */
export function changesByReach({ changes }: RenderedDifference): RenderedChange[] {
  return changes.toSorted(compareReach);
}

/**
 * One change, folded: path, reach, counts and the diff.
 *
 * @param mostDiff bytes of the diff; it is cut at a whole line, and what is missing is told
 */
export function changeSection(change: RenderedChange, nameEntries: NameEntries, mostDiff: number): string {
  const { texts } = writeWhatFits(change.lines, shownLine, mostDiff, 1);
  const missing = linesNotShown(change, texts.length);
  return [
    `<details><summary>${inline(change.path)}: ${inline(changePhrase(change))}</summary>`,
    `${inline(changedEntries(change, nameEntries))}`,
    ...(texts.length > 0 ? [codeBlock(texts, 'diff')] : []),
    ...(missing === '' ? [] : [`${missing}.`]),
    '</details>',
  ].join('\n\n');
}

function shownLine(line: string): string {
  return clip(showSource(clip(line, longestLine)).shown, longestLine);
}

function inline(text: string): string {
  // Shown first, because an invisible character takes the room of ten.
  return escapeMarkdown(clip(showInvisible(text), longestText));
}
