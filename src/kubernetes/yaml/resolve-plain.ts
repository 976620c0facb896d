import type { JsonValue } from '../value.ts';
import { code } from './characters.ts';
import { resolveNumber, resolvePointFloat } from './resolve-number.ts';

/** YAML 1.1 as go-yaml v2 has it: https://github.com/yaml/go-yaml/blob/v2.4.2/resolve.go#L37 */
const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    (word) => [word, true] as const,
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (word) => [word, false] as const,
  ),
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
]);

const longestWord = 5;

/** JSON has no word for them, so values of this kind are an error; keys are not. */
const specialFloats: ReadonlyMap<string, number> = new Map([
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
]);

/** What a plain scalar without a tag is, by its first character; `.inf` and `.nan` as the numbers that they name. */
export function resolvePlain(text: string, start: number, end: number): JsonValue {
  if (isTextForSure(text, start, end)) return text.slice(start, end);
  const first = text.charCodeAt(start);
  if (isDigit(first)) return resolveDigits(text, start, end);
  const written = text.slice(start, end);
  return mayBeWord(first) ? resolveWord(written) : resolveSigned(written, first);
}

/** Whether a plain scalar is a string, as far as its length and first two characters tell. */
export function isTextForSure(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  const length = end - start;
  if (mayBeWord(first)) {
    return length > longestWord || (length > 1 && !startsWord(first, text.charCodeAt(start + 1)));
  }
  if (first !== code.minus && first !== code.plus) return !isDigit(first) && first !== code.dot;
  const second = text.charCodeAt(start + 1);
  // Underscores are dropped before a number is read.
  return !isDigit(second) && second !== code.dot && second !== code.underscore;
}

/** What starts neither with a digit nor with a sign or point: a string, a boolean or null. */
export function resolveWord(word: string): JsonValue {
  if (word.length > longestWord || !mayBeWord(word.charCodeAt(0))) return word;
  const value = words.get(word);
  return value === undefined ? word : value;
}

/** True for digits, signs and the point. */
export function isNumberStart(c: number): boolean {
  return isDigit(c) || c === code.dot || c === code.minus || c === code.plus;
}

function isDigit(c: number): boolean {
  return c >= code.zero && c <= code.nine;
}

/** The first letters of `yes`, `no`, `true`, `false`, `on`, `off`, `null` and `~`. */
function mayBeWord(c: number): boolean {
  switch (c | 0x20) {
    case 0x66: // f
    case 0x6e: // n
    case 0x6f: // o
    case 0x74: // t
    case 0x79: // y
      return true;
    default:
      return c === code.tilde;
  }
}

/** The first two letters of those of more than one letter. Most short keys are ruled out by this. */
function startsWord(first: number, second: number): boolean {
  switch (((first | 0x20) << 8) | second | 0x20) {
    case 0x6661: // fa
    case 0x6e6f: // no
    case 0x6e75: // nu
    case 0x6f66: // of
    case 0x6f6e: // on
    case 0x7472: // tr
    case 0x7965: // ye
      return true;
    default:
      return false;
  }
}

function resolveSigned(text: string, first: number): JsonValue {
  const special = specialFloats.get(text);
  if (special !== undefined) return special;
  return (first === code.dot ? resolvePointFloat(text) : resolveNumber(text)) ?? text;
}

const mostSafeDigits = 15;

function resolveDigits(text: string, start: number, end: number): JsonValue {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - code.zero;
    if (digit < 0 || digit > 9) {
      const written = text.slice(start, end);
      return mayContinueNumber(digit + code.zero) ? (resolveNumber(written) ?? written) : written;
    }
    value = value * 10 + digit;
  }
  // An octal number, or a long one.
  if ((text.charCodeAt(start) === code.zero && end - start > 1) || end - start > mostSafeDigits) {
    const written = text.slice(start, end);
    return resolveNumber(written) ?? written;
  }
  return value;
}

/** What may stand behind the first digits of a number: `_`, `.`, an exponent, or the letter of a base. */
function mayContinueNumber(c: number): boolean {
  if (c === code.underscore || c === code.dot) return true;
  const lower = c | 0x20;
  return lower === 0x65 || lower === 0x78 || lower === 0x6f || lower === 0x62;
}
