import { code, isBreak } from './characters.ts';

/** Thrown at what the fast path leaves to the full reader. One for all: nobody reads it. */
export const notCommon = new Error('not common');

export function giveUp(): never {
  throw notCommon;
}

const smallest = 1 << 16;

/** Where the fast path is in a document, and the JSON that it has made of it so far. */
export class FastState {
  text = '';
  at = 0;
  /** Behind the document's last line end. */
  end = 0;
  lineStart = 0;
  /** Of the first character of a line that is no comment; -1 at the end of the document. */
  column = -1;
  depth = 0;
  /** Hashes of the keys of the mappings that are open, the innermost last. */
  readonly hashes: number[] = [];
  /** JSON in ASCII. What is written behind the end is lost, and noticed when all is written. */
  bytes = Buffer.alloc(smallest);
  length = 0;

  reset(text: string, start: number, end: number): void {
    this.text = text;
    this.at = start;
    this.lineStart = start;
    this.end = end;
    this.depth = 0;
    this.hashes.length = 0;
    this.length = 0;
    const room = 2 * (end - start);
    if (this.bytes.length < room) this.bytes = Buffer.alloc(room);
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

  skipSpaces(): number {
    let c = this.text.charCodeAt(this.at);
    while (c === code.space) {
      this.at += 1;
      c = this.text.charCodeAt(this.at);
    }
    return c;
  }

  /** Steps over spaces and a comment to the line feed, which nothing else may stand in front of. */
  toLineFeed(): void {
    const c = this.skipSpaces();
    if (c === code.hash && this.text.charCodeAt(this.at - 1) === code.space) this.#skipComment();
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
    return c === code.dot || (c === code.minus && this.text.charCodeAt(this.at + 1) === code.minus);
  }

  #skipComment(): void {
    const { text } = this;
    let { at } = this;
    for (let c = text.charCodeAt(at); c !== code.lineFeed; c = text.charCodeAt(at)) {
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
