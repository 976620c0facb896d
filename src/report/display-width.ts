import { eastAsianWidth } from 'get-east-asian-width';

/** What a terminal draws as one character: a base with its combining marks, or an emoji of several code points. */
export interface Cell {
  readonly text: string;
  /** Columns: 0, 1 or 2. */
  readonly width: number;
  readonly codePoints: number;
}

const plain = /^[\x20-\x7e]*$/;
const combining = /^[\p{Mn}\p{Me}\u{1160}-\u{11ff}]$/u;
const joiner = '\u200d';
const emojiSelector = '\ufe0f';
/** No emoji has more code points; text made of joiners would take quadratic time. */
const longestSequence = 16;

/** Columns that a text without control characters takes on a terminal. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  return cells(text).reduce((sum, cell) => sum + cell.width, 0);
}

/**
 * The part of a text between two columns, counted from 0. Half of a wide character becomes a space, so that
 * what follows keeps its column.
 */
export function sliceColumns(text: string, from: number, to: number): string {
  if (plain.test(text)) return text.slice(from, to);
  let slice = '';
  let at = 0;
  for (const cell of cells(text)) {
    const next = at + cell.width;
    if (at >= from && next <= to) slice += cell.text;
    else if (next > from && at < to) slice += ' ';
    at = next;
  }
  return slice;
}

/** Cuts a text into what a terminal draws as one character each. */
export function cells(text: string): Cell[] {
  const done: Cell[] = [];
  for (const character of text) {
    const before = done.at(-1);
    if (before !== undefined && joins(before, character)) {
      done[done.length - 1] = {
        text: before.text + character,
        width: joinedWidth(before, character),
        codePoints: before.codePoints + 1,
      };
    } else {
      done.push({ text: character, width: ownWidth(character), codePoints: 1 });
    }
  }
  return done;
}

function ownWidth(character: string): number {
  if (character >= ' ' && character <= '~') return 1;
  return combining.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0);
}

function joins(before: Cell, character: string): boolean {
  if (character <= '~') return false;
  if (combining.test(character) || character === joiner) return true;
  if (before.codePoints < longestSequence && before.text.endsWith(joiner)) return true;
  if (/^[\u{1f3fb}-\u{1f3ff}]$/u.test(character)) return before.width === 2;
  return isFlagLetter(character) && before.codePoints === 1 && isFlagLetter(before.text);
}

function joinedWidth(before: Cell, character: string): number {
  return character === emojiSelector || isFlagLetter(character) ? 2 : before.width;
}

function isFlagLetter(text: string): boolean {
  return /^[\u{1f1e6}-\u{1f1ff}]$/u.test(text);
}
