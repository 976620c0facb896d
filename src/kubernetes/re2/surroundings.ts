import type { Assertion } from './regex-node.ts';

/** What stands before a place in the text; what comes behind it is given as a code point, or `textEnd`. */
export type Before = 'start' | 'word' | 'newline' | 'other';

export const textEnd = -1;

/** Which sort of character `char` is to what follows it. */
export function beforeNext(char: number): Before {
  if (char === 0x0a) return 'newline';
  return isWord(char) ? 'word' : 'other';
}

/** Whether `assertion` holds between `before` and the code point `char`. */
export function holds(assertion: Assertion, before: Before, char: number): boolean {
  switch (assertion) {
    case 'text-start':
      return before === 'start';
    case 'text-end':
      return char === textEnd;
    case 'line-start':
      return before === 'start' || before === 'newline';
    case 'line-end':
      return char === textEnd || char === 0x0a;
    case 'word-edge':
      return (before === 'word') !== isWord(char);
    case 'no-word-edge':
      return (before === 'word') === isWord(char);
  }
}

function isWord(char: number): boolean {
  const isDigit = char >= 0x30 && char <= 0x39;
  const isLetter = (char >= 0x41 && char <= 0x5a) || (char >= 0x61 && char <= 0x7a);
  return isDigit || isLetter || char === 0x5f;
}
