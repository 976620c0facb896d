import type { Excerpt } from '../model/finding.ts';
import type { Origin } from '../model/origin.ts';
import { sliceColumns } from './display-width.ts';
import { showSource } from './source-line.ts';

/** A line of an excerpt as it is drawn, in plain text. */
export interface DrawnLine {
  readonly number: number;
  readonly text: string;
  /** Carets below the part of the line that the finding is about; empty on the lines around it. */
  readonly marks: string;
}

interface ShownLine {
  readonly number: number;
  /** The line as it is shown, before it is cut to the width. */
  readonly shown: string;
  readonly width: number;
  /** Columns of the range, from 0, the end not included. */
  readonly marked: { readonly from: number; readonly to: number } | undefined;
}

/**
 * Draws an excerpt in at most `width` columns: tabs as spaces, invisible characters as escapes, and of lines
 * that are too long the part around the origin.
 */
export function drawExcerpt(excerpt: Excerpt, origin: Origin, width: number): DrawnLine[] {
  const lines = excerpt.lines.map((text, index) =>
    showLine(excerpt, origin, text, excerpt.firstLine + index),
  );
  const start = windowStart(lines, width);
  return lines.map((line) => ({
    number: line.number,
    text: cutToWindow(line, start, width, excerpt.firstColumn !== undefined).trimEnd(),
    marks: drawMarks(line, start, width),
  }));
}

function showLine(excerpt: Excerpt, origin: Origin, text: string, number: number): ShownLine {
  const { shown, width, columnOf } = showSource(text);
  const marked = markedRange(origin, number, {
    width,
    indent: columnOf(text.length - text.trimStart().length),
    columnOf: (column) => columnOf(column - (excerpt.firstColumn ?? 1)),
  });
  return { number, shown, width, marked };
}

function markedRange(
  origin: Origin,
  number: number,
  line: { readonly indent: number; readonly width: number; readonly columnOf: (column: number) => number },
): ShownLine['marked'] {
  const lastLine = origin.endLine ?? origin.line;
  if (number < origin.line || number > lastLine) return undefined;
  const hasColumn = number === origin.line && origin.column > 0;
  const from = hasColumn ? line.columnOf(origin.column) : line.indent;
  // Without a column, and on the lines inside a range, all that is not indentation.
  let to = line.width;
  if (number === lastLine && origin.endColumn !== undefined) to = line.columnOf(origin.endColumn);
  else if (number === lastLine && hasColumn) to = from;
  return { from, to: Math.max(from + 1, to) };
}

function windowStart(lines: readonly ShownLine[], width: number): number {
  const range = lines.find((line) => line.marked)?.marked;
  if (range === undefined || lines.every((line) => line.width <= width)) return 0;
  // The last column is where `…` may stand.
  if (range.to < width || range.from < width / 2) return 0;
  return Math.max(0, range.from - Math.floor(width / 3));
}

function cutToWindow(line: ShownLine, start: number, width: number, cutBefore: boolean): string {
  const end = start + width;
  const left = line.width > 0 && (start > 0 || cutBefore) ? '…' : '';
  const right = line.width > end ? '…' : '';
  return left + sliceColumns(line.shown, start + left.length, end - right.length) + right;
}

function drawMarks({ marked }: ShownLine, start: number, width: number): string {
  if (marked === undefined) return '';
  const from = Math.min(Math.max(0, marked.from - start), width - 1);
  const to = Math.min(Math.max(from + 1, marked.to - start), width);
  return ' '.repeat(from) + '^'.repeat(to - from);
}
