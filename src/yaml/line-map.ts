/** Line and column from 1; the column counts Unicode code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds line and column of an offset. LF, CRLF and a lone CR end a line, as YAML has it. */
export class LineMap {
  readonly #text: string;
  #starts: readonly number[] | undefined;
  #surrogates: boolean | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Place of a UTF-16 offset. */
  at(offset: number): Position {
    const line = this.lineAt(offset);
    const start = this.#lineStarts()[line - 1] ?? 0;
    const column = this.#hasSurrogates()
      ? codePoints(this.#text, start, offset)
      : Math.max(offset - start, 0);
    return { line, column: column + 1 };
  }

  /** Line of a UTF-16 offset; without the column, which takes as long as the line is. */
  lineAt(offset: number): number {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** UTF-16 offset of a place; the end of the line where the column lies behind it. */
  offset(line: number, column: number): number {
    const start = this.#lineStarts()[line - 1] ?? this.#text.length;
    if (!this.#hasSurrogates()) return Math.min(start + Math.max(column - 1, 0), this.#text.length);
    let offset = start;
    for (let count = 1; count < column && offset < this.#text.length; count += 1) {
      offset += (this.#text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    }
    return offset;
  }

  /** A line's text without its end; undefined outside the text. */
  line(number: number): string | undefined {
    const starts = this.#lineStarts();
    const start = starts[number - 1];
    if (start === undefined) return undefined;
    let end = starts[number] ?? this.#text.length;
    while (end > start && isLineEnd(this.#text.charCodeAt(end - 1))) end -= 1;
    return this.#text.slice(start, end);
  }

  /** How many lines there are; a final line end does not start one more. */
  get count(): number {
    const starts = this.#lineStarts();
    return starts.at(-1) === this.#text.length ? starts.length - 1 : starts.length;
  }

  // Without any, columns need not be counted, which counts in files that are one long line.
  #hasSurrogates(): boolean {
    this.#surrogates ??= /[\ud800-\udbff]/.test(this.#text);
    return this.#surrogates;
  }

  // Most files have no finding, so nobody asks for a line of theirs.
  #lineStarts(): readonly number[] {
    this.#starts ??= lineStarts(this.#text);
    return this.#starts;
  }
}

function isLineEnd(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

function lineStarts(text: string): number[] {
  // A byte order mark is no column.
  const starts = [text.startsWith('\ufeff') ? 1 : 0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

function codePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index += 1) {
    // The second half of a surrogate pair belongs to the code point before it.
    const unit = text.charCodeAt(index);
    if (unit < 0xdc00 || unit > 0xdfff) count += 1;
  }
  return count;
}
