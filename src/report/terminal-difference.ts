import { compareReach } from '../model/compare-changes.ts';
import type { RenderedChange, RenderedDifference } from '../model/rendered-difference.ts';
import {
  changedEntries,
  changePhrase,
  differencePhrase,
  differenceRemarks,
  linesNotShown,
} from './difference-wording.ts';
import { displayWidth } from './display-width.ts';
import { shortTerminalText } from './escape-terminal.ts';
import { entryNames, type NameEntries } from './name-entries.ts';
import { showSource } from './source-line.ts';
import type { Style } from './style.ts';
import { clip, plural } from './wording.ts';
import { headThatFits, wrap } from './wrap.ts';

const most = { remarks: 10, changes: 100, linesOfOne: 40, lines: 200 };
/** Code units of a line of a diff. */
const longestLine = 500;
const indent = '    ';

/** What the change does to what is rendered: the changes that reach most entries first, with a few of their lines. */
export function differenceLines(
  difference: RenderedDifference | undefined,
  style: Style,
  width: number,
): string[] {
  if (!difference) return [];
  const changes = difference.changes.toSorted(compareReach);
  const remarks = differenceRemarks(difference);
  const nameEntries = entryNames(difference);
  let left = most.lines;
  const shown = changes.slice(0, most.changes).flatMap((change) => {
    const diff = diffLines(change, Math.min(left, most.linesOfOne), style, width);
    left -= diff.length;
    return [...changeLines(change, nameEntries, style, width), ...diff];
  });
  return [
    ...wrap(differencePhrase(difference), { first: width, rest: width }).map(style.bold),
    ...remarks.slice(0, most.remarks).flatMap((remark) => indented(remark, '  ', width)),
    ...moreLine(remarks.length - most.remarks, 'more reason'),
    ...shown,
    ...moreLine(changes.length - most.changes, 'more change'),
  ];
}

function changeLines(
  change: RenderedChange,
  nameEntries: NameEntries,
  style: Style,
  width: number,
): string[] {
  const [first = '', ...rest] = indented(`${change.path}: ${changePhrase(change)}`, '  ', width);
  return [
    style.bold(first),
    ...rest.map(style.bold),
    ...indented(changedEntries(change, nameEntries), indent, width),
  ];
}

/** The first lines of a diff, broken where the line ends. */
function diffLines(change: RenderedChange, room: number, style: Style, width: number): string[] {
  const rows: string[] = [];
  let shown = 0;
  for (const line of change.lines) {
    const pieces = broken(showSource(clip(line, longestLine)).shown, width - indent.length);
    if (rows.length + pieces.length > room) break;
    rows.push(...pieces.map((piece) => indent + style.diff(line.charAt(0), piece)));
    shown += 1;
  }
  const missing = linesNotShown(change, shown);
  return missing === '' ? rows : [...rows, `${indent}${style.dim(missing)}`];
}

function broken(text: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (displayWidth(rest) > width) {
    const head = headThatFits(rest, width);
    pieces.push(head);
    rest = rest.slice(head.length);
  }
  return [...pieces, rest];
}

function indented(text: string, start: string, width: number): string[] {
  const room = width - start.length;
  return wrap(shortTerminalText(text), { first: room, rest: room - 2 }).map((line, index) =>
    index === 0 ? start + line : `${start}  ${line}`,
  );
}

function moreLine(count: number, noun: string): string[] {
  return count <= 0 ? [] : [`  ${plural(count, noun)} not shown; the json report has all`];
}
