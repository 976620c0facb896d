import { code, isBreak } from './characters.ts';
import { SyntaxStop } from './syntax-stop.ts';
import { TokenQueue } from './token-queue.ts';

/** A token that becomes a key if a colon follows on its line. */
export interface PossibleKey {
  possible: boolean;
  /** It stands where only a key can stand. */
  required: boolean;
  /** Number of its token. */
  token: number;
  at: number;
  line: number;
  column: number;
}

/** Names of tags as written: `!!str` is the handle `!!` and the suffix `str`. */
export interface WrittenTag {
  readonly handle: string;
  readonly suffix: string;
}

/**
 * Where the scanner is in one document of a text. The text must end in a line feed, and so must the document: only
 * at the start of a line can the end be reached, which saves a comparison for every other character.
 */
export class ScanState {
  text = '';
  position = 0;
  end = 0;
  line = 0;
  lineStart = 0;
  /** Column of the innermost block collection; -1 outside all. */
  indent = -1;
  readonly indents: number[] = [];
  flowLevel = 0;
  /** A key may start here: at the start of a line, and behind `- ` and the like. */
  keyAllowed = true;
  /** One for each flow level, the block level first. */
  readonly keys: PossibleKey[] = [];
  readonly tokens = new TokenQueue();
  /** What scalars say, of those that don't say what is written. */
  readonly strings: string[] = [];
  readonly tags: WrittenTag[] = [];
  /** The last `%YAML` or `%TAG` that was scanned. */
  readonly directives: string[][] = [];

  reset(text: string, start: number, end: number): void {
    this.text = text;
    this.position = text.charCodeAt(start) === code.byteOrderMark ? start + 1 : start;
    this.end = end;
    this.line = 0;
    this.lineStart = this.position;
    this.indent = -1;
    this.indents.length = 0;
    this.flowLevel = 0;
    this.keyAllowed = true;
    this.keyAt(0).possible = false;
    this.tokens.clear();
    this.strings.length = 0;
    this.tags.length = 0;
    this.directives.length = 0;
  }

  /** The character here; 0 at the end. */
  peek(ahead = 0): number {
    const at = this.position + ahead;
    return at < this.end ? this.text.charCodeAt(at) : 0;
  }

  get column(): number {
    return this.position - this.lineStart;
  }

  keyAt(level: number): PossibleKey {
    let key = this.keys[level];
    if (!key) {
      key = { possible: false, required: false, token: 0, at: 0, line: 0, column: 0 };
      this.keys[level] = key;
    }
    return key;
  }

  /** Steps over a line's end, and says what it reads as: line separators stay what they are. */
  takeBreak(): string {
    const c = this.text.charCodeAt(this.position);
    this.position += c === code.lineFeed ? 1 : this.breakLength(this.position);
    this.line += 1;
    this.lineStart = this.position;
    if (c === code.lineSeparator) return '\u2028';
    return c === code.paragraphSeparator ? '\u2029' : '\n';
  }

  /**
   * Characters of the line end at an offset. Kubernetes' line reader takes a carriage return from the end of a line
   * before YAML is read, so that two of them count as one.
   */
  breakLength(at: number): number {
    const { text } = this;
    if (text.charCodeAt(at) !== code.carriageReturn) return 1;
    const next = text.charCodeAt(at + 1);
    if (next === code.lineFeed) return 2;
    return next === code.carriageReturn && text.charCodeAt(at + 2) === code.lineFeed ? 3 : 1;
  }

  skipToLineEnd(): void {
    const { text } = this;
    let at = this.position;
    while (!isBreak(text.charCodeAt(at))) at += 1;
    this.position = at;
  }

  /** True at a line that starts with `---` or `...`. */
  atDocumentMarker(): boolean {
    if (this.position !== this.lineStart) return false;
    const c = this.peek();
    if (c !== code.minus && c !== code.dot) return false;
    if (this.peek(1) !== c || this.peek(2) !== c) return false;
    const next = this.peek(3);
    return next === 0 || next === code.space || next === code.tab || isBreak(next);
  }

  /** Index of a string for a token's value. */
  keep(string: string): number {
    this.strings.push(string);
    return this.strings.length - 1;
  }

  /** @param exact whether `at` is the mistake itself and not just where it was noticed */
  fail(message: string, at: number, exact = false): never {
    throw new SyntaxStop(message, at, exact);
  }
}
