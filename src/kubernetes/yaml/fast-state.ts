import { code, isBreak } from './characters.ts';

/** Thrown at what the fast path leaves to the full reader. One for all: nobody reads it. */
export const notCommon = new Error('not common');

export function giveUp(): never {
  throw notCommon;
}

/** Room for documents of usual size from the start; what is larger than `largest` is not worth the memory. */
const smallest = 1 << 16;
const largest = 1 << 25;

/** Where the fast path is in a document, and the JSON that it has made of it so far. */
export class FastState {
  text = '';
  /** The text's UTF-16 units: twice as fast to get as from a string. What is behind its end is of other texts. */
  units = new Uint16Array(smallest);
  at = 0;
  /** Behind the document's last line end. */
  end = 0;
  lineStart = 0;
  /** Of the first character of a line that is no comment; -1 at the end of the document. */
  column = -1;
  depth = 0;
  /** Hashes of the keys of the mappings that are open, the innermost last. */
  readonly hashes: number[] = [];
  keys = 0;
  /** JSON in ASCII. What is written behind the end is lost, and noticed when all is written. */
  bytes = Buffer.alloc(smallest);
  length = 0;

  reset(text: string, start: number, end: number): void {
    if (text !== this.text) this.#load(text);
    this.at = start;
    this.lineStart = start;
    this.end = end;
    this.depth = 0;
    this.keys = 0;
    this.length = 0;
    const room = 2 * (end - start);
    if (this.bytes.length < room) this.bytes = Buffer.alloc(room);
  }

  #load(text: string): void {
    if (text.length > largest) giveUp();
    if (this.units.length < text.length) this.units = new Uint16Array(text.length);
    Buffer.from(this.units.buffer).write(text, 'utf16le');
    this.text = text;
  }

  /** The character here, or so many behind it. */
  peek(ahead = 0): number {
    return this.units[this.at + ahead] ?? 0;
  }

  /** @throws `notCommon` when there was too little room */
  json(): string {
    return this.length > this.bytes.length ? giveUp() : this.bytes.toString('latin1', 0, this.length);
  }

  write(c: number): void {
    this.bytes[this.length] = c;
    this.length += 1;
  }

  writeWord(word: string): void {
    for (let index = 0; index < word.length; index += 1) this.write(word.charCodeAt(index));
  }

  /** Steps over spaces; the character behind them. */
  skipSpaces(): number {
    const { units } = this;
    let { at } = this;
    while (units[at] === code.space) at += 1;
    this.at = at;
    return units[at] ?? 0;
  }

  /** Steps over spaces and a comment to the line feed, which nothing else may stand in front of. */
  toLineFeed(): void {
    const c = this.skipSpaces();
    if (c === code.hash && this.peek(-1) === code.space) this.#skipComment();
    else if (c !== code.lineFeed) giveUp();
  }

  nextLine(): void {
    this.toLineFeed();
    this.toContent(this.at + 1);
  }

  /** Steps to the first character that is no comment, from the start of a line. */
  toContent(from: number): void {
    this.at = from;
    while (this.at < this.end) {
      this.lineStart = this.at;
      const c = this.skipSpaces();
      if (c === code.hash) this.#skipComment();
      else if (c !== code.lineFeed) {
        this.column = this.at - this.lineStart;
        if (this.column === 0 && this.#mayBeMarker(c)) giveUp();
        return;
      }
      this.at += 1;
    }
    this.column = -1;
  }

  /** True at `---` and `...`, of which only the first line of a document is common. */
  #mayBeMarker(c: number): boolean {
    return c === code.dot || (c === code.minus && this.peek(1) === code.minus);
  }

  #skipComment(): void {
    const { units } = this;
    let { at } = this;
    for (let c = units[at] ?? 0; c !== code.lineFeed; c = units[at] ?? 0) {
      if ((c < code.space || c > code.tilde) && c !== code.tab && !isCommonUnicode(c)) giveUp();
      at += 1;
    }
    this.at = at;
  }
}

/** What is neither ASCII, nor a line end, nor a character that YAML refuses. */
export function isCommonUnicode(c: number): boolean {
  return c >= 0xa0 && c <= 0xfffd && !isBreak(c) && c !== code.byteOrderMark;
}
