import type { Excerpt } from '../model/finding.ts';
import type { Origin } from '../model/origin.ts';
import { type Cell, cells, displayWidth } from './display-width.ts';
import { escapeTerminal } from './escape-terminal.ts';

/** A line of an excerpt as it is drawn, in plain text. */
export interface DrawnLine {
  readonly number: number;
  readonly text: string;
  /** Carets below the part of the line that the finding is about; empty on the lines around it. */
  readonly marks: string;
}

interface LaidOutLine {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly width: number;
  /** Columns of the range, from 0, the end not included. */
  readonly marked: { readonly from: number; readonly to: number } | undefined;
}

const tabStop = 4;

/**
 * Draws an excerpt in at most `width` columns: tabs as spaces, invisible characters as escapes, and of lines
 * that are too long the part around the origin.
 */
export function drawExcerpt(excerpt: Excerpt, origin: Origin, width: number): DrawnLine[] {
  const lines = excerpt.lines.map((text, index) => layOut(excerpt, origin, text, excerpt.firstLine + index));
  const start = windowStart(lines, width);
  return lines.map((line) => ({
    number: line.number,
    text: cutToWindow(line, start, width, excerpt.firstColumn !== undefined).trimEnd(),
    marks: drawMarks(line, start, width),
  }));
}

function layOut(excerpt: Excerpt, origin: Origin, text: string, number: number): LaidOutLine {
  const laidOut: Cell[] = [];
  const starts: number[] = [];
  let width = 0;
  for (const cell of cells(text)) {
    const shown = cell.text === '\t' ? ' '.repeat(tabStop - (width % tabStop)) : shownText(laidOut, cell);
    for (let count = 0; count < cell.codePoints; count += 1) starts.push(width);
    const shownWidth = displayWidth(shown);
    laidOut.push({ text: shown, width: shownWidth, codePoints: cell.codePoints });
    width += shownWidth;
  }
  const startOf = (index: number): number => (index < 0 ? 0 : (starts[index] ?? width));
  const columnStart = (column: number): number => startOf(column - (excerpt.firstColumn ?? 1));
  const indent = startOf(text.length - text.trimStart().length);
  return {
    number,
    cells: laidOut,
    width,
    marked: markedRange(origin, number, { indent, width, columnStart }),
  };
}

function shownText(before: readonly Cell[], cell: Cell): string {
  const isCommand = cell.text === '[' && before.at(-1)?.text === '#' && before.at(-2)?.text === '#';
  return isCommand ? '\\u{5b}' : escapeTerminal(cell.text);
}

function markedRange(
  origin: Origin,
  number: number,
  line: {
    readonly indent: number;
    readonly width: number;
    readonly columnStart: (column: number) => number;
  },
): LaidOutLine['marked'] {
  const lastLine = origin.endLine ?? origin.line;
  if (number < origin.line || number > lastLine) return undefined;
  const hasColumn = number === origin.line && origin.column > 0;
  const from = hasColumn ? line.columnStart(origin.column) : line.indent;
  // Without a column, and on the lines inside a range, all that is not indentation.
  let to = line.width;
  if (number === lastLine && origin.endColumn !== undefined) to = line.columnStart(origin.endColumn);
  else if (number === lastLine && hasColumn) to = from;
  return { from, to: Math.max(from + 1, to) };
}

function windowStart(lines: readonly LaidOutLine[], width: number): number {
  const range = lines.find((line) => line.marked)?.marked;
  if (range === undefined || lines.every((line) => line.width <= width)) return 0;
  // The last column is where `…` may stand.
  if (range.to < width || range.from < width / 2) return 0;
  return Math.max(0, range.from - Math.floor(width / 3));
}

function cutToWindow(line: LaidOutLine, start: number, width: number, cutBefore: boolean): string {
  const end = start + width;
  let text = '';
  let at = 0;
  for (const cell of line.cells) {
    const next = at + cell.width;
    if (at >= start && next <= end) text += cell.text;
    // Half of a wide character or of an escape: keep the columns, so that the carets stay below their text.
    else if (next > start && at < end) text += ' '.repeat(Math.min(next, end) - Math.max(at, start));
    at = next;
    if (at > end) break;
  }
  if (line.width > 0 && (start > 0 || cutBefore)) text = `…${dropColumns(text, 1)}`;
  return line.width > end ? `${keepColumns(text, width - 1)}…` : text;
}

function dropColumns(text: string, count: number): string {
  let dropped = 0;
  let rest = text;
  for (const cell of cells(text)) {
    if (dropped >= count) break;
    dropped += cell.width;
    rest = rest.slice(cell.text.length);
  }
  return ' '.repeat(Math.max(0, dropped - count)) + rest;
}

function keepColumns(text: string, count: number): string {
  let kept = '';
  let used = 0;
  for (const cell of cells(text)) {
    if (used + cell.width > count) break;
    kept += cell.text;
    used += cell.width;
  }
  return kept.padEnd(kept.length + count - used);
}

function drawMarks({ marked }: LaidOutLine, start: number, width: number): string {
  if (marked === undefined) return '';
  const from = Math.min(Math.max(0, marked.from - start), width - 1);
  const to = Math.min(Math.max(from + 1, marked.to - start), width);
  return ' '.repeat(from) + '^'.repeat(to - from);
}
