import { code } from './characters.ts';
import { type FastState, giveUp, isCommonUnicode } from './fast-state.ts';

/** Copies text in quotes that stands on one line, with the escapes that JSON has too, and steps behind it. */
export function copyQuoted(state: FastState, quote: number): void {
  const { units, bytes } = state;
  let { at, length } = state;
  bytes[length] = code.doubleQuote;
  length += 1;
  for (at += 1; ; at += 1) {
    let c = units[at] ?? 0;
    if (c === quote) {
      if (quote === code.doubleQuote || (units[at + 1] ?? 0) !== quote) break;
      at += 1;
    } else if (c === code.backslash && quote === code.doubleQuote) {
      at += 1;
      c = units[at] ?? 0;
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
  const { units, bytes } = state;
  let { at, length } = state;
  for (let c = units[at] ?? 0; c !== code.lineFeed; c = units[at] ?? 0) {
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

/** Copies a character as JSON has it in a string, and says how long the JSON is then. */
export function copyVerbatim(bytes: Uint8Array, length: number, c: number): number {
  if (c < code.space || c > code.tilde || c === code.doubleQuote || c === code.backslash)
    return copySpecial(bytes, length, c);
  bytes[length] = c;
  return length + 1;
}

/** Copies what JSON or ASCII has no plain character for. */
function copySpecial(bytes: Uint8Array, length: number, c: number): number {
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
