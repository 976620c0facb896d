/** Codes of the characters that YAML gives a meaning. */
export const code = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  exclamation: 0x21,
  doubleQuote: 0x22,
  hash: 0x23,
  percent: 0x25,
  ampersand: 0x26,
  singleQuote: 0x27,
  asterisk: 0x2a,
  plus: 0x2b,
  comma: 0x2c,
  minus: 0x2d,
  dot: 0x2e,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  less: 0x3c,
  greater: 0x3e,
  question: 0x3f,
  at: 0x40,
  bracketOpen: 0x5b,
  backslash: 0x5c,
  bracketClose: 0x5d,
  underscore: 0x5f,
  backtick: 0x60,
  braceOpen: 0x7b,
  bar: 0x7c,
  braceClose: 0x7d,
  tilde: 0x7e,
  nextLine: 0x85,
  lineSeparator: 0x2028,
  paragraphSeparator: 0x2029,
  byteOrderMark: 0xfeff,
} as const;

/** Ends a line. YAML 1.1 counts three characters of Unicode in: https://yaml.org/spec/1.1/#b-char */
export function isBreak(c: number): boolean {
  if (c > code.carriageReturn && c < code.nextLine) return false;
  return (
    c === code.lineFeed ||
    c === code.carriageReturn ||
    c === code.nextLine ||
    c === code.lineSeparator ||
    c === code.paragraphSeparator
  );
}

export function isBlank(c: number): boolean {
  return c === code.space || c === code.tab;
}

/** Blank, break or the end of the text, which reads as 0. */
export function isBlankOrEnd(c: number): boolean {
  return c === code.space || c === code.lineFeed || c === code.tab || c === 0 || isBreak(c);
}

/** Letters, digits, `-` and `_`: what names of anchors, tag handles and directives are made of. */
export function isWordCharacter(c: number): boolean {
  return (
    (c >= 0x61 && c <= 0x7a) ||
    (c >= 0x41 && c <= 0x5a) ||
    (c >= code.zero && c <= code.nine) ||
    c === code.minus ||
    c === code.underscore
  );
}

/** Value of a hexadecimal digit; -1 for anything else. */
export function hexDigit(c: number): number {
  if (c >= code.zero && c <= code.nine) return c - code.zero;
  const lower = c | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
