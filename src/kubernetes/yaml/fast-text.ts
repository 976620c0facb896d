import { code } from './characters.ts';
import { type FastState, giveUp, isCommonUnicode } from './fast-state.ts';

/** What a character can be in plain text. Without any of these it needs a closer look. */
const use = { ordinary: 1, ordinaryInFlow: 2, endsInFlow: 4 } as const;

/** By the character's code. */
const uses = makeUses();

function makeUses(): Uint8Array {
  const table = new Uint8Array(128);
  for (let c = code.space + 1; c <= code.tilde; c += 1) table[c] = use.ordinary | use.ordinaryInFlow;
  for (const c of [code.colon, code.doubleQuote, code.backslash]) table[c] = 0;
  for (const c of [
    code.comma,
    code.question,
    code.bracketOpen,
    code.bracketClose,
    code.braceOpen,
    code.braceClose,
  ])
    table[c] = use.ordinary | use.endsInFlow;
  return table;
}

function isUsedAs(c: number, as: number): boolean {
  return c < 128 && ((uses[c] ?? 0) & as) !== 0;
}

/**
 * Copies plain text, as a JSON string, to its end on this line: a line feed, a comment, a colon, or in brackets what
 * ends it there.
 */
export function copyPlain(state: FastState, inFlow: boolean): void {
  const { text, bytes } = state;
  const ordinary = inFlow ? use.ordinaryInFlow : use.ordinary;
  let { at, length } = state;
  bytes[length] = code.doubleQuote;
  length += 1;
  for (;;) {
    const c = text.charCodeAt(at);
    if (isUsedAs(c, ordinary)) {
      bytes[length] = c;
      length += 1;
      at += 1;
    } else if (c === code.space) {
      const behind = behindSpaces(text, at);
      if (endsPlain(text, behind, inFlow) || text.charCodeAt(behind) === code.hash) break;
      bytes.fill(code.space, length, length + behind - at);
      length += behind - at;
      at = behind;
    } else {
      if (endsPlain(text, at, inFlow)) break;
      length = copySpecial(bytes, length, c);
      at += 1;
    }
  }
  bytes[length] = code.doubleQuote;
  state.length = length + 1;
  state.at = at;
}

function behindSpaces(text: string, at: number): number {
  let behind = at + 1;
  while (text.charCodeAt(behind) === code.space) behind += 1;
  return behind;
}

function endsPlain(text: string, at: number, inFlow: boolean): boolean {
  const c = text.charCodeAt(at);
  if (c === code.colon) return isSpaceOrLineFeed(text.charCodeAt(at + 1));
  return c === code.lineFeed || (inFlow && isUsedAs(c, use.endsInFlow));
}

/** Copies text in quotes that stands on one line, with the escapes that JSON has too, and steps behind it. */
export function copyQuoted(state: FastState, quote: number): void {
  const { text, bytes } = state;
  let { at, length } = state;
  bytes[length] = code.doubleQuote;
  length += 1;
  for (at += 1; ; at += 1) {
    let c = text.charCodeAt(at);
    if (c === quote) {
      if (quote === code.doubleQuote || text.charCodeAt(at + 1) !== quote) break;
      at += 1;
    } else if (c === code.backslash && quote === code.doubleQuote) {
      at += 1;
      c = text.charCodeAt(at);
      if (!isSharedEscape(c)) giveUp();
      bytes[length] = code.backslash;
      bytes[length + 1] = c;
      length += 2;
      continue;
    }
    length = copyVerbatim(bytes, length, c);
  }
  bytes[length] = code.doubleQuote;
  state.length = length + 1;
  state.at = at + 1;
}

/** Copies the rest of a line, tabs included, and steps to its end. */
export function copyLine(state: FastState): void {
  const { text, bytes } = state;
  let { at, length } = state;
  for (let c = text.charCodeAt(at); c !== code.lineFeed; c = text.charCodeAt(at)) {
    if (c === code.tab) {
      bytes[length] = code.backslash;
      bytes[length + 1] = 0x74; // t
      length += 2;
    } else {
      length = copyVerbatim(bytes, length, c);
    }
    at += 1;
  }
  state.length = length;
  state.at = at;
}

function copyVerbatim(bytes: Uint8Array, length: number, c: number): number {
  if (c < code.space || c > code.tilde || c === code.doubleQuote || c === code.backslash)
    return copySpecial(bytes, length, c);
  bytes[length] = c;
  return length + 1;
}

/** Copies what JSON or ASCII has no plain character for. */
function copySpecial(bytes: Uint8Array, length: number, c: number): number {
  if (c === code.colon) {
    bytes[length] = c;
    return length + 1;
  }
  bytes[length] = code.backslash;
  if (c === code.doubleQuote || c === code.backslash) {
    bytes[length + 1] = c;
    return length + 2;
  }
  if (!isCommonUnicode(c)) giveUp();
  bytes[length + 1] = 0x75; // u
  for (let digit = 0; digit < 4; digit += 1) {
    bytes[length + 2 + digit] = hexDigits.charCodeAt((c >> (12 - 4 * digit)) & 15);
  }
  return length + 6;
}

const hexDigits = '0123456789abcdef';

/** One of `nrtbf"\`, which are the same in JSON and in YAML 1.1. */
function isSharedEscape(c: number): boolean {
  return c === code.doubleQuote || c === code.backslash || 'nrtbf'.includes(String.fromCharCode(c));
}

/** Never true of a tab, which few people write there. */
export function isSpaceOrLineFeed(c: number): boolean {
  return c === code.space || c === code.lineFeed;
}
