import { code, isBlank, isBreak } from './characters.ts';
import { style } from './event-list.ts';
import { dropKey } from './possible-key.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './token-queue.ts';

/** What stands behind `|` or `>`. */
interface BlockHeader {
  /** 1 keeps all line ends at the end, -1 none, 0 one. */
  chomping: number;
  /** Columns more than what surrounds it; 0 when the first line says it. */
  increment: number;
}

/** A scalar of whole lines, literal or folded. */
export function scanBlockScalar(scan: ScanState, folded: boolean): void {
  dropKey(scan);
  scan.keyAllowed = true;
  const start = scan.position;
  const header = readHeader(scan);
  const surrounding = Math.max(scan.indent, 0);
  const indent =
    header.increment > 0 ? surrounding + header.increment : Math.max(detectIndent(scan), scan.indent + 1, 1);
  const lines = new BlockLines(scan, indent, folded);
  const value = lines.read(header.chomping);
  const scalarStyle = folded ? style.folded : style.literal;
  scan.tokens.pushValue(token.scalar, start, lines.end, scalarStyle, scan.keep(value));
}

function readHeader(scan: ScanState): BlockHeader {
  const start = scan.position;
  const header: BlockHeader = { chomping: 0, increment: 0 };
  scan.position += 1;
  if (!readChomping(scan, header)) {
    readIncrement(scan, header);
    readChomping(scan, header);
  } else {
    readIncrement(scan, header);
  }
  while (isBlank(scan.peek())) scan.position += 1;
  if (scan.peek() === code.hash) scan.skipToLineEnd();
  if (!isBreak(scan.peek())) {
    scan.fail('the text of a block scalar starts on the line below | or >', start, true);
  }
  scan.takeBreak();
  return header;
}

function readChomping(scan: ScanState, header: BlockHeader): boolean {
  const c = scan.peek();
  if (c !== code.plus && c !== code.minus) return false;
  header.chomping = c === code.plus ? 1 : -1;
  scan.position += 1;
  return true;
}

function readIncrement(scan: ScanState, header: BlockHeader): void {
  const digit = scan.peek() - code.zero;
  if (digit < 0 || digit > 9) return;
  if (digit === 0) scan.fail('a block scalar cannot be indented by 0', scan.position, true);
  header.increment = digit;
  scan.position += 1;
}

/** The columns of the first line that is not blank, or of the longest blank one before it. */
function detectIndent(scan: ScanState): number {
  const { text, end } = scan;
  let deepest = 0;
  for (let lineStart = scan.position; lineStart < end; ) {
    let at = lineStart;
    while (text.charCodeAt(at) === code.space) at += 1;
    deepest = Math.max(deepest, at - lineStart);
    const c = text.charCodeAt(at);
    if (c === code.tab) scan.fail('a tab cannot indent a block scalar: write spaces', at, true);
    if (at >= end || !isBreak(c)) break;
    lineStart = at + scan.breakLength(at);
  }
  return deepest;
}

/** Puts the lines together. Blank lines wait until it is known whether text follows them. */
class BlockLines {
  /** Behind the last line that belongs to the scalar. */
  end: number;
  readonly #scan: ScanState;
  readonly #indent: number;
  readonly #folded: boolean;

  constructor(scan: ScanState, indent: number, folded: boolean) {
    this.#scan = scan;
    this.#indent = indent;
    this.#folded = folded;
    this.end = scan.position;
  }

  read(chomping: number): string {
    const scan = this.#scan;
    let value = '';
    let lineEnd = '';
    let wasBlank = false;
    let blanks = this.#takeBlankLines();
    while (scan.column === this.#indent && scan.position < scan.end) {
      const startsBlank = isBlank(scan.peek());
      const folds = this.#folded && !wasBlank && !startsBlank && lineEnd === '\n';
      if (!folds) value += lineEnd;
      else if (blanks === '') value += ' ';
      const from = scan.position;
      scan.skipToLineEnd();
      value += blanks + scan.text.slice(from, scan.position);
      lineEnd = scan.takeBreak();
      this.end = scan.position;
      wasBlank = startsBlank;
      blanks = this.#takeBlankLines();
    }
    if (chomping >= 0) value += lineEnd;
    return chomping > 0 ? value + blanks : value;
  }

  /** Steps over blank lines and over the indentation of the line behind them. */
  #takeBlankLines(): string {
    const scan = this.#scan;
    let breaks = '';
    for (;;) {
      while (scan.column < this.#indent && scan.peek() === code.space) scan.position += 1;
      const c = scan.peek();
      if (c === code.tab && scan.column < this.#indent) {
        scan.fail('a tab cannot indent a block scalar: write spaces', scan.position, true);
      }
      if (c === 0 || !isBreak(c)) return breaks;
      breaks += scan.takeBreak();
    }
  }
}
