import { type RegexScanner, RegexSyntaxError } from './scanner.ts';

const controls: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

/**
 * Reads an escape that stands for one character, and gives its code point.
 * @throws RegexSyntaxError for an escape that Go does not know, such as a back reference
 */
export function readEscape(scanner: RegexScanner): number {
  const hex = scanner.match(/\\x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,8})\})/y);
  if (hex) return codePoint(Number.parseInt(hex[1] ?? hex[2] ?? '', 16));
  const octal = scanner.match(/\\(0[0-7]{0,2}|[1-7][0-7]{1,2})/y);
  if (octal) return Number.parseInt(octal[1] ?? '', 8);
  const control = scanner.match(/\\([afnrtv])/y);
  if (control) return controls[control[1] ?? ''] ?? 0;
  const punctuation = scanner.match(/\\(?![A-Za-z0-9])(\p{ASCII})/uy);
  if (punctuation) return punctuation[1]?.codePointAt(0) ?? 0;
  throw new RegexSyntaxError('invalid escape sequence');
}

function codePoint(value: number): number {
  if (value > 0x10ffff) throw new RegexSyntaxError('invalid escape sequence');
  return value;
}
