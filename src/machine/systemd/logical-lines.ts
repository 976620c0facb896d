import { strip } from './text.ts';

/** One line of the file, as far as it belongs to a logical line. */
export interface PhysicalLine {
  /** From 1. */
  readonly number: number;
  /** Without its end, its continuation backslash and a byte order mark. */
  readonly text: string;
  /** Of its first character in the logical line, in UTF-16 code units. */
  readonly offset: number;
  /** Code points that stand before `text` on the line: 1 behind a byte order mark, else 0. */
  readonly skipped: number;
}

/** Lines that continue each other, joined. */
export interface LogicalLine {
  /** Undefined when it is longer than systemd reads. */
  readonly text: string | undefined;
  readonly lines: readonly PhysicalLine[];
  /** The line before ends in a backslash with white space behind it, and so does not continue here. */
  readonly afterBlankBackslash: boolean;
}

/** systemd's LONG_LINE_MAX, in bytes. */
const maxBytes = 1024 * 1024;

export const lineTooLong = 'line of more than 1 MiB';

/**
 * Joins continued lines and drops comments, also those between continued lines, in systemd's way: the backslash
 * becomes a space, and the next line keeps its indentation.
 * https://github.com/systemd/systemd/blob/v256/src/shared/conf-parser.c (config_parse)
 */
export function* readLogicalLines(text: string): Generator<LogicalLine> {
  let open: PhysicalLine[] = [];
  let joined = '';
  let afterBlankBackslash = false;
  for (const { number, raw, skipped } of physicalLines(text)) {
    if (skipped === 0 && isComment(raw)) continue;
    const continues = endsInBackslash(raw);
    const line = continues ? raw.slice(0, -1) : raw;
    open.push({ number, text: line, offset: joined.length, skipped });
    joined += continues ? `${line} ` : line;
    if (continues && joined.length <= maxBytes) continue;
    yield { text: fits(joined) ? joined : undefined, lines: open, afterBlankBackslash };
    afterBlankBackslash = /\\[ \t]+$/.test(raw) && endsInBackslash(strip(raw));
    open = [];
    joined = '';
  }
  if (open.length > 0) yield { text: fits(joined) ? joined : undefined, lines: open, afterBlankBackslash };
}

function fits(line: string): boolean {
  return line.length * 4 <= maxBytes || Buffer.byteLength(line) <= maxBytes;
}

interface RawLine {
  readonly number: number;
  readonly raw: string;
  readonly skipped: number;
}

function* physicalLines(text: string): Generator<RawLine> {
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  let number = 1;
  let start = mark;
  // systemd ends a line at LF, CR LF, LF CR and CR alike.
  for (const end of text.matchAll(/\r\n|\n\r|[\n\r]/g)) {
    yield { number, raw: text.slice(start, end.index), skipped: number === 1 ? mark : 0 };
    start = end.index + end[0].length;
    number += 1;
  }
  if (start < text.length) yield { number, raw: text.slice(start), skipped: number === 1 ? mark : 0 };
}

function isComment(raw: string): boolean {
  return /^[ \t]*[#;]/.test(raw);
}

/** An odd number of backslashes at the end: the last one is not itself escaped. */
function endsInBackslash(raw: string): boolean {
  let count = 0;
  while (raw[raw.length - 1 - count] === '\\') count += 1;
  return count % 2 === 1;
}
