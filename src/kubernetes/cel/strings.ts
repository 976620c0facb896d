import { Regex, regexOf } from '../re2/regex.ts';
import { asInt, asItems, asText } from './arguments.ts';
import { formatText } from './format-text.ts';
import type { Library } from './overload.ts';
import { CelError, type CelValue, ListValue } from './value.ts';

// https://pkg.go.dev/github.com/google/cel-go/ext#Strings, version 2; characters are code points.

/** A compiled pattern. @throws CelError for a pattern that RE2 refuses */
function patternOf(pattern: string): Regex {
  const regex = regexOf(pattern);
  if (regex instanceof Regex) return regex;
  throw new CelError('invalid' in regex ? `invalid regular expression: ${regex.invalid}` : regex.large);
}

function charAt(text: string, at: bigint): string {
  const characters = [...text];
  if (at < 0n || at > characters.length) throw new CelError(`index out of range: ${at}`);
  return characters[Number(at)] ?? '';
}

function indexOf(text: string, wanted: string, from: bigint): bigint {
  if (wanted === '') return from;
  if (from < 0n) throw new CelError(`index out of range: ${from}`);
  const characters = [...text];
  if (from >= characters.length) return -1n;
  const skipped = characters.slice(0, Number(from)).join('').length;
  return characterIndex(text, text.indexOf(wanted, skipped));
}

function lastIndexOf(text: string, wanted: string, from: bigint | undefined): bigint {
  const characters = [...text];
  if (wanted === '') return from ?? BigInt(characters.length);
  if (from === undefined) return characterIndex(text, text.lastIndexOf(wanted));
  if (from < 0n) throw new CelError(`index out of range: ${from}`);
  if (from >= characters.length) return -1n;
  const skipped = characters.slice(0, Number(from)).join('').length;
  return characterIndex(text, text.lastIndexOf(wanted, skipped));
}

/** UTF-16 units to code points. */
function characterIndex(text: string, at: number): bigint {
  return at < 0 ? -1n : BigInt([...text.slice(0, at)].length);
}

function substring(text: string, start: bigint, end: bigint | undefined): string {
  const characters = [...text];
  const to = end ?? BigInt(characters.length);
  const isOut = start < 0n || start > characters.length || to < 0n || to > characters.length;
  if (isOut || start > to) throw new CelError(`index out of range: ${start}`);
  return characters.slice(Number(start), Number(to)).join('');
}

function replace(text: string, old: string, replacement: string, count: bigint): string {
  const parts = count < 0n ? split(text, old) : splitAtMost(text, old, count + 1n);
  if (old !== '') return parts.join(replacement);
  // Nothing is found before, between and behind all characters.
  const characters = [...text];
  const most = count < 0n ? characters.length + 1 : Math.min(Number(count), characters.length + 1);
  const joined = characters.map((char, index) => (index < most ? replacement : '') + char).join('');
  return most > characters.length ? joined + replacement : joined;
}

function split(text: string, separator: string): string[] {
  return separator === '' ? [...text] : text.split(separator);
}

function splitAtMost(text: string, separator: string, most: bigint): string[] {
  if (most === 0n) return [];
  const parts = split(text, separator);
  if (most < 0n || parts.length <= most) return parts;
  const kept = Number(most) - 1;
  return [...parts.slice(0, kept), parts.slice(kept).join(separator)];
}

// Unicode's White_Space, as Go's strings.TrimSpace.
const outerSpace = /^[\s\u0085]+|[\s\u0085]+$/g;

function trim(text: string): string {
  // To JavaScript a byte order mark is space, to Go it is not.
  return text
    .replace(/^\ufeff|\ufeff$/g, '\u0000$&\u0000')
    .replace(outerSpace, '')
    .replaceAll('\u0000\ufeff\u0000', '\ufeff');
}

const escapes: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

function quote(text: string): string {
  return `"${[...text].map((char) => escapes[char] ?? char).join('')}"`;
}

function list(texts: readonly CelValue[]): ListValue {
  return new ListValue(texts);
}

function findAll(text: string, pattern: string, most: bigint): ListValue {
  const regex = patternOf(pattern);
  const found: string[] = [];
  let from = 0;
  let lastEnd = -1;
  while (from <= text.length && (most < 0n || found.length < most)) {
    const match = regex.find(text, from);
    if (!match) break;
    // Nothing found right behind the last match does not count.
    if (match.end > match.start || match.start !== lastEnd) found.push(text.slice(match.start, match.end));
    lastEnd = match.end;
    from = match.end > from ? match.end : from + 1;
    if (match.end === match.start && from === match.end) from += 1;
  }
  return list(found);
}

/** Functions on strings, the standard ones and those of the extensions. */
export const strings: Library = {
  'string.contains(string): bool': (a, b) => asText(a).includes(asText(b)),
  'string.startsWith(string): bool': (a, b) => asText(a).startsWith(asText(b)),
  'string.endsWith(string): bool': (a, b) => asText(a).endsWith(asText(b)),
  'string.matches(string): bool': (a, b) => patternOf(asText(b)).test(asText(a)),
  'matches(string, string): bool': (a, b) => patternOf(asText(b)).test(asText(a)),
  'string.charAt(int): string': (a, at) => charAt(asText(a), asInt(at)),
  'string.indexOf(string): int': (a, b) => indexOf(asText(a), asText(b), 0n),
  'string.indexOf(string, int): int': (a, b, from) => indexOf(asText(a), asText(b), asInt(from)),
  'string.lastIndexOf(string): int': (a, b) => lastIndexOf(asText(a), asText(b), undefined),
  'string.lastIndexOf(string, int): int': (a, b, from) => lastIndexOf(asText(a), asText(b), asInt(from)),
  'string.lowerAscii(): string': (a) => asText(a).replace(/[A-Z]/g, (char) => char.toLowerCase()),
  'string.upperAscii(): string': (a) => asText(a).replace(/[a-z]/g, (char) => char.toUpperCase()),
  'string.replace(string, string): string': (a, b, c) => replace(asText(a), asText(b), asText(c), -1n),
  'string.replace(string, string, int): string': (a, b, c, n) =>
    replace(asText(a), asText(b), asText(c), asInt(n)),
  'string.split(string): list<string>': (a, b) => list(split(asText(a), asText(b))),
  'string.split(string, int): list<string>': (a, b, n) => list(splitAtMost(asText(a), asText(b), asInt(n))),
  'string.substring(int): string': (a, from) => substring(asText(a), asInt(from), undefined),
  'string.substring(int, int): string': (a, from, to) => substring(asText(a), asInt(from), asInt(to)),
  'string.trim(): string': (a) => trim(asText(a)),
  'string.format(list<dyn>): string': (a, args) => formatText(asText(a), asItems(args)),
  'strings::quote(string): string': (a) => quote(asText(a)),
  'list<string>.join(): string': (a) => asItems(a).map(asText).join(''),
  'list<string>.join(string): string': (a, b) => asItems(a).map(asText).join(asText(b)),
  'string.find(string): string': (a, b) => {
    const match = patternOf(asText(b)).find(asText(a));
    return match ? asText(a).slice(match.start, match.end) : '';
  },
  'string.findAll(string): list<string>': (a, b) => findAll(asText(a), asText(b), -1n),
  'string.findAll(string, int): list<string>': (a, b, most) => findAll(asText(a), asText(b), asInt(most)),
};
