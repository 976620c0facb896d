import { isBlank } from './text.ts';

/** A word of a value, quotes taken off. Offsets are UTF-16 code units in the value. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A backslash stands before a letter that makes no escape sequence. */
  readonly badEscape: boolean;
}

/** A value's words, as far as its quotes are closed. */
export interface Words {
  readonly words: readonly Word[];
  /** Where a quote opens that is never closed. */
  readonly unbalanced: number | undefined;
}

/**
 * Splits a value as systemd does for command lines and `Environment=`: single and double quotes anywhere in a
 * word, C escapes in and outside of both.
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html#Quoting
 */
export function splitWords(value: string): Words {
  const words: Word[] = [];
  let at = 0;
  while (at < value.length) {
    if (isBlank(value, at)) {
      at += 1;
      continue;
    }
    const word = readWord(value, at);
    if (typeof word === 'number') return { words, unbalanced: word };
    words.push(word);
    at = word.end;
  }
  return { words, unbalanced: undefined };
}

/** Reads one word; a number is the place of a quote that is not closed. */
function readWord(value: string, start: number): Word | number {
  let text = '';
  let quote: string | undefined;
  let quoteAt = start;
  let badEscape = false;
  let at = start;
  for (; at < value.length && (quote !== undefined || !isBlank(value, at)); at += 1) {
    const character = value.charAt(at);
    if (character === '\\' && at + 1 < value.length) {
      const escaped = readEscape(value, at);
      badEscape ||= escaped === undefined;
      text += escaped?.text ?? value.slice(at, at + 2);
      at += (escaped?.length ?? 2) - 1;
    } else if (character === quote) {
      quote = undefined;
    } else if (quote === undefined && (character === '"' || character === "'")) {
      quote = character;
      quoteAt = at;
    } else {
      text += character;
    }
  }
  return quote === undefined ? { text, start, end: at, badEscape } : quoteAt;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
  ['"', '"'],
  ["'", "'"],
  ['s', ' '],
]);

/** The escape sequence at a backslash, or undefined where there is none. */
function readEscape(value: string, at: number): { text: string; length: number } | undefined {
  const single = escapes.get(value.charAt(at + 1));
  if (single !== undefined) return { text: single, length: 2 };
  const form = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/y;
  form.lastIndex = at;
  const [all, byte, short, long, octal] = form.exec(value) ?? [];
  if (all === undefined) return undefined;
  const code =
    octal === undefined ? Number.parseInt(byte ?? short ?? long ?? '', 16) : Number.parseInt(octal, 8);
  return code === 0 || code > 0x10ffff ? undefined : { text: String.fromCodePoint(code), length: all.length };
}
