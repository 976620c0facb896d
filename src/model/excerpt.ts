import type { LineMap } from '../yaml/line-map.ts';
import type { Excerpt } from './finding.ts';
import { maskCredentials } from './mask-credentials.ts';
import type { Origin } from './origin.ts';

const linesBefore = 2;
const linesAfter = 1;
/** A range over more lines than this is shown by its beginning. */
const mostRangeLines = 6;
/** In code points. Minified Ignition is one line of many thousands. */
const longestLine = 480;
const columnsBefore = 160;

/** The lines around an origin; undefined when the file has no such line. */
export function excerptAt(source: LineMap, origin: Origin): Excerpt | undefined {
  if (origin.line < 1 || origin.line > source.count) return undefined;
  const firstLine = Math.max(1, origin.line - linesBefore);
  const lastOfRange = Math.min(origin.endLine ?? origin.line, origin.line + mostRangeLines - 1);
  const lastLine = Math.min(source.count, Math.max(origin.line, lastOfRange) + linesAfter);
  const lines: string[] = [];
  for (let number = firstLine; number <= lastLine; number += 1) lines.push(source.line(number) ?? '');

  const isLong = (source.line(origin.line) ?? '').length > longestLine;
  const firstColumn = isLong ? Math.max(1, origin.column - columnsBefore) : 1;
  const cut = lines.map((line) => sliceColumns(maskCredentials(line), firstColumn, longestLine));
  return firstColumn === 1 ? { firstLine, lines: cut } : { firstLine, firstColumn, lines: cut };
}

/** `count` code points of a line from a column on. */
function sliceColumns(line: string, firstColumn: number, count: number): string {
  if (firstColumn === 1 && line.length <= count) return line;
  const start = indexOfColumn(line, firstColumn);
  return line.slice(start, start + indexOfColumn(line.slice(start, start + 2 * count), count + 1));
}

function indexOfColumn(line: string, column: number): number {
  // Without surrogates columns are code units: do not walk a line of megabytes for each of its findings.
  if (!/[\ud800-\udbff]/.test(line)) return Math.min(column - 1, line.length);
  let index = 0;
  for (let at = 1; at < column && index < line.length; at += 1) {
    index += (line.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}
